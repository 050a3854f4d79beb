/** Given copies of the house as it was, when a member is erased or a month has passed, then those go that may hold more than the house does. */
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Event } from '../domain/events.ts'
import type { JournalLine } from '../ports.ts'
import { createEarlierHouses } from './earlier-houses.ts'

const day = 86_400_000
const now = 1_800_000_000_000
let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'changming-earlier-'))
  await writeFile(join(folder, 'venue.json'), '{}')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function leave(name: string, at: number): Promise<void> {
  await mkdir(join(folder, name, 'members'), { recursive: true })
  await writeFile(join(folder, name, 'members', 'm1.json'), '{}')
  await utimes(join(folder, name), at / 1000, at / 1000)
}
const line = (at: number, type: string, event: Event): JournalLine<Event> => ({
  seq: 1,
  at,
  batch: 1,
  by: { system: true },
  command: { type },
  events: [event],
})
const erased = (at: number, type = 'EraseMember') => line(at, type, { type: 'MemberErased', member: 'm1', rev: 2 })
const rolled = (at: number) => line(at, 'RollDay', { type: 'DayRolled', day: '2027-01-15' })

async function left(...lines: JournalLine<Event>[]): Promise<string[]> {
  const failures: unknown[] = []
  const houses = createEarlierHouses({ folder, failed: error => failures.push(error) })
  houses.notice(lines)
  await houses.settled()
  expect(failures).toEqual([])
  return (await readdir(folder)).sort()
}

it('go with the first member who is erased, but for one that was made since', async () => {
  await leave('.before-version-2', now - day)
  await leave('.before-20270115-080000', now - 1)
  await leave('.restoring', now - 1)
  await leave('.before-version-3', now + 1)
  expect(await left(erased(now))).toEqual(['.before-version-3', 'venue.json'])
})

it('stay when whom the house had erased already is erased once more, after a restore', async () => {
  await leave('.before-20270115-080000', now - 1)
  expect(await left(erased(now, 'EraseAgain'))).toEqual(['.before-20270115-080000', 'venue.json'])
})

it('go after a month in any case', async () => {
  await leave('.before-version-2', now - 31 * day)
  await leave('.before-20270115-080000', now - 29 * day)
  expect(await left(rolled(now))).toEqual(['.before-20270115-080000', 'venue.json'])
})

it('that could not be removed are tried again at the day’s end', async () => {
  const failures: unknown[] = []
  const houses = createEarlierHouses({ folder: join(folder, 'late'), failed: error => failures.push(error) })
  houses.notice([erased(now)])
  await houses.settled()
  expect(failures).toHaveLength(1)
  await leave(join('late', '.before-version-2'), now - day)
  houses.notice([rolled(now + 1000)])
  await houses.settled()
  expect(await readdir(join(folder, 'late'))).toEqual([])
})
