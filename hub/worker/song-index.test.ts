import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Song } from '../domain/playlist/song.ts'
import { soundOfText } from './pinyin.ts'
import { createSongIndex, foldText, type SongSound } from './song-index.ts'

const song = (id: string, title: string, artist: string, popularity: number, language = 'zh'): Song => ({
  id,
  title,
  artist,
  language,
  popularity,
})
const songs = [
  song('s1', '吻别', '张学友', 90),
  song('s2', '朋友', '周华健', 80),
  song('s3', '朋友别哭', '吕方', 70),
  song('s4', 'Yesterday Once More', 'Carpenters', 60, 'en'),
  song('s5', '光辉岁月', 'Beyond', 50, 'yue'),
  song('s6', 'Ｌｅｍｏｎ', '米津玄師', 40, 'ja'),
  { ...song('s7', '吻', '某人', 99), blocked: true },
  song('s8', 'コイステル', 'ある人', 5, 'ja'),
]
const soundsOf = (row: Song): SongSound => {
  const title = soundOfText(row.title)
  const artist = soundOfText(row.artist)
  return {
    titleInitials: title.initials,
    titleSound: title.full,
    artistInitials: artist.initials,
    artistSound: artist.full,
  }
}
const index = createSongIndex(songs, soundsOf)
const found = (text: string, more = {}) => index.search({ text, ...more }).hits.map(hit => hit.song)

describe('a guest looks for a song', () => {
  it.each([
    ['initials', 'wb', ['s1']],
    ['pinyin', 'wenbie', ['s1']],
    ['half a syllable', 'pengyo', ['s2', 's3']],
    ['characters', '朋友', ['s2', 's3']],
    ['artist by characters', '张学友', ['s1']],
    ['artist by initials', 'zxy', ['s1']],
    ['English initials', 'yom', ['s4']],
    ['English with spaces and case', 'once MORE', ['s4']],
    ['full-width letters', 'lemon', ['s6']],
    ['the middle of a title', '岁月', ['s5']],
    ['syllables whole and by their letter', 'guanghsy', ['s5']],
    ['half an artist', 'zhangxy', ['s1']],
    ['artist and title', '张学友 吻别', ['s1']],
    ['title and half the artist’s letters', 'wenbie zxy', ['s1']],
    ['artist’s initials and title’s', 'zxywb', ['s1']],
    ['kana, whichever', 'こいすて', ['s8']],
    ['kana by letters', 'koisu', ['s8']],
  ])('by %s', (_how, text, expected) => {
    expect(found(text)).toEqual(expected)
  })

  it('gives the exact title before one that only starts with it, however popular', () => {
    expect(found('朋友')[0]).toBe('s2')
  })

  it('gives what the party sings before what is found equally well, and nothing better behind it', () => {
    // 朋友 to the letter stays first; 朋友别哭 begins so, and so does 朋友的酒.
    const rows = [...songs, song('s9', '朋友的酒', '李晓杰', 75), song('s10', '老朋友', '某人', 1)]
    const wide = createSongIndex(rows, soundsOf)
    const order = (favoured: string[]) => wide.search({ text: '朋友', favoured }).hits.map(hit => hit.song)
    expect(order([])).toEqual(['s2', 's9', 's3', 's10'])
    expect(order(['s10', 's3', 's7'])).toEqual(['s2', 's3', 's9', 's10'])
    expect(wide.search({ text: '', favoured: ['s10'] }).hits[0]?.song).toBe('s1')
  })

  it('gives what the party sings first on the first page also where a hundred are found', () => {
    const many = createSongIndex(
      Array.from({ length: 100 }, (_, at) => song(`m${at}`, `小歌${at}`, '某人', 100 - at)),
      soundsOf,
    )
    const pages = [0, 40, 80].flatMap(offset =>
      many.search({ text: '歌', offset, favoured: ['m99'] }).hits.map(hit => hit.song),
    )
    expect(pages[0]).toBe('m99')
    expect(new Set(pages).size).toBe(100)
  })

  it('never gives what the venue blocked', () => {
    expect(found('吻')).toEqual(['s1'])
    expect(found('')).not.toContain('s7')
  })

  it('with nothing typed gives the most sung first, by language', () => {
    expect(found('')[0]).toBe('s1')
    expect(found('', { language: 'en' })).toEqual(['s4'])
  })

  it('turns the page, and says whether there is another', () => {
    const many = createSongIndex(
      Array.from({ length: 100 }, (_, at) => song(`m${at}`, `歌${at}`, '某人', 100 - at)),
      soundsOf,
    )
    const pages = [0, 40, 80].map(offset => many.search({ text: 'g', offset }))
    expect(pages.map(({ hits, more }) => [hits[0]?.song, hits.length, more])).toEqual([
      ['m0', 40, true],
      ['m40', 40, true],
      ['m80', 20, false],
    ])
  })

  it.each([
    ['two letters in the wrong order', 'wenbei'],
    ['one beside the right one', 'wenbue'],
    ['one too many', 'wenbiie'],
    ['one missing', 'webie'],
  ])('although a finger slipped: %s', (_how, text) => {
    expect(found(text)).toEqual(['s1'])
  })

  it('thinks of slips only where next to nothing is found as it was typed', () => {
    const near = Array.from({ length: 5 }, (_, at) => song(`n${at}`, '爱你', '某人', at))
    const few = createSongIndex([...near, song('other', '爱呢', '某人', 99)], soundsOf)
    expect(few.search({ text: 'aini' }).hits.map(hit => hit.song)).not.toContain('other')
    expect(few.search({ text: 'ainu' }).hits).toHaveLength(6)
  })

  it('gives what came last first, by its date, then by its place in the catalogue, in a language too', () => {
    const dated = createSongIndex(
      [
        { ...song('old', '旧', '甲', 9), addedAt: 1 },
        song('a', '甲', '甲', 5),
        { ...song('new', '新', '甲', 1), addedAt: 2 },
        song('b', '乙', '甲', 7, 'en'),
      ],
      soundsOf,
    )
    const newest = (more = {}) => dated.search({ text: '', newest: true, ...more }).hits.map(hit => hit.song)
    expect(newest()).toEqual(['new', 'old', 'b', 'a'])
    expect(newest({ language: 'en' })).toEqual(['b'])
    expect(newest({ favoured: ['a'] })[0]).toBe('new')
  })

  it('lists artists by how many songs they have here, in a language too', () => {
    expect(index.artists({}).artists.map(({ artist }) => artist)).toContain('Beyond')
    expect(index.artists({ language: 'en' })).toEqual({ artists: [{ artist: 'Carpenters', songs: 1 }], more: false })
  })
})

