import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Command } from '../../../shared/protocol/commands.ts'
import { complaints } from '../../../shared/protocol/words.ts'
import { evening, minute } from '../fixture.testing.ts'
import { given } from '../given.testing.ts'
import { closed, opened, type Party, party, settled } from '../party.testing.ts'
import { isPending } from './pending.ts'

// Mr Wang is black: one minute. A party nobody knows: service 4 min, complaint 2 min.
const strangers = (more: Parameters<typeof opened>[0] = {}) => {
  const { host: _nobody, ...event } = opened(more)
  return party(event)
}
const ice = { type: 'CallService', service: 'ice' } as const
const cups = { type: 'CallService', service: 'cups' } as const
const complain = (category: (typeof complaints)[number]) => ({ type: 'Complain', category }) as const
const resolve = { type: 'ResolveRequest', request: 'r1', outcome: 'fixed' } as const
const requestOf = ({ state }: Party, id = 'r1') => state.requests.get(id)

describe('a complaint that guests told somebody', () => {
  const told = { type: 'Complain', category: 'audio', visit: 'a' } as const

  it('is theirs as though they had tapped it, for whoever walks the rooms', () => {
    const p = strangers()
    p.staff('chen', told).givesTypes('Complained').tells({ request: 'r1', times: 1 })
    expect(requestOf(p)).toMatchObject({ status: 'open', about: { visit: 'a' }, what: { category: 'audio' } })
    // They tapped it as well.
    p.tap(complain('audio')).givesTypes('RequestRepeated').tells({ request: 'r1', times: 2 })
  })

  it('is of a party that is here, and of no other than who stands before the glass', () => {
    party(closed).staff('lily', told).refuses('visit-closed')
    strangers().staff('lily', complain('audio')).refuses('malformed')
    strangers().tap(told).refuses('malformed')
  })
})

describe('a service call', () => {
  it('is one request, however often it is tapped', () => {
    const p = strangers()
    p.tap(ice)
      .gives({
        type: 'ServiceCalled',
        request: 'r1',
        visit: 'a',
        service: 'ice',
        escalatesAt: evening + 4 * minute,
        resolveBy: evening + 15 * minute,
      })
      .tells({ request: 'r1', times: 1 })
    p.tap(ice).gives({ type: 'RequestRepeated', request: 'r1', times: 2 }).tells({ request: 'r1', times: 2 })
    for (let tap = 2; tap < 10; tap += 1) p.tap(ice)
    expect([...p.state.requests.entries()].map(([id]) => id)).toEqual(['r1'])
    expect(p.visit().requests).toEqual(['r1'])
    expect(requestOf(p)).toMatchObject({ status: 'open', times: 10, level: 0 })
  })

  it('of another kind is another, and so is one after the first was done', () => {
    const p = strangers()
    p.tap(ice)
    p.tap(cups).tells({ request: 'r2', times: 1 })
    p.staff('chen', { type: 'TakeRequest', request: 'r1' })
    p.tap(ice).tells({ request: 'r1', times: 2 })
    p.staff('chen', resolve)
    p.tap(ice).tells({ request: 'r3', times: 1 })
  })

  it('stops counting at 99', () => {
    const p = strangers()
    for (let tap = 0; tap < 99; tap += 1) p.tap(ice)
    p.tap(ice).gives().tells({ request: 'r1', times: 99 })
  })

  it('of a party with one of the highest tiers is answered sooner', () => {
    expect(party().tap(ice).events).toMatchObject([{ escalatesAt: evening + minute }])
  })

  it('can still be made after paying, not after leaving', () => {
    party(settled).tap({ type: 'CallService', service: 'bill' }).givesTypes('ServiceCalled')
    party(closed).tap(ice).refuses('visit-closed')
    given().when(ice).refuses('visit-closed')
  })
})

