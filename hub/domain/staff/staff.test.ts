import { describe, expect, it } from 'vitest'
import type { DeviceKind } from '../../../shared/protocol/words.ts'
import { isRefusal } from '../decision.ts'
import type { Event, EventOf } from '../events.ts'
import { evolve } from '../evolve.ts'
import { as, evening, hour, type MetaOverrides, metaOf, minute, second, system } from '../fixture.testing.ts'
import { given } from '../given.testing.ts'
import type { Principal } from '../principal.ts'
import { resetPinAtHub } from './decide.ts'
import { noticeSession } from './session.ts'

const console1: Principal = { kind: 'console', device: 'pc1' }
const signIn = { type: 'SignIn', staff: 'chen', pin: '123456' } as const
const pin = (verdict: 'right' | 'wrong', more: MetaOverrides = {}): MetaOverrides => ({
  by: console1,
  ...more,
  facts: { pin: verdict, ...more.facts },
})
const failed = (failures: number, more: Partial<EventOf<'PinFailed'>> = {}): EventOf<'PinFailed'> => ({
  type: 'PinFailed',
  staff: 'chen',
  failures,
  off: false,
  ...more,
})
const signedIn = (session: string, device: string, staff: string): Event => ({
  type: 'SignedIn',
  session,
  device,
  staff,
  idleMs: 5 * minute,
  endsAt: evening + 12 * hour,
})

describe('signing in', () => {
  it('opens a session, ends the one before on this console, and forgets wrong tries', () => {
    const { state } = given(failed(3), signedIn('old', 'pc1', 'lily'))
      .when(signIn, pin('right'))
      .gives({ type: 'SignedOut', session: 'old', why: 'replaced' }, signedIn('s1', 'pc1', 'chen'))
      .tells({ session: 's1' })
    expect([...state.sessions.values()].map(({ id }) => id)).toEqual(['s1'])
    expect(state.pins.has('chen')).toBe(false)
  })

  it('lasts all evening on a console of one’s own, idle or not; minutes on one of several people', () => {
    const idleMs = (sharedConsole: boolean) => {
      const [signed] = given().when(signIn, pin('right', { facts: { sharedConsole } })).events
      return signed?.type === 'SignedIn' ? signed.idleMs : undefined
    }
    expect(idleMs(false)).toBe(12 * hour)
    expect(idleMs(true)).toBe(5 * minute)
  })

  it('says the same of a wrong PIN and of nobody', () => {
    given()
      .when(signIn, pin('wrong'))
      .refuses('wrong-pin', 'try-again', [failed(1)])
    given()
      .when({ ...signIn, staff: 'nobody' }, pin('wrong'))
      .refuses('wrong-pin', 'try-again')
  })

  it.each([
    [5, 30],
    [6, 60],
    [7, 120],
    [8, 240],
    [9, 480],
  ])('after failure %i waits %i s', (failures, seconds) => {
    given(failed(failures - 1))
      .when(signIn, pin('wrong'))
      .refuses('wrong-pin', 'wait', [failed(failures, { blockedUntil: evening + seconds * second })])
      .when(signIn, pin('right', { at: evening + seconds * second - 1 }))
      .refuses('pin-delayed', 'wait')
      .when(signIn, pin('right', { at: evening + seconds * second }))
      .givesTypes('SignedIn')
  })

  it('does not count tries while it waits', () => {
    given(failed(5, { blockedUntil: evening + minute }))
      .when(signIn, pin('wrong'))
      .refuses('pin-delayed', 'wait', [])
  })

  it('is off after ten, even with the right one', () => {
    given(failed(9))
      .when(signIn, pin('wrong'))
      .refuses('pin-off', 'ask-manager', [failed(10, { off: true })])
      .when(signIn, pin('right', { at: evening + 9 * hour }))
      .refuses('pin-off', 'ask-manager')
  })
})

