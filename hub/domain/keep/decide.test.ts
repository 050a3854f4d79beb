import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import type { EventOf } from '../events.ts'
import { evening, type MetaOverrides, minute } from '../fixture.testing.ts'
import { at } from '../given.testing.ts'
import { closed, opened, party } from '../party.testing.ts'
import type { Keep } from '../state.ts'
import { createTable } from '../table.ts'
import { labelFor } from './label.ts'

const store: CommandOf<'StoreKeep'> = {
  type: 'StoreKeep',
  visit: 'a',
  member: 'wang',
  item: 'whisky',
  tenths: 6,
  shelf: 'B-12',
  days: 90,
}
const { member: _wang, ...nobodys } = store
const draw = (tenths: number, had = 6, more: Partial<CommandOf<'DrawKeep'>> = {}): CommandOf<'DrawKeep'> => ({
  type: 'DrawKeep',
  keep: 'k1',
  visit: 'a',
  tenths,
  had,
  pin: '123456',
  second: { staff: 'chen', pin: '654321' },
  ...more,
})
const right: MetaOverrides = { facts: { pin: 'right', second: 'right' } }
const day = 86_400_000
const label = labelFor('k1', createTable())
const stored: EventOf<'KeepStored'> = {
  type: 'KeepStored',
  keep: 'k1',
  member: 'wang',
  visit: 'a',
  room: 'v08',
  item: 'whisky',
  tenths: 6,
  shelf: 'B-12',
  label,
  expiresAt: evening + 90 * day,
  by: 'bo',
}

const keepOf = (label: string): Keep => ({
  id: label,
  member: 'wang',
  item: 'whisky',
  tenths: 1,
  shelf: 'A',
  label,
  expiresAt: 0,
})

describe('存酒', () => {
  it('keeps a bottle of a member who is here, with a label that can be read out', () => {
    const p = party()
    expect(label).toMatch(/^K-\d{4}$/)
    p.staff('bo', store).gives(stored).tells({ keep: 'k1', label })
    expect(p.state.keeps.get('k1')).toMatchObject({ member: 'wang', room: 'v08', tenths: 6, label, storedAt: evening })
  })

  it('keeps one of nobody by name: the label says whose it is', () => {
    const { member: _nobody, ...without } = stored
    party().staff('bo', nobodys).gives(without)
  })

  it('keeps what a member left behind, whom nobody looks up but who exists', () => {
    const { visit: _left, ...behind } = store
    party(closed).staff('bo', behind).givesTypes('KeepStored')
    party(closed)
      .staff('bo', { ...behind, member: 'nobody' })
      .refuses('unknown', 'choose-other')
    const { member: _member, ...neither } = behind
    party().staff('bo', neither).refuses('malformed')
  })

  it('is for members of that party, and for bottles', () => {
    party()
      .staff('bo', { ...store, member: 'li' })
      .refuses('unknown')
    party()
      .staff('bo', { ...store, item: 'caviar' })
      .refuses('unknown-item')
    party()
      .staff('bo', { ...store, item: 'beer-tower' })
      .refuses('unknown-item')
    party(closed).staff('bo', store).refuses('visit-closed')
    party().station('bar', store).refuses('not-allowed', 'sign-in')
  })

  it('is stored once when the same hand stores it again, until they say that it is another', () => {
    const p = party()
    p.staff('bo', store).givesTypes('KeepStored')
    const soon = { at: evening + 2 * minute }
    p.staff('bo', store, soon).gives().tells({ keep: 'k1', label, already: true })
    p.staff('bo', { ...store, shelf: 'B-13' }, soon).givesTypes('KeepStored')
    p.staff('bo', { ...store, tenths: 5 }, soon).givesTypes('KeepStored')
    p.staff('bo', { ...nobodys }, soon).givesTypes('KeepStored')
    p.staff('chen', store, soon).givesTypes('KeepStored')
    p.staff('bo', store, { ...soon, sure: true }).givesTypes('KeepStored')
    const later = party()
    later.staff('bo', store).givesTypes('KeepStored')
    later.staff('bo', store, { at: evening + 6 * minute }).givesTypes('KeepStored')
    expect(p.state.keeps.size).toBe(6)
  })

  it('gives no two bottles in the house one label', () => {
    const keeps = createTable<Keep>()
    const labels = Array.from({ length: 300 }, (_, index) => {
      const label = labelFor(`k${index % 7}`, keeps)
      keeps.set(label, keepOf(label))
      return label
    })
    expect(new Set(labels).size).toBe(300)
  })

  it('writes one digit more before numbers get scarce', () => {
    const keeps = createTable(Array.from({ length: 5_000 }, (_, index) => [`k${index}`, keepOf(`K-${index}`)] as const))
    expect(labelFor('k1', keeps)).toMatch(/^K-\d{5}$/)
  })
})

