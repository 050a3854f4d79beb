/** Measures what was asked for and says it; answers the exit code. */
import { parseArgs } from 'node:util'
import { messageOf } from '../lib/message-of.ts'
import { measure, type What } from './measure.ts'
import { NoColumns, readVisits } from './read-visits.ts'
import { help, nobodyTwice, noColumns, report } from './words.ts'

export const exits = { measured: 0, someRowsBad: 1, notMeasured: 2 } as const
type Exit = (typeof exits)[keyof typeof exits]

export async function insight(args: readonly string[], print: (text: string) => void): Promise<Exit> {
  let asked: (readonly [What, string])[]
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { orders: { type: 'string' }, songs: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    })
    if (values.help) {
      print(help)
      return exits.measured
    }
    const { orders, songs } = values
    asked = [
      ...(orders === undefined ? [] : [['orders', orders] as const]),
      ...(songs === undefined ? [] : [['songs', songs] as const]),
    ]
  } catch (error) {
    print(`  ${messageOf(error)}`)
    asked = []
  }
  if (asked.length === 0) print(help)
  const results: Exit[] = []
  for (const [what, file] of asked) results.push(await measureFile(what, file, print))
  return asked.length === 0 || results.includes(exits.notMeasured)
    ? exits.notMeasured
    : results.includes(exits.someRowsBad)
      ? exits.someRowsBad
      : exits.measured
}

async function measureFile(what: What, file: string, print: (text: string) => void): Promise<Exit> {
  try {
    const log = await readVisits(file)
    const measured = measure(what, log.members)
    print(report(what, file, log, measured))
    if (measured.tested === 0) {
      print(nobodyTwice)
      return exits.notMeasured
    }
    return log.bad.length > 0 ? exits.someRowsBad : exits.measured
  } catch (error) {
    print(error instanceof NoColumns ? noColumns(error) : `  ${messageOf(error)}`)
    return exits.notMeasured
  }
}