describe('a complaint', () => {
  it('is taken down, sooner answered than a call, and urged when it comes again', () => {
    const p = strangers()
    p.tap(complain('audio')).gives({
      type: 'Complained',
      request: 'r1',
      visit: 'a',
      category: 'audio',
      escalatesAt: evening + 2 * minute,
      resolveBy: evening + 15 * minute,
    })
    p.tap(complain('audio')).gives({ type: 'RequestRepeated', request: 'r1', times: 2 })
    p.tap(complain('price')).tells({ request: 'r2', times: 1 })
  })

  it('about service is not for the attendant of the room', () => {
    const p = party()
    expect(p.tap(complain('service')).events).toMatchObject([{ attendant: 'chen' }])
    p.staff('chen', { type: 'TakeRequest', request: 'r1' }).refuses('not-allowed', 'ask-manager')
    p.station('floor', { type: 'TakeRequest', request: 'r1', as: 'chen' }).refuses('not-allowed')
    p.staff('chen', resolve).refuses('not-allowed')
    p.staff('zhou', { type: 'TakeRequest', request: 'r1' }).givesTypes('RequestTaken')
    const about = party()
    about.tap(complain('audio'))
    about.staff('chen', { type: 'TakeRequest', request: 'r1' }).givesTypes('RequestTaken')
  })

  it('is never swallowed: with five open the sixth goes higher with the oldest', () => {
    const p = strangers()
    for (const category of complaints.slice(0, 5)) p.tap(complain(category)).givesTypes('Complained')
    p.tap(complain('noise'))
      .gives(
        { type: 'RequestRepeated', request: 'r1', times: 2 },
        { type: 'RequestEscalated', request: 'r1', level: 1, escalatesAt: evening + 2 * minute },
      )
      .tells({ request: 'r1', times: 2 })
    p.tap(complain('noise'))
    p.tap(complain('noise')).givesTypes('RequestRepeated', 'RequestEscalated')
    // Nobody is above the owner; it is still said.
    p.tap(complain('noise')).givesTypes('RequestRepeated')
    expect(requestOf(p)).toMatchObject({ level: 3, times: 5 })
  })

  it('that was urged so and is left alone reaches the owner', () => {
    const p = strangers()
    for (const category of complaints.slice(0, 6)) p.tap(complain(category))
    for (let m = 2; m <= 4; m += 2)
      p.time(evening + m * minute, { type: 'EscalateRequest', request: 'r1' }).givesTypes('RequestEscalated')
    expect(requestOf(p)).toMatchObject({ status: 'open', level: 3 })
  })

  it('that was urged so while somebody has it keeps its pace once it is given back', () => {
    const p = strangers()
    for (const category of complaints.slice(0, 5)) p.tap(complain(category))
    p.staff('zhou', { type: 'TakeRequest', request: 'r1' }, { at: evening, tappedAt: evening })
    p.tap(complain('noise'), { at: evening + 1000 }).givesTypes('RequestRepeated', 'RequestEscalated')
    expect(requestOf(p)).not.toHaveProperty('escalatesAt')
    p.staff('zhou', { type: 'ReleaseRequest', request: 'r1' }, { at: evening + 2000, tappedAt: evening + 2000 })
    expect(requestOf(p)).toMatchObject({ status: 'open', level: 1, escalatesAt: evening + 1000 + 2 * minute })
  })
})

describe('好了 and 还没好', () => {
  const done = () => {
    const p = strangers()
    p.tap(complain('audio'))
    p.staff('chen', { type: 'TakeRequest', request: 'r1' })
    p.staff('chen', resolve).gives({
      type: 'RequestResolved',
      request: 'r1',
      staff: 'chen',
      outcome: 'fixed',
      confirmBy: evening + 10 * minute,
    })
    return p
  }

  it('ends it', () => {
    const p = done()
    p.tap({ type: 'ConfirmRequest', request: 'r1' }).gives({ type: 'RequestConfirmed', request: 'r1' })
    p.tap({ type: 'ConfirmRequest', request: 'r1' }).gives().tells({ already: true })
    p.tap({ type: 'ReopenRequest', request: 'r1' }).refuses('wrong-state')
    expect(requestOf(p)).toMatchObject({ status: 'confirmed', resolvedBy: 'chen', outcome: 'fixed', takenBy: 'chen' })
  })

  it('opens it again, and it escalates at once', () => {
    const p = done()
    p.tap({ type: 'ReopenRequest', request: 'r1' }, { at: evening + minute }).gives({
      type: 'RequestReopened',
      request: 'r1',
      escalatesAt: evening + minute,
    })
    p.tap({ type: 'ReopenRequest', request: 'r1' }).gives()
    expect(requestOf(p)).toMatchObject({ status: 'open', reopened: 1, firstTakenAt: evening })
    expect(requestOf(p)).not.toHaveProperty('takenBy')
    expect(requestOf(p)).not.toHaveProperty('outcome')
    p.time(evening + minute, { type: 'EscalateRequest', request: 'r1' }).givesTypes('RequestEscalated')
  })

  it('not said counts as unconfirmed; late is fine', () => {
    const p = done()
    p.time(evening + 9 * minute, { type: 'LapseConfirmation', request: 'r1' }).gives()
    p.time(evening + 10 * minute, { type: 'LapseConfirmation', request: 'r1' }).gives({
      type: 'ConfirmationLapsed',
      request: 'r1',
    })
    expect(requestOf(p)?.status).toBe('unconfirmed')
    p.tap({ type: 'ConfirmRequest', request: 'r1' }).givesTypes('RequestConfirmed')
  })

  it('is said of what was done', () => {
    const p = strangers()
    p.tap(ice)
    p.tap({ type: 'ConfirmRequest', request: 'r1' }).refuses('wrong-state')
    p.tap({ type: 'ReopenRequest', request: 'r1' }).gives()
    p.tap({ type: 'ConfirmRequest', request: 'r9' }).refuses('unknown')
  })

  it('reopens no second call beside a newer one', () => {
    const p = strangers()
    p.tap(ice)
    p.staff('chen', resolve)
    p.tap(ice).tells({ request: 'r2', times: 1 })
    p.tap({ type: 'ReopenRequest', request: 'r1' }).gives({ type: 'RequestRepeated', request: 'r2', times: 2 })
  })
})

