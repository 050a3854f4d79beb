/** The cases of a run, one a line. */
import type { Result } from './boot.ts'

export function table(results: readonly Result[]): string {
  const width = Math.max(0, ...results.map(({ name }) => name.length))
  const lines = results.map(
    ({ name, ok, detail, ms }) =>
      `  ${ok ? 'ok  ' : 'FAIL'}  ${name.padEnd(width)}  ${String(ms).padStart(6)} ms  ${detail}`,
  )
  return ['', ...lines, ''].join('\n')
}
