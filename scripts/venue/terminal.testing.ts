/** A terminal in which these lines are typed, and then no more. */
import { PassThrough } from 'node:stream'
import { type Asking, createAsking } from './ask.ts'

export function terminal(...lines: string[]): { asking: Asking; shown: () => string } {
  const input = new PassThrough()
  const output = new PassThrough()
  let shown = ''
  output.on('data', chunk => {
    shown += String(chunk)
  })
  input.end(lines.map(line => `${line}\n`).join(''))
  return { asking: createAsking(input, output), shown: () => shown }
}
