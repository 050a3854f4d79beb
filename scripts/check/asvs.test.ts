/** docs/asvs.md names every requirement of ASVS 5.0.0's levels 1 and 2 once, and no test that is not there. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const table = readFileSync(join(root, 'docs/asvs.md'), 'utf8')

/** Section → its requirements of levels 1 and 2; those of level 3 come after them in most sections, not in all. */
const sections: Readonly<Record<string, readonly number[]>> = {
  '1.1': upTo(2),
  '1.2': upTo(9),
  '1.3': upTo(11),
  '1.4': upTo(3),
  '1.5': upTo(2),
  '2.1': upTo(3),
  '2.2': upTo(3),
  '2.3': upTo(4),
  '2.4': upTo(1),
  '3.2': upTo(2),
  '3.3': upTo(4),
  '3.4': upTo(6),
  '3.5': upTo(5),
  '3.7': upTo(2),
  '4.1': upTo(3),
  '4.2': upTo(1),
  '4.3': upTo(2),
  '4.4': upTo(4),
  '5.1': upTo(1),
  '5.2': upTo(3),
  '5.3': upTo(2),
  '5.4': upTo(3),
  '6.1': upTo(3),
  '6.2': upTo(12),
  '6.3': upTo(4),
  '6.4': upTo(4),
  '6.5': upTo(5),
  '6.6': upTo(3),
  '6.8': upTo(4),
  '7.1': upTo(3),
  '7.2': upTo(4),
  '7.3': upTo(2),
  '7.4': upTo(5),
  '7.5': upTo(2),
  '7.6': upTo(2),
  '8.1': upTo(2),
  '8.2': upTo(3),
  '8.3': upTo(1),
  '8.4': upTo(1),
  '9.1': upTo(3),
  '9.2': upTo(4),
  '10.1': upTo(2),
  '10.2': upTo(2),
  '10.3': upTo(4),
  '10.4': upTo(11),
  '10.5': upTo(5),
  '10.6': upTo(2),
  '10.7': upTo(3),
  '11.1': upTo(2),
  '11.2': upTo(3),
  '11.3': upTo(3),
  '11.4': upTo(4),
  '11.5': upTo(1),
  '11.6': upTo(1),
  '12.1': upTo(3),
  '12.2': upTo(2),
  '12.3': upTo(4),
  '13.1': upTo(1),
  '13.2': upTo(5),
  '13.3': upTo(2),
  '13.4': upTo(5),
  '14.1': upTo(2),
  '14.2': upTo(4),
  '14.3': upTo(3),
  '15.1': upTo(3),
  '15.2': upTo(3),
  '15.3': upTo(7),
  '16.1': upTo(1),
  '16.2': upTo(5),
  '16.3': upTo(4),
  '16.4': upTo(3),
  '16.5': upTo(3),
  '17.1': upTo(1),
  '17.2': upTo(4),
  '17.3': upTo(2),
}

interface Row {
  readonly ids: readonly string[]
  readonly state: string
  readonly by: string
}

const rows: readonly Row[] = table
  .split('\n')
  .map(line => line.split('|').map(cell => cell.trim()))
  .filter(cells => /^\d/.test(cells[1] ?? ''))
  .map(([, ids = '', , , state = '', by = '']) => ({ ids: ids.split(' '), state, by }))

it('has a row for each requirement, and one only', () => {
  const wanted = Object.entries(sections).flatMap(([section, numbers]) => numbers.map(number => `${section}.${number}`))
  expect(wanted).toHaveLength(253)
  expect(rows.flatMap(({ ids }) => ids).sort()).toEqual(wanted.sort())
})

it('says of each that it is met by a test that is there, not applicable, or open, and why', () => {
  const wrong = rows.flatMap(({ ids, state, by }) => {
    if (state === 'met') return isTested(by) ? [] : [`${ids.join(' ')}: no such test: ${by}`]
    return (state === 'n/a' || state === 'open') && by.length > 4 ? [] : [`${ids.join(' ')}: ${state}`]
  })
  expect(wrong).toEqual([])
})

/** `file` “title”: the title as it stands in the file; or several of them. */
const isTested = (by: string): boolean => by.split(/, (?=`)/).every(isThere)

function isThere(one: string): boolean {
  const [, file = '', title = ''] = /^`([^`]+)` “(.+)”$/.exec(one) ?? []
  const path = join(root, file)
  return (
    title !== '' &&
    /\.(test\.tsx?|journey\.ts)$/.test(file) &&
    existsSync(path) &&
    readFileSync(path, 'utf8').includes(title)
  )
}

function upTo(last: number): readonly number[] {
  return Array.from({ length: last }, (_, index) => index + 1)
}
