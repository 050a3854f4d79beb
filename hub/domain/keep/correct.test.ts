import { describe, expect, it } from 'vitest'
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import { evening, type MetaOverrides } from '../fixture.testing.ts'
import { opened, party } from '../party.testing.ts'
import { brought, draw, label, right, store, stored, twoPeople } from './keep.testing.ts'

describe('更正', () => {
  const correct = (more: Partial<CommandOf<'CorrectKeep'>> = {}): CommandOf<'CorrectKeep'> => ({
    type: 'CorrectKeep',
    keep: 'k1',
    had: 6,
    tenths: 8,
    shelf: 'C-1',
    member: 'li',
    ...twoPeople,
    ...more,
  })
  const { member: _li, ...toNobody } = correct()
  const was = { tenths: 6, shelf: 'B-12', member: 'wang' }

  it('sets right what was entered wrongly, by two people, and says what it was', () => {
    const p = party(opened(), stored)
    p.staff('mei', correct(), right).gives({
      type: 'KeepCorrected',
      keep: 'k1',
      item: 'whisky',
      label,
      tenths: 8,
      shelf: 'C-1',
      member: 'li',
      was,
      by: 'mei',
      second: 'chen',
    })
    expect(p.state.keeps.get('k1')).toMatchObject({ tenths: 8, shelf: 'C-1', member: 'li', label, storedAt: evening })
    // Sent again after its answer was lost.
    p.staff('mei', correct(), right).gives().tells({ already: true })
    p.staff('mei', correct({ second: { staff: 'mei', pin: '123456' } }), right).refuses('second-person')
    p.staff('mei', correct(), { facts: { pin: 'right', second: 'wrong' } })
    p.staff('mei', correct({ keep: 'k9' }), right).refuses('unknown', 'look-again')
  })

  it('makes it nobody’s by name, or somebody’s that an erased member gave up', () => {
    const p = party(opened(), stored)
    p.staff('mei', toNobody, right).givesTypes('KeepCorrected')
    expect(p.state.keeps.get('k1')).not.toHaveProperty('member')
    const gone = party(opened({ host: 'li' }), stored, { type: 'MemberErased', member: 'wang', rev: 1 })
    gone.staff('mei', { ...toNobody, tenths: 5 }, right).givesTypes('KeepCorrected')
    expect(gone.state.keeps.get('k1')).toMatchObject({ tenths: 5, givenUp: true })
    gone.staff('mei', correct({ had: 5 }), right).givesTypes('KeepCorrected')
    expect(gone.state.keeps.get('k1')).toMatchObject({ member: 'li' })
    expect(gone.state.keeps.get('k1')).not.toHaveProperty('givenUp')
  })

  it('is of whom the house knows, and of what is still in it as was seen', () => {
    const p = party(opened(), stored)
    p.staff('mei', correct({ member: 'stranger' }), right).refuses('unknown', 'choose-other')
    p.staff('bo', draw(2), right).givesTypes('KeepDrawn')
    p.staff('mei', correct(), right).refuses('changed', 'look-again')
    // Who owns it already need not be looked up.
    const alone: MetaOverrides = { facts: { ...right.facts, members: new Map() } }
    p.staff('mei', correct({ had: 4, tenths: 4, member: 'wang' }), alone).givesTypes('KeepCorrected')
  })

  it('counts as what the party left, as far as that goes', () => {
    const p = party(...brought())
    p.staff('bo', { ...store, tenths: 10 }).givesTypes('KeepStored')
    const second = party(...brought(2))
    second.staff('bo', { ...store, tenths: 10 }).givesTypes('KeepStored')
    second.staff('mei', correct({ had: 10, tenths: 3, shelf: 'B-12', member: 'wang' }), right)
    second.staff('bo', { ...store, tenths: 10 }).givesTypes('KeepStored')
    expect(second.visit().bottles).toMatchObject([{ tenths: 3 }, { tenths: 10 }])
    p.staff('bo', draw(4, 10), right).givesTypes('KeepDrawn')
    p.staff('mei', correct({ tenths: 5, shelf: 'B-12', member: 'wang' }), right).givesTypes('KeepCorrected')
    expect(p.visit().bottles).toMatchObject([
      { way: 'stored', tenths: 9 },
      { way: 'drawn', tenths: 4 },
    ])
  })
})
