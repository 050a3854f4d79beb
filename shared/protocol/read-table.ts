/** A table of separated values, row by row, with the line on which each begins (RFC 4180, and what spreadsheets make of it). Pure. */

export interface TableRow {
  readonly line: number
  readonly cells: readonly string[]
  /** A quote was opened and never closed, or something follows it. */
  readonly broken?: true
}

/** No list has so many columns: a file of nothing but commas is not to be a memory full of empty cells. */
const mostCells = 256

const separators = ['\t', ',', ';', '|'] as const

/** The one that the header has most of. */
export function separatorOf(text: string): string {
  const header = text.slice(0, endOfLine(text, 0))
  const counts = separators.map(one => ({ one, times: header.split(one, mostCells).length }))
  return counts.reduce((best, next) => (next.times > best.times ? next : best)).one
}

/** Empty lines are none. */
export function* tableRows(text: string, separator: string): Generator<TableRow> {
  let at = 0
  let line = 1
  while (at < text.length) {
    const end = endOfLine(text, at)
    const plain = text.slice(at, end)
    // Most lines have no quote: those need no walk letter by letter.
    if (!plain.includes('"')) {
      if (plain.trim() !== '') yield { line, cells: plain.split(separator, mostCells).map(trimmed) }
      at = afterLine(text, end)
      line += 1
      continue
    }
    const row = quotedRow(text, at, separator)
    yield { line, cells: row.cells.map(trimmed), ...(row.broken && { broken: true }) }
    line += linesIn(text, at, row.next)
    at = row.next
  }
}

function quotedRow(text: string, from: number, separator: string) {
  const cells: string[] = []
  let broken = false
  let at = from
  for (;;) {
    if (text[at] === '"') {
      let cell = ''
      let close = at
      for (;;) {
        const quote = text.indexOf('"', close + 1)
        if (quote < 0) {
          // Never closed: the rest of its line is the cell, so that the next line is a row again.
          const end = endOfLine(text, at)
          return { cells: [...cells, text.slice(at + 1, end)], broken: true, next: afterLine(text, end) }
        }
        cell += text.slice(close + 1, quote)
        close = quote
        if (text[quote + 1] !== '"') break
        cell += '"'
        close = quote + 1
      }
      at = close + 1
      const rest = at
      while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at += 1
      if (text.slice(rest, at).trim() !== '') broken = true
      if (cells.length < mostCells) cells.push(cell)
    } else {
      const start = at
      while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at += 1
      if (cells.length < mostCells) cells.push(text.slice(start, at))
    }
    if (text[at] !== separator) return { cells, broken, next: afterLine(text, at) }
    at += 1
  }
}

const trimmed = (cell: string): string => cell.trim()

/** CRLF, LF, and the CR of an old Macintosh. */
const lineEnd = /[\r\n]/g

/** Not two searches, of which the one for what a file has none of goes through the rest of it for every line. */
function endOfLine(text: string, from: number): number {
  lineEnd.lastIndex = from
  return lineEnd.test(text) ? lineEnd.lastIndex - 1 : text.length
}

const afterLine = (text: string, end: number): number =>
  text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1

const linesIn = (text: string, from: number, to: number): number =>
  Math.max(1, text.slice(from, to).match(/\r\n|\n|\r/g)?.length ?? 0)
