import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { Song } from '../../../hub/domain/playlist/song.ts'
import { groupBy } from '../group-by.ts'
import { fold, singersOf, tidy } from './fold.ts'
import { languageOf, loadSongs, loadStandards } from './load-songs.ts'
import { readRows } from './rows.ts'

const key = ({ title, artist }: { title: string; artist: string }) => `${fold(title)}|${singersOf(artist).toSorted()}`

describe('the standards', () => {
  const requested = readRows('requested')
  const standards = readRows('standards')

  it('are at least 500 songs that the requested list lacks', () => {
    const there = new Set(requested.map(key))
    expect(standards.filter(row => there.has(key(row)))).toEqual([])
    expect(standards.length).toBeGreaterThanOrEqual(500)
  })

  it('lack even under one shared singer, for at least 500 of them without any row of that title', () => {
    const byTitle = groupBy(requested, row => fold(row.title))
    const shared = standards.filter(row =>
      byTitle
        .get(fold(row.title))
        ?.some(other => singersOf(other.artist).some(one => singersOf(row.artist).includes(one))),
    )
    expect(shared).toEqual([])
    expect(standards.filter(row => !byTitle.has(fold(row.title))).length).toBeGreaterThanOrEqual(500)
  })

  it('hold no song twice, neither among themselves nor with the favourites', () => {
    const keys = [...standards, ...readRows('favourites')].map(key)
    expect(keys.filter((one, index) => keys.indexOf(one) !== index)).toEqual([])
  })

  it('all name their singer, language and heat', () => {
    const rows = [...standards, ...readRows('favourites')]
    expect(rows.filter(row => row.artist === '' || row.language === '' || row.heat === undefined)).toEqual([])
    expect(new Set(rows.map(row => row.language))).toEqual(new Set(['zh', 'yue', 'nan', 'en', 'ja', 'ko']))
  })
})

describe('the catalogue', () => {
  const songs = loadSongs()

  it('has what every guest expects, by the right singer', () => {
    const there = new Set(songs.map(song => `${song.title}|${song.artist}|${song.language}`))
    for (const song of [
      '吻别|张学友|zh',
      '光辉岁月|Beyond|yue',
      '浮夸|陈奕迅|yue',
      '朋友|周华健|zh',
      '生日快乐|群星|zh',
      '海阔天空|Beyond|yue',
      '单身情歌|林志炫|zh',
      '月亮代表我的心|邓丽君|zh',
      '上海滩|叶丽仪|yue',
      '一剪梅|费玉清|zh',
      '千里之外|周杰伦/费玉清|zh',
      '爱拼才会赢|叶启田|nan',
      'Hotel California|Eagles|en',
      'Lemon|米津玄師|ja',
      'ハナミズキ|一青窈|ja',
      '강남스타일|PSY|ko',
    ])
      expect(there, song).toContain(song)
  })

  it('is in the shape that the hub reads', () => {
    expect(v.parse(v.array(Song), songs)).toHaveLength(songs.length)
    expect(songs.length).toBeGreaterThan(5500)
  })

  it('has an id of its own for every song, the same at every start', () => {
    expect(new Set(songs.map(song => song.id)).size).toBe(songs.length)
    expect(songs.every(song => /^s[0-9a-z]{14}$/.test(song.id))).toBe(true)
    expect(songs.find(song => song.title === '吻别' && song.artist === '张学友')?.id).toBe('s0steoo705slfaa')
  })

  it('has no doubles: neither the same again, nor a title without singer beside one with', () => {
    for (const [title, same] of groupBy(songs, song => fold(song.title))) {
      if (same.length === 1) continue
      const singers = same.flatMap(song => [...new Set(singersOf(song.artist))])
      expect(new Set(singers).size, title).toBe(singers.length)
      expect(same.filter(song => song.artist === '')).toEqual([])
    }
  })

  it('is ordered by popularity, the standards first', () => {
    expect(songs.map(song => song.popularity)).toEqual(songs.map((_, index) => songs.length - index))
    const standards = loadStandards()
    expect(songs.slice(0, standards.length)).toEqual(standards.map(({ song }) => song))
    expect(new Set(songs.slice(0, 40).map(song => song.language)).size).toBeGreaterThanOrEqual(5)
  })
})

describe('folding', () => {
  it('tidies width and blanks, and leaves kana and hanzi alone', () => {
    expect(tidy('　Ｌｅｔ　Ｉｔ  Go！ ')).toBe('Let It Go!')
    expect(tidy('ｶﾞラスの林檎')).toBe('ｶﾞラスの林檎')
  })

  it('compares without case, accents and signs, but keeps voiced kana apart', () => {
    expect(fold('Céline Dion')).toBe(fold('CELINE  DION'))
    expect(fold('S.H.E')).toBe('she')
    expect(fold('ガ')).not.toBe(fold('カ'))
    expect(fold('???')).toBe('???')
  })

  it('tells the language by the script where one does', () => {
    expect(languageOf({ title: 'いつも何度でも', artist: '' })).toBe('ja')
    expect(languageOf({ title: '좋은 날', artist: 'IU' })).toBe('ko')
    expect(languageOf({ title: 'Faded', artist: 'Alan Walker' })).toBe('en')
    expect(languageOf({ title: 'vivi', artist: '米津玄師' })).toBe('')
    expect(languageOf({ title: '西窗', artist: '' })).toBe('')
  })
})