describe('a session', () => {
  const expire = { type: 'ExpireSession', session: 's' } as const
  const on = (at: number): MetaOverrides => ({ by: system, at })

  it('ends when nobody used it for a while', () => {
    const house = given(signedIn('s', 'pc1', 'chen'))
    noticeSession(house.state, { at: evening + 3 * minute, by: { device: 'pc1', staff: 'chen' } })
    house
      .when(expire, on(evening + 5 * minute))
      .gives()
      .when(expire, on(evening + 8 * minute))
      .gives({ type: 'SignedOut', session: 's', why: 'expired' })
      .when(expire, on(evening + 9 * minute))
      .gives()
  })

  it('ends after its absolute limit, however busy', () => {
    const house = given(signedIn('s', 'pc1', 'chen'))
    noticeSession(house.state, { at: evening + 12 * hour - 1, by: { device: 'pc1', staff: 'chen' } })
    house.when(expire, on(evening + 12 * hour)).givesTypes('SignedOut')
  })

  it('ends when its person leaves', () => {
    given(signedIn('s', 'pc-chen', 'chen'))
      .when({ type: 'SignOut' }, { by: as('chen') })
      .gives({ type: 'SignedOut', session: 's', why: 'left' })
      .when({ type: 'SignOut' }, { by: as('chen') })
      .gives()
  })

  it('ends elsewhere when its person says so, and not where they are', () => {
    given(signedIn('here', 'pc-chen', 'chen'), signedIn('there', 'pc1', 'chen'), signedIn('other', 'pc2', 'lily'))
      .when({ type: 'SignOut', elsewhere: true }, { by: as('chen') })
      .gives({ type: 'SignedOut', session: 'there', why: 'left' })
      .when({ type: 'SignOut', elsewhere: true }, { by: as('chen') })
      .gives()
      .when({ type: 'SignOut' }, { by: as('chen') })
      .gives({ type: 'SignedOut', session: 'here', why: 'left' })
    given(signedIn('here', 'pc-chen', 'chen'), signedIn('newer', 'pc1', 'chen'))
      .when({ type: 'SignOut', elsewhere: true }, { by: as('chen'), at: evening + minute, tappedAt: evening - minute })
      .gives()
  })
})

describe('a round of pairing', () => {
  const start = { type: 'StartPairing', pin: '123456' } as const
  const pair = { type: 'ConfirmPairing', code: 'BCDFGH', name: 'V12', kind: 'panel', room: 'v12' } as const
  const mei = (more: MetaOverrides = {}): MetaOverrides => ({ by: as('mei'), ...more })
  const saved = (at: number) => mei({ at, facts: { saved: { id: 'row', rev: 1 } } })
  const allowed = (at: number): Event => ({ type: 'PairingAllowed', session: 's', until: at + 10 * minute })
  const there = () => given(signedIn('s', 'pc-mei', 'mei'))

  it('takes the PIN once, then device after device, each of which keeps it open', () => {
    there()
      .when(start, pin('right', mei()))
      .gives(allowed(evening))
      .tells({ until: evening + 10 * minute })
      .when(pair, saved(evening + 9 * minute))
      .gives({ type: 'DevicePaired', device: 'row', rev: 1 }, allowed(evening + 9 * minute))
      .when(pair, saved(evening + 18 * minute))
      .givesTypes('DevicePaired', 'PairingAllowed')
  })

  it('pairs tablets of rooms: whatever acts for more than a room takes the PIN each time', () => {
    const begun = there().when(start, pin('right', mei())).givesTypes('PairingAllowed')
    for (const kind of ['console', 'kiosk', 'reader', 'player'] as const)
      begun.when({ ...pair, kind }, saved(evening)).refuses('pin-again', 'try-again')
    begun.when({ ...pair, kind: 'console', pin: '123456' }, pin('right', saved(evening))).givesTypes('DevicePaired')
  })

  it('lets tablets of before a restore back in without another PIN, and nothing else', () => {
    const readmit = { type: 'ReadmitDevice', device: 'row', code: 'BCDFGH' } as const
    const facts = (deviceKind: DeviceKind) => ({ saved: { id: 'row', rev: 2 }, deviceKind })
    const begun = there().when(start, pin('right', mei())).givesTypes('PairingAllowed')
    for (const kind of ['console', 'kiosk', 'reader', 'player'] as const)
      begun.when(readmit, mei({ facts: facts(kind) })).refuses('pin-again', 'try-again')
    const typed = { ...readmit, pin: '123456' }
    begun.when(typed, pin('right', mei({ facts: facts('kiosk') }))).givesTypes('DevicePaired')
    begun
      .when(typed, pin('wrong', mei({ facts: facts('kiosk') })))
      .refuses('wrong-pin', 'try-again', [{ type: 'PinFailed', staff: 'mei', failures: 1, off: false }])
    there()
      .when(start, pin('right', mei()))
      .when(readmit, mei({ facts: facts('panel') }))
      .gives({ type: 'DevicePaired', device: 'row', rev: 2 }, allowed(evening))
    there()
      .when(readmit, mei({ facts: facts('panel') }))
      .refuses('pin-again', 'try-again')
  })

  it('ends after ten minutes without one, and no later than the session', () => {
    there().when(pair, saved(evening)).refuses('pin-again', 'try-again')
    there()
      .when(start, pin('right', mei()))
      .givesTypes('PairingAllowed')
      .when(pair, saved(evening + 10 * minute))
      .refuses('pin-again', 'try-again')
    const late = evening + 12 * hour - minute
    there()
      .when(start, pin('right', mei({ at: late })))
      .gives({ type: 'PairingAllowed', session: 's', until: evening + 12 * hour })
  })

  it('ends when it is said to, when the console is locked, and for whoever comes after', () => {
    const begun = () => there().when(start, pin('right', mei())).givesTypes('PairingAllowed')
    begun()
      .when({ type: 'EndPairing' }, mei())
      .gives({ type: 'PairingEnded', session: 's' })
      .when(pair, saved(evening))
      .refuses('pin-again', 'try-again')
      .when({ type: 'EndPairing' }, mei())
      .gives()
    begun().when({ type: 'SignOut' }, mei()).givesTypes('SignedOut').when(pair, saved(evening)).refuses('pin-again')
    begun()
      .when({ ...signIn, staff: 'mei' }, pin('right', { by: { kind: 'console', device: 'pc-mei' } }))
      .givesTypes('SignedOut', 'SignedIn')
      .when(pair, saved(evening))
      .refuses('pin-again', 'try-again')
  })

  it('does not start with a wrong PIN, which counts as everywhere', () => {
    there()
      .when(start, pin('wrong', mei()))
      .refuses('wrong-pin', 'try-again', [failed(1, { staff: 'mei' })])
      .when(pair, saved(evening))
      .refuses('pin-again', 'try-again')
  })
})

