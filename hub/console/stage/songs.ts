/** What the stage's hub makes of a file of songs, by the file's name: `columns…` lacks one, all else is well. */
import type { AnswerOf, QueryOf } from '../../../shared/protocol/queries.ts'
import type { SongPlan } from '../../../shared/protocol/song-import.ts'
import { tonight } from './evening.ts'

const good: SongPlan = {
  encoding: 'gb18030',
  separator: ',',
  columns: [
    { header: '编号', field: 'id' },
    { header: '歌曲名称', field: 'title' },
    { header: '演唱者', field: 'artist' },
    { header: '语种', field: 'language' },
    { header: '点播次数', field: 'popularity' },
    { header: '备注' },
  ],
  missing: [],
  first: [
    { title: '吻别', artist: '张学友', language: 'zh' },
    { title: '千千阙歌', artist: '陈慧娴', language: 'yue' },
    { title: 'Rolling in the Deep', artist: 'Adele', language: 'en' },
    { title: 'レモン', artist: '米津玄師', language: 'ja' },
  ],
  rows: 300_412,
  added: 1_204,
  changed: 318,
  same: 298_887,
  faulty: 3,
  absent: 57,
  songs: 300_466,
  faults: [
    { line: 1_042, fault: 'no-title', text: '90311  某歌手 国语' },
    { line: 88_120, fault: 'repeated', text: '12044 吻别 张学友 国语' },
    { line: 201_377, fault: 'quotes', text: '55012 "爱 某人 国语' },
  ],
}
/** What the file says, in whatever language. */
export const songsGiven = good.first

const lacking: SongPlan = {
  ...good,
  problem: 'no-columns',
  encoding: 'utf-8',
  columns: [{ header: '名字' }, { header: '演唱者', field: 'artist' }],
  missing: ['title'],
  first: [],
  faulty: 0,
  faults: [],
}

export function planOf({ file, absent }: QueryOf<'PlanSongs'>): AnswerOf['PlanSongs'] {
  if (file.startsWith('columns')) return { state: 'told', plan: lacking, ready: false }
  const dropped = absent === 'drop' ? good.absent : 0
  return { state: 'told', plan: { ...good, songs: good.songs - dropped }, ready: true, catalogue: 'songs/c1' }
}

export const songsSetup: AnswerOf['SongsSetup'] = {
  last: {
    at: tonight - 9 * 86_400_000,
    by: 's1',
    file: '雷石曲库-11月.csv',
    songs: 299_262,
    added: 2_210,
    changed: 0,
    dropped: 0,
    faulty: 0,
  },
}
