import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import type { Song } from '../domain/playlist/song.ts'
import { type AbsentSongs, planSongs } from './plan.ts'

const song = (id: string, title: string, artist: string, more: Partial<Song> = {}): Song => ({
  id,
  title,
  artist,
  language: 'zh',
  popularity: 5,
  ...more,
})
const present = [song('s1', '吻别', '张学友'), song('s2', '朋友', '周华健'), song('s3', '红豆', '王菲')]
const plan = (text: string, { absent = 'keep' as AbsentSongs, encoding = 'utf-8' } = {}) =>
  planSongs(iconv.encode(text, encoding), present, absent)

describe('a file of songs', () => {
  it('is compared with what is sung: new, changed, the same, and absent', () => {
    const { plan: told, songs } = plan('歌名,歌手,语种\n吻别,张学友,国语\n朋友,周华健,粤语\n海阔天空,Beyond,粤语\n')
    expect(told).toMatchObject({ rows: 3, added: 1, changed: 1, same: 1, faulty: 0, absent: 1, songs: 4, faults: [] })
    expect(songs?.map(({ id, title, language }) => [title, language, id.slice(0, 2)])).toEqual([
      ['红豆', 'zh', 's3'],
      ['吻别', 'zh', 's1'],
      ['朋友', 'yue', 's2'],
      ['海阔天空', 'yue', expect.stringMatching(/^f/)],
    ])
  })

  it('drops what it does not have where that is wanted', () => {
    const { plan: told, songs } = plan('歌名,歌手\n吻别,张学友\n', { absent: 'drop' })
    expect(told).toMatchObject({ absent: 2, songs: 1 })
    expect(songs?.map(({ id }) => id)).toEqual(['s1'])
  })

  it('keeps what it has no column for, and an id for good', () => {
    const { songs } = plan('title\tartist\tplays\n吻别\t张学友\t1,204\n')
    expect(songs?.find(({ id }) => id === 's1')).toEqual(song('s1', '吻别', '张学友', { popularity: 1204 }))
    const [once, again] = [1, 2].map(() => plan('歌名,歌手\n新歌,某人\n').songs?.at(-1)?.id)
    expect(once).toBe(again)
  })

  it('goes by number where there is one', () => {
    const { plan: told, songs } = plan('编号,歌名,歌手\nS1,吻别（现场）,张学友\n90001,吻别,张学友\n')
    expect(told).toMatchObject({ added: 1, changed: 1 })
    expect(songs?.map(({ id, title }) => [id, title])).toEqual([
      ['s2', '朋友'],
      ['s3', '红豆'],
      ['s1', '吻别（现场）'],
      ['90001', '吻别'],
    ])
  })

  it('numbered anew has the songs of before, each once, and what hangs on them goes on', () => {
    const twice = [...present, song('s4', '朋友', '周华健')]
    const text =
      '编号,歌名,歌手\n70001,吻别,张学友\n70002,朋友,周华健\n70003,朋友,周华健\n70004,朋友,周华健\n70005,新歌,某人\n'
    const { plan: told, songs } = planSongs(Buffer.from(text), twice, 'keep')
    expect(told).toMatchObject({ added: 2, changed: 3, faulty: 0, absent: 1, songs: 6 })
    expect(songs?.map(({ id }) => id)).toEqual(['s3', 's1', 's2', 's4', '70004', '70005'])
    // Their files are named by the number.
    expect(songs?.map(({ number }) => number)).toEqual([undefined, '70001', '70002', '70003', undefined, undefined])
    const again = planSongs(Buffer.from(text), songs ?? [], 'keep')
    expect(again.plan).toMatchObject({ added: 0, same: 5, songs: 6 })
    expect(again.songs?.map(({ id }) => id).sort()).toEqual(songs?.map(({ id }) => id).sort())
    const numberless = planSongs(Buffer.from('歌名,歌手\n吻别,张学友\n'), songs ?? [], 'keep')
    expect(numberless.songs?.find(({ id }) => id === 's1')?.number).toBe('70001')
  })

  it('goes by the new number from then on, and gives the old one to whoever has it now', () => {
    const { songs: renumbered = [] } = plan('编号,歌名,歌手\n70001,吻别,张学友\n')
    const list = '编号,歌名,歌手\n70001,吻别（现场）,张学友\nS1,新歌,某人\n'
    const { plan: told, songs = [] } = planSongs(Buffer.from(list), renumbered, 'keep')
    expect(told).toMatchObject({ added: 1, changed: 1, faulty: 0 })
    const named = (title: string) => songs.find(song => song.title === title)
    expect(named('吻别（现场）')).toMatchObject({ id: 's1', number: '70001' })
    expect(named('新歌')).toMatchObject({ number: 'S1' })
    expect(new Set(songs.map(({ id }) => id)).size).toBe(songs.length)
    expect(planSongs(Buffer.from(list), songs, 'keep').plan).toMatchObject({ added: 0, changed: 0, same: 2 })
  })

  it('keeps a number that is no id of ours as the file is named', () => {
    const { songs } = plan('编号,歌名,歌手\nA 12/3,新歌,某人\nS9,又一首,某人\n')
    expect(songs?.slice(-2).map(({ id, number }) => [id.length > 10, number])).toEqual([
      [true, 'A 12/3'],
      [false, undefined],
    ])
  })

  it.each(['utf-8', 'utf-16le', 'gb18030'])('is read in %s', encoding => {
    expect(plan('\uFEFF歌名,歌手\n吻别,张学友\n朋友,周华健\n', { encoding }).plan).toMatchObject({ rows: 2, same: 2 })
  })

  it('says of each faulty row on which line it stands, and takes the others', () => {
    const text = [
      '歌名,歌手,时长,入库日期,热度',
      '吻别,张学友,4:05,2026-11-01,9',
      ',谁,,,',
      '吻别,张学友,,,',
      '朋友,周华健,很长,,',
      '红豆,王菲,200,上周,',
      '红豆,王菲,200,,很多',
      '"海阔天空,Beyond,,,',
      '光辉岁月,Beyond,,,,,多了',
      `${'长'.repeat(121)},谁,,,`,
      '后来,刘若英,245,,',
    ].join('\n')
    const { plan: told, songs } = plan(text)
    expect(told.faults.map(({ line, fault }) => [line, fault])).toEqual([
      [3, 'no-title'],
      [4, 'repeated'],
      [5, 'number'],
      [6, 'date'],
      [7, 'number'],
      [8, 'quotes'],
      [9, 'cells'],
      [10, 'too-long'],
    ])
    expect(told).toMatchObject({ rows: 10, faulty: 8, changed: 1, added: 1 })
    expect(songs?.find(({ title }) => title === '后来')?.lengthMs).toBe(245_000)
    expect(songs?.find(({ id }) => id === 's1')).toMatchObject({
      lengthMs: 245_000,
      addedAt: Date.UTC(2026, 10, 1),
      popularity: 9,
    })
  })

  it('loses one row, not all, to a letter that is cut in two', () => {
    const rows = Array.from({ length: 61 }, (_, at) => `第${at}首,歌手\n`).join('')
    const bytes = Buffer.concat([
      Buffer.from('歌名,歌手\n吻别,张学友\n'),
      Buffer.from('晴').subarray(0, 2),
      Buffer.from(`天,周杰伦\n${rows}`),
    ])
    const { plan: told } = planSongs(bytes, present, 'keep')
    expect(told).toMatchObject({ encoding: 'utf-8', rows: 63, same: 1, added: 61, faulty: 1 })
    expect(told.faults.map(({ line, fault }) => [line, fault])).toEqual([[3, 'letters']])
  })

  it('names the columns that it lacks, and what the others were taken for', () => {
    const { plan: told, songs } = plan('歌名,备注\n吻别,好听\n')
    expect(songs).toBeUndefined()
    expect(told).toMatchObject({
      problem: 'no-columns',
      missing: ['artist'],
      columns: [{ header: '歌名', field: 'title' }, { header: '备注' }],
    })
  })

  it.each([
    ['empty', new Uint8Array()],
    ['empty', Buffer.from('\n\n')],
    ['workbook', Buffer.from('PK\x03\x04…')],
    ['no-text', Uint8Array.of(1, 0, 2, 3, 0, 0, 9, 0, 7)],
    ['nothing-left', Buffer.from('歌名,歌手\n,\n')],
  ] as const)('is refused in so many words: %s', (problem, bytes) => {
    const { plan: told, songs } = planSongs(bytes, present, 'keep')
    expect(told.problem).toBe(problem)
    expect(songs).toBeUndefined()
  })
})
