import { describe, expect, it } from 'vitest'
import { createManualClock } from '../system/manual-clock.testing.ts'
import { createAlarms } from './alarms.ts'

const second = 1000

function house() {
  const clock = createManualClock()
  const open = new Set<string>()
  const escalated: string[] = []
  const alarms = createAlarms({
    clock,
    isWaiting: id => open.has(id),
    withinMs: () => 10 * second,
    graceMs: 60 * second,
    escalate: id => escalated.push(id),
  })
  return {
    alarms,
    escalated,
    pass: (ms: number) => clock.turn(ms),
    call(id: string) {
      open.add(id)
      alarms.look([id])
    },
    take(id: string) {
      open.delete(id)
      alarms.look([id])
    },
    again: (...ids: string[]) => alarms.again(ids),
    hears: (device: string, ...requests: string[]) => alarms.heard(device, requests),
  }
}

describe('a call', () => {
  it('that no console confirms escalates, once', async () => {
    const { call, pass, escalated } = house()
    call('r1')
    await pass(10 * second - 1)
    expect(escalated).toEqual([])
    await pass(1)
    await pass(60 * second)
    expect(escalated).toEqual(['r1'])
  })

  it('that one console heard waits for its turn, also when that console goes', async () => {
    const { call, pass, hears, alarms, escalated } = house()
    call('r1')
    call('r2')
    hears('bar')
    hears('floor', 'r1')
    alarms.gone('floor')
    alarms.look(['r1'])
    await pass(60 * second)
    expect(escalated).toEqual(['r2'])
  })

  it('that was taken in time is nobody’s alarm, and one whose taker never came is one again', async () => {
    const { call, take, hears, pass, escalated } = house()
    call('r1')
    hears('floor', 'r1')
    take('r1')
    hears('floor')
    await pass(60 * second)
    expect(escalated).toEqual([])
    call('r1')
    await pass(10 * second)
    expect(escalated).toEqual(['r1'])
  })

  it('that is everybody’s again is to be heard anew, by whoever heard it before too', async () => {
    const { call, hears, again, pass, escalated } = house()
    call('r1')
    call('r2')
    hears('floor', 'r1', 'r2')
    again('r1', 'r2')
    await pass(5 * second)
    hears('floor', 'r1')
    await pass(5 * second)
    expect(escalated).toEqual(['r2'])
  })

  it('heard before the hub looked is heard', async () => {
    const { call, hears, pass, escalated } = house()
    hears('floor', 'r1')
    call('r1')
    await pass(60 * second)
    expect(escalated).toEqual([])
  })

  it('that waited while the hub was down gives consoles time to come back', async () => {
    const { call, alarms, pass, escalated } = house()
    call('r1')
    alarms.begin(['r1', 'r2'])
    await pass(59 * second)
    expect(escalated).toEqual([])
    await pass(second)
    expect(escalated).toEqual(['r1'])
  })
})
