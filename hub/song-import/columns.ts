/** What the columns of a file of songs are called, in whatever a venue's song machine exports. Pure. */
import type { SongField } from '../../shared/protocol/song-import.ts'

const names: Readonly<Record<SongField, readonly string[]>> = {
  id: [
    'id',
    'songid',
    'songno',
    'number',
    'code',
    '编号',
    '編號',
    '歌曲编号',
    '歌曲編號',
    '歌号',
    '歌號',
    '曲号',
    '曲號',
    '歌曲id',
  ],
  title: [
    'title',
    'song',
    'songname',
    'songtitle',
    'name',
    'track',
    '歌名',
    '歌曲',
    '歌曲名',
    '歌曲名称',
    '歌曲名稱',
    '曲名',
    '名称',
    '名稱',
    '标题',
    '標題',
  ],
  artist: [
    'artist',
    'singer',
    'singername',
    'artistname',
    'by',
    '歌手',
    '歌星',
    '歌星名',
    '歌手名',
    '歌手名称',
    '歌手名稱',
    '演唱',
    '演唱者',
    '艺人',
    '藝人',
    '原唱',
  ],
  language: ['language', 'lang', '语种', '語種', '语言', '語言', '语别', '語別'],
  length: ['length', 'duration', 'time', 'seconds', '时长', '時長', '长度', '長度', '播放时间', '播放時間'],
  popularity: [
    'popularity',
    'plays',
    'playcount',
    'times',
    'hot',
    'hits',
    'rank',
    '热度',
    '熱度',
    '点播',
    '點播',
    '点播次数',
    '點播次數',
    '点击',
    '點擊',
    '次数',
    '次數',
    '人气',
    '人氣',
  ],
  added: [
    'added',
    'addedat',
    'date',
    'createdat',
    '入库',
    '入庫',
    '入库日期',
    '入庫日期',
    '入库时间',
    '入庫時間',
    '上架日期',
    '日期',
    '新歌日期',
  ],
  blocked: ['blocked', 'banned', 'disabled', '禁唱', '禁播', '停用', '屏蔽', '封鎖'],
}
const fieldOf = new Map<string, SongField>(
  Object.entries(names).flatMap(([field, words]) => words.map(word => [word, field as SongField] as const)),
)

/** A field that two columns are called by is the first one's. */
export function mapColumns(
  header: readonly string[],
): readonly { readonly header: string; readonly field?: SongField }[] {
  const taken = new Set<SongField>()
  return header.map(cell => {
    const field = fieldOf.get(
      cell
        .toLowerCase()
        .normalize('NFKC')
        .replace(/[\s_\-()（）:：]/g, ''),
    )
    if (field === undefined || taken.has(field)) return { header: cell.slice(0, 60) }
    taken.add(field)
    return { header: cell.slice(0, 60), field }
  })
}

/** Without which no row is a song. */
export const needed: readonly SongField[] = ['title', 'artist']

const languages = new Map(
  Object.entries({
    zh: ['zh', 'cn', 'chinese', 'mandarin', '国语', '國語', '普通话', '普通話', '华语', '華語', '中文', '汉语', '漢語'],
    yue: ['yue', 'cantonese', '粤语', '粵語', '广东话', '廣東話'],
    nan: ['nan', 'hokkien', 'taiwanese', '闽南语', '閩南語', '台语', '臺語', '台語', '闽南', '閩南'],
    en: ['en', 'english', '英语', '英語', '英文'],
    ja: ['ja', 'jp', 'japanese', '日语', '日語', '日文'],
    ko: ['ko', 'kr', 'korean', '韩语', '韓語', '韩文', '韓文'],
  }).flatMap(([code, words]) => words.map(word => [word, code] as const)),
)

/** '' for one that nobody here can choose by. */
export const languageOf = (cell: string): string => languages.get(cell.toLowerCase().normalize('NFKC')) ?? ''

const yes: ReadonlySet<string> = new Set(['1', 'y', 'yes', 'true', 'x', '是', '禁', '√', '✓'])
export const isYes = (cell: string): boolean => yes.has(cell.toLowerCase())
