/** Columns of a thermal printer: what GB18030 writes in one byte is one wide, everything else two. Pure. */
import iconv from 'iconv-lite'

/** Paper width in mm → columns of the small font. */
export const columnsOf = { 80: 48, 58: 32 } as const
export type PaperWidth = keyof typeof columnsOf

export const widthOf = (text: string): number =>
  [...text].reduce((sum, char) => sum + (iconv.encode(char, 'gb18030').length === 1 ? 1 : 2), 0)

/** Lines of at most `columns`; breaks between words where there are any, else between characters. */
export function wrap(text: string, columns: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/(?<= )/)) {
    if (line !== '' && widthOf(line) + widthOf(word.trimEnd()) > columns) {
      lines.push(line.trimEnd())
      line = ''
    }
    for (const char of word) {
      if (widthOf(line) + widthOf(char) > columns) {
        lines.push(line)
        line = ''
      }
      if (line !== '' || char !== ' ') line += char
    }
  }
  return line.trimEnd() === '' && lines.length > 0 ? lines : [...lines, line.trimEnd()]
}

/** `right` at the right edge of the first line, `left` beside it and below. */
export function pair(left: string, right: string, columns: number): readonly string[] {
  const [first = '', ...rest] = wrap(left, Math.max(2, columns - widthOf(right) - 1))
  const gap = Math.max(1, columns - widthOf(first) - widthOf(right))
  return [`${first}${' '.repeat(gap)}${right}`, ...rest]
}
