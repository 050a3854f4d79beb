import { expect, it } from 'vitest'
import { createSongFiles } from './song-files.ts'

const sunny = { song: '100234', title: '晴天', artist: '周杰伦' }

it.each([
  ['its number', 'mp4/100234.mp4'],
  ['its number and what it is', '100234-晴天-国语.mpg'],
  ['artist and title', '周杰伦 - 晴天.mkv'],
  ['title and artist, language and kind behind', '晴天_周杰伦_国语_流行.mpg'],
  ['artist as its folder', '歌手/周杰伦/晴天.mp4'],
  ['a track number before it', '周杰伦/03-晴天.flac'],
  ['full-width letters and other signs', '周杰伦－ 晴天！.MP4'],
  ['a note in brackets', '周杰伦 - 晴天(KTV版).mp4'],
])('finds a song by %s', (_how, path) => {
  expect(createSongFiles(['别的/别人 - 别的.mp4', `/songs/${path}`]).find(sunny)).toBe(`/songs/${path}`)
})

it('takes nobody else’s song, no title alone, and no file that is no song', () => {
  const files = createSongFiles([
    '晴天.mp4',
    '孙燕姿 - 晴天.mp4',
    '周杰伦 - 晴天.txt',
    '周杰伦 - 晴天.m3u8',
    '10-晴天.mp3',
  ])
  expect(files.find(sunny)).toBeUndefined()
  expect(files.find({ song: '10', title: '天黑黑', artist: '孙燕姿' })).toBeUndefined()
  expect(files.count).toBe(3)
})

it('takes what is written in full before what differs by its brackets, and a video before sound alone', () => {
  const files = createSongFiles(['周杰伦 - 晴天(现场).mp4', '周杰伦 - 晴天.mp3', '周杰伦 - 晴天.mkv'])
  expect(files.find(sunny)).toBe('周杰伦 - 晴天.mkv')
  expect(files.find({ ...sunny, title: '晴天（现场）' })).toBe('周杰伦 - 晴天(现场).mp4')
})

it('knows a duet by one of its singers, and a name with hyphens', () => {
  const files = createSongFiles(['费玉清 - 千里之外.mpg', 'Run-D.M.C. - Hip-Hop.mp4', '周杰伦&费玉清 - 双人.mp4'])
  expect(files.find({ song: 'a', title: '千里之外', artist: '周杰伦、费玉清' })).toBe('费玉清 - 千里之外.mpg')
  expect(files.find({ song: 'b', title: 'Hip Hop', artist: 'Run DMC' })).toBe('Run-D.M.C. - Hip-Hop.mp4')
  expect(files.find({ song: 'c', title: '双人', artist: '周杰伦、费玉清' })).toBe('周杰伦&费玉清 - 双人.mp4')
})

it('finds a song that was numbered anew in the file of its new number, whoever has the old one now', () => {
  const files = createSongFiles(['100234.mpg', '70001.mpg'])
  expect(files.find({ ...sunny, number: '70001' })).toBe('70001.mpg')
  expect(files.find({ ...sunny, number: '70002' })).toBeUndefined()
})
