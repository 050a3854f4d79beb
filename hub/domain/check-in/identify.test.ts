import { describe, expect, it } from 'vitest'
import type { Event } from '../events.ts'
import { as, evening, kiosk, type MetaOverrides, second } from '../fixture.testing.ts'
import { by, given } from '../given.testing.ts'
import type { Member } from '../member/member.ts'
import { opened } from '../visit/visit.testing.ts'
import { known, nobody, reader, touch, wangCame } from './check-in.testing.ts'

describe('a card in the lobby', () => {
  it('checks its member in and sings the name out', () => {
    given().when(touch, known('wang')).gives(wangCame).tells({ checkIn: 'c1' })
  })

  it('is one check-in for ten touches, by reader and page', () => {
    const first = given().when(touch, known('wang'))
    for (let n = 1; n < 10; n++)
      first
        .when(touch, known('wang', {}, { at: evening + n * 300, by: n % 2 ? reader : kiosk }))
        .gives()
        .tells({ checkIn: 'c1' })
  })

  it.each<[string, Partial<Member>]>([
    ['did not opt in', { welcome: false }],
    ['is discreet', { discreet: true }],
  ])('says no name where the member %s', (_why, changes) => {
    const { events } = given().when(touch, known('wang', changes))
    expect(events).toMatchObject([{ type: 'CheckedIn', welcomed: false }])
    expect(events[0]).not.toHaveProperty('welcomeUntil')
  })
})

describe('a code or a phone number', () => {
  it.each([
    [{ type: 'ScanCode', code: 'abcd' } as const, kiosk, 'code'],
    [
      { type: 'ScanCode', code: 'abcd' } as const,
      { kind: 'phone', claim: 'f1', kiosk: 'kiosk1' } as const,
      'phone-page',
    ],
    [{ type: 'EnterPhone', phone: '13800000000' } as const, kiosk, 'phone-number'],
  ])('needs a glance of staff before any welcome (%o)', (command, who, how) => {
    const { events } = given().when(command, known('wang', {}, by(who)))
    expect(events).toMatchObject([{ how, glance: true, welcomed: false, kiosk: 'kiosk1' }])
  })
})

describe('a code that changes', () => {
  it('is taken once in each half minute; scanned twice at once it is one check-in', () => {
    const scan = { type: 'ScanCode', code: 'v1' } as const
    const shown = (codeStep: number, when = evening): MetaOverrides => {
      const { facts, ...more } = known('wang', {}, { at: when })
      return { ...more, facts: { ...facts, codeStep } }
    }
    const dismissed = { type: 'DismissCheckIn', checkIn: 'c1' } as const
    given()
      .when(scan, shown(7))
      .tells({ checkIn: 'c1' })
      .when(scan, shown(7, evening + 2 * second))
      .gives()
      .tells({ checkIn: 'c1' })
      .when(scan, shown(8, evening + 2 * second))
      .gives()
      .when(dismissed, by(as('lily'), { at: evening + 4 * second }))
      .when(scan, shown(7, evening + 20 * second))
      .refuses('please-wait', 'try-again', [
        {
          type: 'CheckInFailed',
          checkIn: 'c2',
          how: 'code',
          kiosk: 'kiosk1',
          credential: 'hash-wang',
          failure: 'replayed',
          member: 'wang',
        },
      ])
      .when(scan, shown(6, evening + 25 * second))
      .refuses('please-wait', 'call-staff', expect.any(Array))
      .when(scan, shown(8, evening + 40 * second))
      .tells({ checkIn: expect.any(String) })
  })
})

describe('another number typed instead of one', () => {
  const slip: Event = { ...wangCame, how: 'phone-number', glance: true, welcomed: false }
  const again = { type: 'EnterPhone', phone: '13800000001', instead: wangCame.checkIn } as const
  const gone = { type: 'CheckInDismissed', checkIn: wangCame.checkIn }

  it('sends away whoever the slip of the finger led to, whoever it leads to itself', () => {
    expect(given(slip).when(again, known('li', {}, by(kiosk))).events).toMatchObject([gone, { type: 'CheckedIn' }])
    const failed = given(slip).when(again, nobody(by(kiosk)))
    expect(failed.events[0]).toMatchObject(gone)
    expect(failed.state.checkIns.get(wangCame.checkIn)?.status).toBe('dismissed')
  })

  it('sends nobody away who came otherwise, elsewhere, or was seen by somebody', () => {
    for (const other of [
      { ...slip, how: 'card' as const },
      { ...slip, kiosk: 'kiosk2' },
      { ...slip, glance: false },
    ] satisfies Event[])
      expect(given(other).when(again, known('li', {}, by(kiosk))).events).not.toContainEqual(gone)
  })
})

describe('the desk', () => {
  it('checks a member in, and is told why not', () => {
    const desk = { type: 'CheckInMember', member: 'wang', party: 2 } as const
    const lily = by(as('lily'))
    expect(given().when(desk, known('wang', {}, lily)).events).toMatchObject([
      { how: 'desk', offer: 'v08', glance: false },
    ])
    given().when(desk, nobody(lily)).refuses('nothing-found')
    given(opened('v', 'v01', { host: 'wang' }))
      .when(desk, known('wang', {}, lily))
      .refuses('already-in')
    given(wangCame)
      .when(desk, known('wang', {}, lily))
      .gives()
      .tells({ checkIn: 'c1' })
    given()
      .when(desk, known('ding', {}, lily))
      .refuses('banned', 'ask-manager')
  })
})
