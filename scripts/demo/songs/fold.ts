/** When two rows mean one song: how titles and artists are tidied for people and folded for comparing. */

/** For people: full-width ASCII becomes half-width, runs of blanks one, none at the ends. Kana and hanzi stay as they are. */
export const tidy = (text: string): string =>
  text
    .replace(/[！-～]/g, wide => wide.normalize('NFKC'))
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()

/** For comparing: letters and digits only, lower case, without accents. A title of signs alone stays as it is. */
export function fold(text: string): string {
  const lower = tidy(text).toLowerCase()
  const plain = withoutAccents(lower).replace(/[^\p{L}\p{N}]/gu, '')
  return plain === '' ? lower : plain
}

/** The singers of a row, folded: 周杰伦/费玉清 are two. Empty where nobody is named. */
export const singersOf = (artist: string): readonly string[] =>
  tidy(artist)
    .split(/[/&、,;×]|\sfeat\.?\s/i)
    .filter(part => part.trim() !== '')
    .map(part => fold(part))
    .map(name => aliases.get(name) ?? name)

/** Who is typed in several scripts: folded → as they write themselves, folded. */
const aliases: ReadonlyMap<string, string> = new Map([
  ['gem邓紫棋', '邓紫棋'],
  ['鄧麗君', '邓丽君'],
  ['宇多田光', '宇多田ヒカル'],
  ['中岛美嘉', '中島美嘉'],
  ['米津玄师', '米津玄師'],
  ['爱缪', 'あいみょん'],
  ['aimyon', 'あいみょん'],
  ['初音未来', '初音ミク'],
  ['镜音リン', '鏡音リン'],
  ['镜音レン', '鏡音レン'],
  ['花泽香菜', '花澤香菜'],
  ['仓木麻衣', '倉木麻衣'],
  ['松田圣子', '松田聖子'],
  ['竹内玛利亚', '竹内まりや'],
  ['平野绫', '平野綾'],
  ['高桥洋子', '高橋洋子'],
  ['大冢爱', '大塚愛'],
  ['奥华子', '奥華子'],
  ['spitz', 'スピッツ'],
  ['陈嘉桦', 'ella'],
])

// Only Latin accents: taking ガ apart would make it カ.
const withoutAccents = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