describe('取存酒', () => {
  it('draws what is left, and no more', () => {
    const p = party(opened(), stored)
    const drawn = {
      type: 'KeepDrawn',
      keep: 'k1',
      visit: 'a',
      item: 'whisky',
      label,
      by: 'bo',
      second: 'chen',
    } as const
    p.staff('bo', draw(4), right).gives({ ...drawn, tenths: 4, left: 2 })
    p.staff('bo', draw(3, 2), right).refuses('too-many', 'look-again')
    p.staff('bo', draw(2, 2), right)
      .gives({ ...drawn, tenths: 2, left: 0 })
      .tells({ left: 0 })
    expect(p.state.keeps.has('k1')).toBe(false)
    p.staff('bo', draw(1, 1), right).refuses('unknown', 'look-again')
  })

  it('takes two people, each with their own PIN', () => {
    const p = party(opened(), stored)
    p.staff('bo', draw(1, 6, { second: { staff: 'bo', pin: '123456' } }), right).refuses('second-person')
    const missed = (staff: string) => ({ type: 'PinFailed', staff, failures: 1 }) as const
    expect(p.staff('bo', draw(1), { facts: { pin: 'wrong', second: 'right' } }).events).toMatchObject([missed('bo')])
    expect(p.staff('bo', draw(1), { facts: { pin: 'right', second: 'wrong' } }).events).toMatchObject([missed('chen')])
    expect(p.state.keeps.get('k1')?.tenths).toBe(6)
    p.station('bar', draw(1), right).refuses('not-allowed', 'sign-in')
  })

  it('sent again after its answer was lost is drawn once', () => {
    const p = party(opened(), stored)
    p.staff('bo', draw(2), right).givesTypes('KeepDrawn')
    p.staff('bo', draw(2), right).gives().tells({ left: 4, already: true })
    expect(p.state.keeps.get('k1')?.tenths).toBe(4)
  })

  it('of which others drew meanwhile is to be looked at first: theirs is not poured yet', () => {
    const chens = draw(2, 6, { second: { staff: 'chen', pin: '654321' } })
    const minds = [draw(3), { ...chens, visit: 'b' }, draw(2, 6, { second: { staff: 'huang', pin: '654321' } })]
    for (const mind of minds) {
      const p = party(opened(), stored, { ...opened({ host: 'li' }), visit: 'b', room: 'v05' })
      p.staff('mei', chens, right).givesTypes('KeepDrawn')
      p.staff('mei', mind, right).refuses('changed', 'look-again')
      p.staff('bo', chens, right).refuses('changed', 'look-again')
      expect(p.state.keeps.get('k1')?.tenths).toBe(4)
    }
  })

  it('that an old journal does not say by whom it was drawn is looked at again', () => {
    const p = party(opened(), stored, { type: 'KeepDrawn', keep: 'k1', visit: 'a', tenths: 2, left: 4 })
    p.staff('bo', draw(2), right).refuses('changed', 'look-again')
    p.staff('bo', draw(2, 4), right).givesTypes('KeepDrawn')
  })

  it('answers the call that asked for it', () => {
    const called = { type: 'ServiceCalled', request: 'r1', visit: 'a', service: 'keep', escalatesAt: evening } as const
    const p = party(opened(), stored, called)
    p.staff('bo', draw(6, 6, { request: 'r1' }), right).givesTypes('KeepDrawn', 'RequestResolved')
    expect(p.state.requests.get('r1')).toMatchObject({ status: 'resolved', resolvedBy: 'bo', outcome: 'done' })
  })

  it.each([
    ['for ice', { type: 'ServiceCalled', request: 'r1', visit: 'a', service: 'ice', escalatesAt: evening } as const],
    ['that nobody made', undefined],
  ])('leaves a call %s alone', (_what, call) => {
    const p = party(opened(), stored, ...(call ? [call] : []))
    p.staff('bo', draw(1, 6, { request: 'r1' }), right).givesTypes('KeepDrawn')
    expect(p.state.requests.get('r1')?.status).toBe(call && 'open')
  })

  it('for another table only by who answers for the house', () => {
    const others = party(opened({ host: 'li' }), stored)
    others.staff('bo', draw(1), right).refuses('not-allowed', 'ask-manager')
    others.staff('mei', draw(1), right).givesTypes('KeepDrawn')
  })

  it('of nobody for another table only by who answers for the house, with its label in hand', () => {
    const { member: _nobody, ...without } = stored
    const later = { ...opened({ host: 'li' }), visit: 'b', room: 'v05' }
    const forB = (more: Partial<CommandOf<'DrawKeep'>> = {}) => draw(1, 6, { visit: 'b', ...more })
    const p = party(opened(), later, without)
    p.staff('bo', forB({ label }), right).refuses('not-allowed', 'ask-manager')
    p.staff('mei', forB(), right).refuses('wrong-label', 'try-again')
    p.staff('mei', forB({ label: 'K-0000' }), right).refuses('wrong-label', 'try-again')
    p.staff('mei', forB({ label }), right).givesTypes('KeepDrawn')
    party(opened(), later, without).staff('bo', draw(1), right).givesTypes('KeepDrawn')
  })

  it('that an erased member gave up only by who answers for the house, even at the table that left it', () => {
    const gone = [opened({ host: 'li' }), stored, { type: 'MemberErased', member: 'wang', rev: 1 }] as const
    party(...gone)
      .staff('bo', draw(1, 6, { label }), right)
      .refuses('not-allowed', 'ask-manager')
    party(...gone)
      .staff('mei', draw(1), right)
      .givesTypes('KeepDrawn')
  })

  it('once its time is over only by who answers for the house', () => {
    const late = at(evening, { ...stored, expiresAt: evening - minute })
    party(opened(), late).staff('bo', draw(1), right).refuses('keep-expired', 'ask-manager')
    party(opened(), late).staff('mei', draw(1), right).givesTypes('KeepDrawn')
  })

  it('never pours more than was stored', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 10 }), { maxLength: 12 }), draws => {
        const p = party(opened(), stored)
        const poured = draws.flatMap(
          tenths => p.staff('bo', draw(tenths, p.state.keeps.get('k1')?.tenths), right).events,
        )
        const sum = poured.reduce((total, event) => (event.type === 'KeepDrawn' ? total + event.tenths : total), 0)
        expect(sum + (p.state.keeps.get('k1')?.tenths ?? 0)).toBe(6)
      }),
    )
  })
})