describe('withdrawing', () => {
  it('takes back what is open', () => {
    const p = strangers()
    p.tap(ice)
    p.staff('chen', { type: 'TakeRequest', request: 'r1' })
    p.tap({ type: 'WithdrawRequest', request: 'r1' }).gives({ type: 'RequestWithdrawn', request: 'r1' })
    p.tap({ type: 'WithdrawRequest', request: 'r1' }).gives()
    p.staff('chen', resolve).refuses('wrong-state')
    p.staff('zhou', { type: 'TakeRequest', request: 'r1' }).refuses('wrong-state')
    p.tap(ice).tells({ request: 'r2', times: 1 })
    p.staff('chen', { ...resolve, request: 'r2' })
    p.tap({ type: 'WithdrawRequest', request: 'r2' }).refuses('already-resolved')
  })
})

describe('请勿打扰', () => {
  it('is switched, once', () => {
    const p = strangers()
    p.tap({ type: 'SetDoNotDisturb', on: true }).gives({ type: 'DoNotDisturbSet', visit: 'a', on: true })
    p.tap({ type: 'SetDoNotDisturb', on: true }).gives()
    expect(p.visit().doNotDisturb).toBe(true)
    p.tap({ type: 'SetDoNotDisturb', on: false }).givesTypes('DoNotDisturbSet')
  })
})

describe('the desk', () => {
  it('helps at the kiosk, and that is that: nobody is left to say 好了', () => {
    const called = {
      type: 'DeskCalled',
      request: 'r1',
      kiosk: 'kiosk1',
      why: 'help',
      escalatesAt: evening + minute,
    } as const
    const p = party(called)
    p.staff('lily', { type: 'TakeRequest', request: 'r1' })
    p.staff('lily', { ...resolve, outcome: 'done' }).givesTypes('RequestResolved', 'RequestConfirmed')
    expect(requestOf(p)).toMatchObject({ about: { kiosk: 'kiosk1' }, status: 'confirmed' })
  })
})

describe('any evening of calls', () => {
  const taps: readonly Command[] = [
    ice,
    cups,
    ...complaints.map(complain),
    ...['r1', 'r2', 'r3'].flatMap((request): Command[] => [
      { type: 'TakeRequest', request },
      { type: 'ReleaseRequest', request },
      { type: 'ResolveRequest', request, outcome: 'done' },
      { type: 'ReopenRequest', request },
      { type: 'ConfirmRequest', request },
      { type: 'WithdrawRequest', request },
      { type: 'EscalateRequest', request },
      { type: 'LapseTake', request },
    ]),
  ]
  const byGuest = new Set(['CallService', 'Complain', 'ReopenRequest', 'ConfirmRequest', 'WithdrawRequest'])

  it('has one pending request of a kind, five complaints at most, and never one above the owner', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...taps), { maxLength: 60 }), commands => {
        const p = party()
        commands.forEach((command, index) => {
          const at = evening + index * minute
          if (command.type === 'EscalateRequest' || command.type === 'LapseTake') p.time(at, command)
          else if (byGuest.has(command.type)) p.tap(command, { at })
          else p.staff('zhou', command, { at, tappedAt: at })
          const pending = [...p.state.requests.values()].filter(isPending)
          expect(new Set(pending.map(({ what }) => JSON.stringify(what))).size).toBe(pending.length)
          expect(pending.filter(({ what }) => what.kind === 'complaint').length).toBeLessThanOrEqual(5)
          for (const one of p.state.requests.values()) expect(one.level).toBeLessThanOrEqual(3)
        })
      }),
      { numRuns: 80 },
    )
  })
})
