/** A CSV file of any size, row by row: quotes, a byte order mark, commas, semicolons or tabs; UTF-8 or GB18030. */
import { createReadStream } from 'node:fs'

export type Encoding = 'utf-8' | 'gb18030'

export interface Row {
  /** Where it begins, from 1. */
  readonly line: number
  readonly fields: readonly string[]
}

/** Excel in China writes GB18030, and says so nowhere: what is no UTF-8 from its first byte to its last is that. */
export async function encodingOf(file: string): Promise<Encoding> {
  try {
    for await (const _text of textOf(file, 'utf-8'));
    return 'utf-8'
  } catch (error) {
    if (error instanceof TypeError) return 'gb18030'
    throw error
  }
}

export async function* readCsv(file: string, encoding: Encoding): AsyncGenerator<Row> {
  const take = createRows()
  for await (const text of textOf(file, encoding)) yield* take(text)
  yield* take(undefined)
}

async function* textOf(file: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: encoding === 'utf-8' })
  for await (const part of createReadStream(file)) yield decoder.decode(part, { stream: true })
  yield decoder.decode()
}

/** Takes text as it comes; undefined: that was all. */
function createRows(): (text: string | undefined) => Row[] {
  let fields: string[] = []
  let field = ''
  let quoted = false
  /** A quote inside quotes: the end of them, or with a second one a quote. */
  let closing = false
  let line = 1
  let began = 1
  let separator: string | undefined
  let first = ''

  return text => {
    const rows: Row[] = []
    const endRow = () => {
      if (fields.length > 0 || field.trim() !== '')
        rows.push({ line: began, fields: [...fields, field].map(one => one.trim()) })
      fields = []
      field = ''
      quoted = false
      closing = false
    }
    // The heading is whole before it is known what separates.
    if (separator === undefined) {
      first += text ?? ''
      if (text !== undefined && !first.includes('\n')) return rows
      separator = separatorOf(first.slice(0, first.indexOf('\n') < 0 ? undefined : first.indexOf('\n')))
      take(first)
    } else take(text ?? '')
    if (text === undefined) endRow()
    return rows

    function take(part: string): void {
      for (const sign of part) {
        if (sign === '\n') line += 1
        if (closing && sign === '"') {
          field += '"'
          closing = false
          continue
        }
        if (closing) {
          quoted = false
          closing = false
        }
        if (quoted) {
          if (sign === '"') closing = true
          else field += sign
        } else if (sign === '"' && field.trim() === '') {
          quoted = true
          field = ''
        } else if (sign === separator) {
          fields.push(field)
          field = ''
        } else if (sign === '\n') {
          endRow()
          began = line
        } else if (sign !== '\r') field += sign
      }
    }
  }
}

const separators = [',', ';', '\t']

const separatorOf = (heading: string): string =>
  separators.reduce((best, one) => (heading.split(one).length > heading.split(best).length ? one : best))
