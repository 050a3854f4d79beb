import { describe, expect, test } from 'vitest'
import type { CheckInView, RequestView } from '../../../shared/protocol/views/console.ts'
import { groupAlerts, isFlood, sortAlerts } from './alerts.ts'

const at = 1_000_000

const call = (id: string, more: Partial<RequestView> = {}): RequestView => ({
  id,
  room: 'r1',
  what: { kind: 'service', service: 'ice' },
  severity: 'info',
  status: 'open',
  openedAt: at,
  times: 1,
  onTheWay: false,
  level: 0,
  reopened: 0,
  vip: false,
  ...more,
})
const checkIn = (id: string, vip: boolean): CheckInView => ({
  id,
  at,
  lapsesAt: at + 1,
  how: 'card',
  vip,
  discreet: false,
  glance: false,
})

describe('what is to be done', () => {
  test('stands by what hurts most, the oldest of equals first', () => {
    const sorted = sortAlerts({
      checkIns: [checkIn('plain', false), checkIn('vip', true)],
      requests: [
        call('ice'),
        call('taken', { severity: 'critical', status: 'acknowledged', openedAt: at - 9 }),
        call('young', { severity: 'critical', openedAt: at - 1 }),
        call('old', { severity: 'critical', openedAt: at - 5 }),
        call('mic', { severity: 'warning' }),
        call('done', { status: 'resolved', severity: 'critical' }),
      ],
    })
    expect(sorted.map(({ key }) => key)).toEqual([
      'request/old',
      'request/young',
      'checkin/vip',
      'request/mic',
      'checkin/plain',
      'request/ice',
      'request/taken',
      'request/done',
    ])
  })

  test('has what one took oneself below all that waits for somebody, before what others took, until it is solved or put aside', () => {
    const mine = { status: 'acknowledged', takenBy: 's1' } as const
    const calls = [
      call('mine', mine),
      call('mine-worse', { ...mine, severity: 'critical', openedAt: at + 9 }),
      call('aside', { ...mine, snooze: 'waiting-part' }),
      call('solved', { ...mine, status: 'resolved' }),
      call('theirs', { ...mine, takenBy: 's2' }),
      call('bad', { severity: 'critical' }),
      call('mic', { severity: 'warning' }),
    ]
    const keys = (own?: string) =>
      sortAlerts({ checkIns: [checkIn('vip', true)], requests: calls }, own).map(({ key }) =>
        key.replace('request/', ''),
      )
    expect(keys('s1')).toEqual(['bad', 'checkin/vip', 'mic', 'mine-worse', 'mine', 'aside', 'theirs', 'solved'])
    expect(keys()).toEqual(['bad', 'checkin/vip', 'mic', 'mine-worse', 'aside', 'mine', 'theirs', 'solved'])
  })

  test('folds arrivals beyond those whose turn it is, never a VIP’s, and what waits for the guest’s word', () => {
    const arrivals = ['a', 'b', 'c', 'd', 'e'].map(id => checkIn(id, false))
    const done = ['x', 'y', 'z'].map(id => call(id, { status: 'resolved' }))
    const sorted = sortAlerts({ checkIns: [...arrivals, checkIn('vip', true)], requests: [call('ice'), ...done] })
    const keys = (flood: boolean) => groupAlerts(sorted, flood).map(({ key, alerts }) => `${key} ${alerts.length}`)
    expect(keys(false)).toEqual([
      'checkin/vip 1',
      'checkin/a 1',
      'checkin/b 1',
      'checkin/c 1',
      'fold/arrivals 2',
      'request/ice 1',
      'request/x 1',
      'request/y 1',
      'request/z 1',
    ])
    expect(keys(true)).toEqual(['checkin/vip 1', 'checkin/a 1', 'fold/arrivals 4', 'request/ice 1', 'fold/done 3'])
  })

  test('folds the panels of a switch that is off, from three on, where the longest away of them stood', () => {
    const away = (count: number) =>
      Array.from({ length: count }, (_, n) => ({
        kind: 'panel' as const,
        key: `panel/r${n}/${at}`,
        since: at + n,
        room: `r${n}`,
      }))
    const budget = { kind: 'budget', key: 'budget/s1/5', staff: 's1', left: 5 } as const
    const keys = (count: number) =>
      groupAlerts(
        sortAlerts({
          requests: [call('bad', { severity: 'critical' }), call('ice')],
          house: [...away(count), budget],
        }),
        false,
      ).map(({ key, alerts }) => `${key} ${alerts.length}`)
    expect(keys(40)).toEqual(['request/bad 1', 'fold/panels 40', 'request/ice 1', 'budget/s1/5 1'])
    expect(keys(3)).toContain('fold/panels 3')
    expect(keys(2)).toEqual(['request/bad 1', `panel/r0/${at} 1`, `panel/r1/${at} 1`, 'request/ice 1', 'budget/s1/5 1'])
  })

  test('is grouped by room where three wait, or two in a flood, where the worst of them stood', () => {
    const requests = [
      call('a', { room: 'r1' }),
      call('b', { room: 'r2', severity: 'critical' }),
      call('c', { room: 'r1' }),
      call('d', { room: 'r2' }),
      call('e', { room: 'r1' }),
    ]
    const keys = (flood: boolean) => groupAlerts(sortAlerts({ requests }), flood).map(({ key }) => key)
    expect(keys(false)).toEqual(['request/b', 'group/r1', 'request/d'])
    expect(keys(true)).toEqual(['group/r2', 'group/r1'])
  })

  test('has what one took of a room as one, from two on, but what is to be told apart', () => {
    const mine = { status: 'acknowledged', takenBy: 's1' } as const
    const requests = [
      call('a', mine),
      call('b', mine),
      call('other-room', { ...mine, room: 'r2' }),
      call('how', { ...mine, what: { kind: 'complaint', category: 'audio' }, severity: 'critical' }),
      call('asks', { ...mine, asks: [{ item: 'beer', qty: 1, options: [] }] }),
      call('aside', { ...mine, snooze: 'waiting-part' }),
      call('theirs', { ...mine, takenBy: 's2' }),
      call('open'),
    ]
    const keys = (own?: string) =>
      groupAlerts(sortAlerts({ requests }, own), false, own).map(({ key, alerts }) => `${key} ${alerts.length}`)
    expect(keys('s1')).toEqual([
      'request/open 1',
      'request/how 1',
      'taken/r1 2',
      'request/asks 1',
      'request/other-room 1',
      'request/aside 1',
      'request/theirs 1',
    ])
    expect(keys()).not.toContain('taken/r1 2')
  })

  test('loses no alert by grouping', () => {
    const mine = { status: 'acknowledged', takenBy: 's1' } as const
    const requests = Array.from({ length: 30 }, (_, n) =>
      call(`q${n}`, { room: `r${n % 4}`, ...(n % 3 === 0 && mine) }),
    )
    const grouped = groupAlerts(sortAlerts({ requests }, 's1'), true, 's1')
    const shown = grouped.flatMap(({ alerts }) => alerts.map(({ key }) => key))
    expect(shown.sort()).toEqual(requests.map(({ id }) => `request/${id}`).sort())
  })

  test('is a flood above five calls in a minute', () => {
    const calls = (count: number, age: number) =>
      Array.from({ length: count }, (_, n) => call(`q${n}`, { openedAt: at - age }))
    expect(isFlood(calls(5, 10), at)).toBe(false)
    expect(isFlood(calls(6, 10), at)).toBe(true)
    expect(isFlood(calls(6, 61_000), at)).toBe(false)
    expect(isFlood(calls(13, 61_000), at)).toBe(true)
  })
})