/** What the index must find, by looking at every song: its number says how good a find it is. */
function rankOf(song: Song, needle: string): number | undefined {
  const title = foldText(song.title)
  const artist = foldText(song.artist)
  const { titleInitials, titleSound, artistInitials, artistSound } = soundsOf(song)
  const titles = [title, titleInitials, titleSound]
  const artists = [artist, artistInitials, artistSound]
  if (titles.includes(needle)) return 0
  if (titleInitials.startsWith(needle)) return 1
  if (title.startsWith(needle) || titleSound.startsWith(needle) || artists.includes(needle)) return 2
  if (artists.some(text => text.startsWith(needle))) return 3
  if (title.includes(needle) || titleInitials.includes(needle)) return 4
  return [titleSound, ...artists].some(text => text.includes(needle)) ? 5 : undefined
}

describe('whatever is typed', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'爱你我らb a1'), maxLength: 6 })
  const catalogue = fc
    .array(fc.tuple(letters, letters, fc.nat(3), fc.constantFrom('zh', 'en')), { maxLength: 120 })
    .map(rows =>
      rows.map(([title, artist, popularity, language], at) => song(`s${at}`, title, artist, popularity, language)),
    )

  it('finds what looking at every song finds, in that order, on every page', () => {
    fc.assert(
      fc.property(
        catalogue,
        fc.string({ unit: fc.constantFrom(...'爱你らabnio1'), minLength: 1, maxLength: 3 }),
        fc.constantFrom(undefined, 'zh'),
        (rows, text, language) => {
          const built = createSongIndex(rows, soundsOf)
          const expected = rows
            .flatMap(row => {
              const rank = rankOf(row, foldText(text))
              return rank !== undefined && (!language || row.language === language) ? [{ row, rank }] : []
            })
            .sort((a, b) => a.rank - b.rank || b.row.popularity - a.row.popularity)
            .map(({ row }) => row.id)
          const pages = [0, 40, 80].map(offset => built.search({ text, offset, ...(language && { language }) }))
          expect(pages.flatMap(({ hits }) => hits.map(hit => hit.song))).toEqual(expected)
          expect(pages.map(({ more }) => more)).toEqual([40, 80, 120].map(end => expected.length > end))
        },
      ),
    )
  })
})
