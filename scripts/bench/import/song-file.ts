/** The file that a venue's supplier sends: nearly the songs there are, some new and some sung more. */
import iconv from 'iconv-lite'
import type { Song } from '../../../hub/domain/playlist/song.ts'

/** Every so many rows one is new, and one changed. */
const every = 50
const words: Readonly<Record<string, string>> = {
  zh: '国语',
  yue: '粤语',
  nan: '闽南语',
  en: '英语',
  ja: '日语',
  ko: '韩语',
}

/** GB18030, as song machines write it; the last row's title is `last`. */
export function songFile(songs: readonly Song[], last: string): Uint8Array {
  const rows = songs.map(({ id, title, artist, language, popularity }, at) => {
    const isNew = at % every === 0
    const plays = at % every === 1 ? popularity + 1 : popularity
    return [isNew ? `new${at}` : id, isNew ? `${title}新` : title, artist, words[language] ?? '', String(plays)]
  })
  const table = [['编号', '歌名', '歌手', '语种', '点播次数'], ...rows, ['newest', last, '新人', '国语', '0']]
  return iconv.encode(`${table.map(row => row.map(quoted).join(',')).join('\r\n')}\r\n`, 'gb18030')
}

const quoted = (cell: string): string => (/[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
