import { describe, expect, test } from 'vitest'
import type { HouseTrouble } from '../state/house-troubles.ts'
import type { ReaderTrouble } from '../state/reader-troubles.ts'
import { createAlarm } from './alarm.ts'
import type { Tone } from './tones.ts'
import { type Amiss, type FailingPrinter, printerKey, troubleSoundings } from './trouble-soundings.ts'

const minute = 60_000
const panel = (room: string): HouseTrouble => ({ kind: 'panel', key: `panel/${room}/0`, since: 0, room })
const backup: HouseTrouble = { kind: 'backup', key: 'backup/5', since: 5, why: 'disk-full' }
const budget = (left: number): HouseTrouble => ({ kind: 'budget', key: `budget/chen/${left}`, staff: 'chen', left })
const reader: ReaderTrouble = { key: 'reader/d1/r1/0', device: 'd1', kind: 'gone', since: 0 }
const printer = (waiting: number): FailingPrinter => ({ state: 'no-paper', since: 0, waiting })

/** What is heard when `amiss` is looked at once a second for so long, from an hour after it began. */
function heardIn(length: number, amiss: (now: number) => Partial<Amiss>): readonly Tone[] {
  const heard: Tone[] = []
  const alarm = createAlarm(tone => heard.push(tone) > 0)
  for (let now = 60 * minute; now < 60 * minute + length; now += 1000) {
    const known = new Set<string>()
    const nothing = { readers: [], house: [], printer: undefined, known, now }
    alarm.look(troubleSoundings({ ...nothing, ...amiss(now) }), now)
  }
  return heard
}
const times = (tone: Tone, count: number) => Array.from({ length: count }, () => tone)

describe('what is amiss in the house', () => {
  test('sounds once and now and then again, by what it keeps from guests', () => {
    // Its party cannot call. A switch that is off is one thing, and known after the first.
    expect(heardIn(10 * minute, () => ({ house: [panel('v08')] }))).toEqual(times('warning', 4))
    expect(heardIn(25 * minute, () => ({ house: ['v1', 'v2', 'v3'].map(panel) }))).toEqual(times('warning', 3))
    expect(heardIn(25 * minute, () => ({ readers: [reader] }))).toEqual(times('warning', 3))
    expect(heardIn(121 * minute, () => ({ house: [backup] }))).toEqual(times('info', 3))
    expect(heardIn(10 * minute, () => ({ printer: printer(3) }))).toEqual(times('warning', 4))
    expect(heardIn(10 * minute, () => ({ printer: printer(0) }))).toEqual(times('warning', 1))
  })

  test('is still once somebody said 知道了, until it happens anew', () => {
    const known = new Set([panel('v08').key, reader.key, backup.key, printerKey(printer(3))])
    const amiss = { house: [panel('v08'), backup], readers: [reader], printer: printer(3), known }
    expect(heardIn(60 * minute, () => amiss)).toEqual([])
    expect(heardIn(minute, () => ({ ...amiss, house: [{ ...panel('v08'), key: 'panel/v08/9' }] }))).toHaveLength(1)
  })

  test('is one sound for forty panels that lose their network one by one, and one for the rest', () => {
    const start = 60 * minute
    const lost = (now: number) => Array.from({ length: Math.min(40, (now - start) / 1000) }, (_, n) => panel(`v${n}`))
    expect(heardIn(9 * minute, now => ({ house: lost(now) }))).toEqual(times('warning', 2))
  })

  test('says that a budget is low once, and not with every gift after that, known or not', () => {
    const spent = (now: number) => budget(100 - Math.floor((now - 60 * minute) / minute))
    expect(heardIn(60 * minute, now => ({ house: [spent(now)] }))).toEqual(['info'])
    const known = new Set(Array.from({ length: 100 }, (_, left) => `budget/chen/${left + 1}`))
    expect(heardIn(60 * minute, now => ({ house: [spent(now)], known }))).toEqual(['info'])
  })

  test('leaves the printer time while its paper is changed', () => {
    const since = 60 * minute
    expect(heardIn(19_000, () => ({ printer: { ...printer(1), since } }))).toEqual([])
    expect(heardIn(22_000, () => ({ printer: { ...printer(1), since } }))).toEqual(['warning'])
  })

  test('keeps no call waiting', () => {
    const heard: Tone[] = []
    const alarm = createAlarm(tone => heard.push(tone) > 0)
    const panels = troubleSoundings({ readers: [], house: [panel('v1')], printer: undefined, known: new Set(), now: 0 })
    alarm.look(panels, 0)
    alarm.look([...panels, { key: 'request/a', tone: 'info' }], 1000)
    expect(heard).toEqual(['warning', 'info'])
  })
})
