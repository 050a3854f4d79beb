/** How `npm run doctor` prints what it found. */
import { padded } from '../lib/columns.ts'
import type { Finding } from './finding.ts'

export const help = `
  npm run doctor              体检：这台电脑和门店今晚行不行，不行怎么办
                              a check-up: are this machine and this house fit for the evening, and what to do if not

  HOST、PORT、DATA_DIR        和开机时一样；开着的中枢在哪个端口，它自己知道
                              as at the start; of a hub that runs on the folder it knows the port
  --data DIR                  数据夹 the data folder

  0 可以开店 fit · 1 有必须先处理的 something must be done first
`

const signs = { good: '✓', warn: '!', bad: '✗' } as const
const column = 24

export function printed({ what, state, told, remedy }: Finding): string[] {
  const head = `  ${signs[state]} ${padded(what, column)}${told}`
  return remedy === undefined ? [head] : [head, ...remedy.split('\n').map(line => `      → ${line}`)]
}

export function verdict(findings: readonly Finding[]): string {
  const bad = findings.filter(({ state }) => state === 'bad').length
  const warned = findings.filter(({ state }) => state === 'warn').length
  if (bad > 0)
    return `\n  ${bad} 处必须先处理 must be seen to first${warned > 0 ? `，${warned} 处最好处理 should be` : ''}\n`
  return warned > 0 ? `\n  可以开店；${warned} 处最好处理 fit; ${warned} should be seen to\n` : '\n  可以开店 fit\n'
}