describe('续存', () => {
  const more: CommandOf<'ExtendKeep'> = {
    type: 'ExtendKeep',
    keep: 'k1',
    from: evening + 90 * day,
    days: 30,
    reason: 'away',
  }

  it('counts from its end, and says why', () => {
    const p = party(opened(), stored)
    const expiresAt = evening + 120 * day
    p.staff('bo', more)
      .gives({ type: 'KeepExtended', keep: 'k1', item: 'whisky', label, expiresAt, reason: 'away', by: 'bo' })
      .tells({ expiresAt })
    expect(p.state.keeps.get('k1')?.expiresAt).toBe(expiresAt)
  })

  it('counts from now where that is past', () => {
    const past = evening - 20 * day
    party(opened(), { ...stored, expiresAt: past })
      .staff('bo', { ...more, from: past })
      .tells({ expiresAt: evening + 30 * day })
  })

  it('happens once when two people were asked for it', () => {
    const p = party(opened(), stored)
    p.staff('bo', more).givesTypes('KeepExtended')
    p.staff('mei', more).refuses('already-done', 'look-again')
  })
})

describe('归店', () => {
  it('takes what is past its time off the shelf, and nothing before', () => {
    const forfeit = { type: 'ForfeitKeep', keep: 'k1' } as const
    const p = party(opened(), stored)
    p.staff('mei', forfeit).refuses('wrong-state')
    const over = { at: evening + 90 * day }
    p.staff('mei', forfeit, over).gives({
      type: 'KeepForfeited',
      keep: 'k1',
      item: 'whisky',
      label,
      tenths: 6,
      by: 'mei',
    })
    expect(p.state.keeps.size).toBe(0)
    p.staff('mei', forfeit, over).refuses('unknown')
  })
})