describe('a PIN is reset', () => {
  const reset = (staff: string) => ({ type: 'ResetPin', staff, newPin: '480271', pin: '123456' }) as const
  const who = (by: string): MetaOverrides => pin('right', { by: as(by), facts: { saved: { id: 'x', rev: 7 } } })

  it('by managers for those below, which ends their sessions', () => {
    given(signedIn('s', 'pc-chen', 'chen'), failed(4))
      .when(reset('chen'), who('mei'))
      .gives({ type: 'PinReset', staff: 'chen', rev: 7 }, { type: 'SignedOut', session: 's', why: 'pin-reset' })
  })

  it.each([
    ['mei', 'huang'],
    ['lily', 'chen'],
    ['bo', 'mei'],
  ])('not by %s for %s', (by, whose) => {
    given().when(reset(whose), who(by)).refuses('not-allowed', 'ask-manager')
  })

  it.each(['123456', '111111', '880816', '520131'])('not to one that is tried first: %s', newPin => {
    given()
      .when({ ...reset('chen'), newPin }, who('mei'))
      .refuses('easy-pin', 'choose-other')
  })

  it('by the owner alone once it is off', () => {
    const off = failed(10, { off: true })
    given(off).when(reset('chen'), who('mei')).refuses('not-allowed', 'ask-manager')
    given(off).when(reset('chen'), who('huang')).givesTypes('PinReset')
  })

  it('with one’s own PIN only', () => {
    const { events } = given()
      .when(reset('chen'), pin('wrong', { by: as('mei') }))
      .refuses('wrong-pin', 'try-again', [failed(1, { staff: 'mei' })])
    expect(events).toHaveLength(1)
  })
})

describe('a PIN at the hub’s machine', () => {
  const meta = metaOf(system, evening, prefix => prefix, { facts: { saved: { id: 'x', rev: 7 } } })
  const off = failed(10, { staff: 'huang', off: true })
  const asOwner = { type: 'SignIn', staff: 'huang', pin: '480271' } as const

  it('is the way back for the last owner: tries are forgotten, and who is signed in as them is out', () => {
    const house = given(signedIn('s', 'pc-huang', 'huang'), signedIn('other', 'pc-mei', 'mei'), off)
    house.when(asOwner, pin('right')).refuses('pin-off')
    const decision = resetPinAtHub(house.state, { staff: 'huang', newPin: '480271' }, meta)
    if (isRefusal(decision)) throw new Error(decision.refused)
    expect(decision.events).toEqual([
      { type: 'PinReset', staff: 'huang', rev: 7, atHub: true },
      { type: 'SignedOut', session: 's', why: 'pin-reset' },
    ])
    for (const event of decision.events) evolve(house.state, event, { at: evening, by: { system: true } })
    expect([...house.state.sessions.values()].map(({ id }) => id)).toEqual(['other'])
    house.when(asOwner, pin('right')).givesTypes('SignedIn')
  })

  it('is none that is tried first, and nobody’s who does not work here', () => {
    const { state } = given(off)
    expect(resetPinAtHub(state, { staff: 'huang', newPin: '880816' }, meta)).toMatchObject({ refused: 'easy-pin' })
    expect(resetPinAtHub(state, { staff: 'nobody', newPin: '480271' }, meta)).toMatchObject({ refused: 'unknown' })
  })

  it('is what an owner needs whose PIN is off: with it they set no PIN, not even their own', () => {
    given(off)
      .when({ type: 'ResetPin', staff: 'huang', newPin: '480271', pin: '123456' }, pin('right', { by: as('huang') }))
      .refuses('pin-off')
  })
})
