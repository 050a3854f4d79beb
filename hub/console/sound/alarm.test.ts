import { describe, expect, test } from 'vitest'
import type { OrderView, RequestView, SeekerView, VisitView } from '../../../shared/protocol/views/console.ts'
import { seekerAnswers } from '../../../shared/protocol/words.ts'
import { seekersAtDoor } from '../stage/evening.ts'
import type { SeekerAt } from '../state/pending.ts'
import { createAlarm, repeatMs, type Sounding, soundings, type Waiting } from './alarm.ts'
import type { Tone } from './tones.ts'

function house() {
  const heard: Tone[] = []
  let deaf = false
  const alarm = createAlarm(tone => {
    if (deaf) return false
    heard.push(tone)
    return true
  })
  return {
    heard,
    look: alarm.look,
    deafen(on: boolean) {
      deaf = on
    },
  }
}

const critical: Sounding = { key: 'request/a/0/1/0', tone: 'critical' }
const info: Sounding = { key: 'request/b/0/1/0', tone: 'info' }

describe('the alarm', () => {
  test('sounds a new call once', () => {
    const { look, heard } = house()
    look([info], 0)
    look([info], 60_000)
    expect(heard).toEqual(['info'])
  })

  test('repeats a critical one every 20 s until somebody takes it', () => {
    const { look, heard } = house()
    look([critical], 0)
    look([critical], repeatMs - 1)
    look([critical], repeatMs)
    look([critical], 2 * repeatMs)
    look([], 3 * repeatMs)
    expect(heard).toEqual(['critical', 'critical', 'critical'])
  })

  test('sounds again what was taken and came back', () => {
    const { look, heard } = house()
    look([info], 0)
    look([], 1000)
    look([info], 2000)
    expect(heard).toEqual(['info', 'info'])
  })

  test('makes one sound of many, the worst', () => {
    const { look, heard } = house()
    look([info, critical, { key: 'checkin/k', tone: 'vip' }], 0)
    look([info, critical, { key: 'checkin/k', tone: 'vip' }], 1000)
    expect(heard).toEqual(['critical'])
  })

  test('catches up on what nobody could hear', () => {
    const { look, heard, deafen } = house()
    deafen(true)
    expect(look([critical], 0)).toEqual([])
    deafen(false)
    expect(look([critical], 1000)).toEqual([critical.key])
    expect(heard).toEqual(['critical'])
  })
})

describe('what sounds', () => {
  const call: RequestView = {
    id: 'q',
    what: { kind: 'complaint', category: 'service' },
    severity: 'critical',
    status: 'open',
    openedAt: 0,
    times: 1,
    onTheWay: false,
    level: 0,
    reopened: 0,
    vip: false,
    notTo: 's2',
  }
  const of = (more: Partial<Waiting>) =>
    soundings({ requests: [], checkIns: [], orders: [], seekers: [], me: undefined, onDuty: false, now: 0, ...more })
  const keysOf = (more: Partial<Waiting>) => of(more).map(({ key }) => key)

  test('is not a complaint about who is signed in, and nothing that somebody has', () => {
    expect(of({ requests: [call], me: 's2' })).toEqual([])
    expect(of({ requests: [call], me: 's1' })).toHaveLength(1)
    expect(of({ requests: [call] })).toHaveLength(1)
    expect(of({ requests: [{ ...call, status: 'acknowledged' }], me: 's1' })).toEqual([])
  })
  test('is for whose it is, where they are on duty, and at a station for everybody', () => {
    const zone: RequestView = { ...call, notTo: 's9', whose: ['s2', 's3'] }
    expect(keysOf({ requests: [zone], me: 's2', onDuty: true })).toHaveLength(1)
    expect(keysOf({ requests: [zone], me: 's1', onDuty: true })).toEqual([])
    expect(keysOf({ requests: [zone], me: 's1', onDuty: false })).toHaveLength(1)
    expect(keysOf({ requests: [zone] })).toHaveLength(1)
  })
  test('is heard by whom it was passed on to, and once more where it is not done in time', () => {
    const passed: RequestView = { ...call, passed: { by: 's1', to: { staff: 's3' } }, whose: ['s3'] }
    expect(keysOf({ requests: [passed], me: 's3', onDuty: true })).not.toEqual(keysOf({ requests: [call] }))
    const late: RequestView = { ...call, status: 'acknowledged', overdue: true }
    expect(of({ requests: [late], me: 's1' })).toMatchObject([{ key: 'request/q/overdue', tone: 'warning' }])
    // Also while it is put aside.
    expect(of({ requests: [{ ...late, snooze: 'watching' }], me: 's1' })).toHaveLength(1)
  })
  test('is heard again when it is urged or escalated', () => {
    const keys = keysOf({ requests: [call, { ...call, times: 2 }, { ...call, level: 1 }] })
    expect(new Set(keys).size).toBe(3)
  })

  const order: OrderView = {
    id: 'o',
    visit: 'p',
    room: 'r',
    source: 'menu',
    status: 'placed',
    placedAt: 0,
    lockedUntil: 8000,
    reminderMs: 240_000,
    byStaff: false,
    lines: [],
    needsTick: true,
    ticked: false,
    mind: [],
  }
  test('is a ticket that waits, and again each time it has waited so long once more', () => {
    const at = (now: number) => keysOf({ orders: [order], now })
    expect(at(1000)).toHaveLength(1)
    expect(at(239_999)).toEqual(at(1000))
    expect(at(240_000)).not.toEqual(at(1000))
    expect(at(480_000)).not.toEqual(at(240_000))
    expect(keysOf({ orders: [{ ...order, status: 'accepted' }], now: 480_000 })).toEqual([])
  })
  test('is what a host says of somebody at the door, and that somebody must go there: each once', () => {
    const seekerAt = (more: Partial<SeekerView>, hides: Partial<VisitView> = {}): SeekerAt => ({
      visit: { ...seekersAtDoor[0][1], discreet: false, doNotDisturb: false, ...hides },
      seeker: { id: 'f', at: 0, ...more },
    })
    const heard = (more: Partial<SeekerView>, now: number, hides?: Partial<VisitView>) =>
      keysOf({ seekers: [seekerAt(more, hides)], now })
    expect(heard({}, 59_999)).toEqual([])
    expect(heard({}, 60_000)).toHaveLength(1)
    expect(heard({}, 600_000)).toEqual(heard({}, 60_000))
    const said = seekerAnswers.map(answer => heard({ answer }, 1000).join())
    expect(new Set([...said, heard({}, 60_000).join(), heard({}, 0, { discreet: true }).join()]).size).toBe(5)
    expect(heard({}, 0, { doNotDisturb: true })).toHaveLength(1)
    // 稍等 again is another word than the one before.
    expect(heard({ answer: 'wait', at: 90_000 }, 91_000)).not.toEqual(heard({ answer: 'wait' }, 91_000))
  })
  test('is an order that the host was asked about, anew, once it is the bar’s', () => {
    expect(keysOf({ orders: [{ ...order, status: 'awaiting-approval' }] })).not.toEqual(keysOf({ orders: [order] }))
  })
})
