/** A ticket as the bytes that an ESC/POS printer with a Chinese font understands. Pure. */
import iconv from 'iconv-lite'
import { columnsOf, type PaperWidth, pair, wrap } from './columns.ts'
import type { Paper, PaperLine } from './paper.ts'

const esc = 0x1b
const gs = 0x1d
const fs = 0x1c
const dle = 0x10

const commands = {
  reset: [esc, 0x40],
  /** FS &: two bytes are one Chinese character. */
  chinese: [fs, 0x26],
  left: [esc, 0x61, 0],
  middle: [esc, 0x61, 1],
  bold: (on: boolean) => [esc, 0x45, on ? 1 : 0],
  /** GS !: times wide in the high half, times high in the low one, each less one. */
  size: (wide: 1 | 2, high: 1 | 2) => [gs, 0x21, ((wide - 1) << 4) | (high - 1)],
  /** Feeds so that the last line is past the knife, and cuts but for one point. */
  cut: [gs, 0x56, 66, 0],
  newline: [0x0a],
} as const

/** DLE EOT n: asked and answered at once, whatever is in the buffer. 1: the printer, 2: why it is offline, 4: the paper. */
export const askNow = (what: 1 | 2 | 4): Uint8Array => Uint8Array.of(dle, 0x04, what)
/** GS r 1: answered when everything sent before has been printed. */
export const askWhenDone: Uint8Array = Uint8Array.of(gs, 0x72, 1)

export function escpos({ lines }: Paper, paper: PaperWidth): Uint8Array {
  const columns = columnsOf[paper]
  return Uint8Array.from([
    ...commands.reset,
    ...commands.chinese,
    ...lines.flatMap(line => bytesOf(line, columns)),
    ...commands.cut,
  ])
}

function bytesOf(line: PaperLine, columns: number): readonly number[] {
  switch (line.kind) {
    case 'title':
      return [
        ...commands.middle,
        ...commands.size(2, 2),
        ...text(wrap(line.text, columns / 2)),
        ...plain,
        ...commands.left,
      ]
    case 'text':
      return [...commands.bold(line.bold === true), ...text(wrap(line.text, columns)), ...commands.bold(false)]
    case 'pair': {
      const body = text(pair(line.left, line.right, columns))
      return line.big ? [...commands.size(1, 2), ...body, ...plain] : body
    }
    case 'rule':
      return text(['-'.repeat(columns)])
  }
}

const plain = commands.size(1, 1)

const text = (lines: readonly string[]): readonly number[] =>
  lines.flatMap(line => [...iconv.encode(printable(line), 'gb18030'), ...commands.newline])

/** What a guest typed is on paper as text, never as a command. */
const printable = (line: string): string => line.replace(/\p{Cc}/gu, ' ')
