import { describe, expect, it } from 'vitest'
import type { Song } from '../domain/playlist/song.ts'
import { soundOfText } from './pinyin.ts'
import { createSongIndex } from './song-index.ts'

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
]
const index = createSongIndex(songs, row => {
  const title = soundOfText(row.title)
  const artist = soundOfText(row.artist)
  return {
    titleInitials: title.initials,
    titleSound: title.full,
    artistInitials: artist.initials,
    artistSound: artist.full,
  }
})
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
  ])('by %s', (_how, text, expected) => {
    expect(found(text)).toEqual(expected)
  })

  it('gives the exact title before one that only starts with it, however popular', () => {
    expect(found('朋友')[0]).toBe('s2')
  })

  it('never gives what the venue blocked', () => {
    expect(found('吻')).toEqual(['s1'])
    expect(found('')).not.toContain('s7')
  })

  it('with nothing typed gives the most sung first, by language', () => {
    expect(found('')[0]).toBe('s1')
    expect(found('', { language: 'en' })).toEqual(['s4'])
  })

  it('says how many there are and turns the page', () => {
    const { hits, total } = index.search({ text: '', offset: 4 })
    expect(total).toBe(6)
    expect(hits.map(hit => hit.song)).toEqual(['s5', 's6'])
  })
})
