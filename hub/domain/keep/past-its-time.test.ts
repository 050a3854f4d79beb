import { describe, expect, it } from 'vitest'
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import { evening, minute } from '../fixture.testing.ts'
import { opened, party } from '../party.testing.ts'
import { day, endOf, label, stored } from './keep.testing.ts'

describe('续存', () => {
  const more: CommandOf<'ExtendKeep'> = {
    type: 'ExtendKeep',
    keep: 'k1',
    from: endOf(90),
    days: 30,
    reason: 'away',
  }

  it('counts from its end, and says why', () => {
    const p = party(opened(), stored)
    const expiresAt = endOf(120)
    p.staff('bo', more)
      .gives({ type: 'KeepExtended', keep: 'k1', item: 'whisky', label, expiresAt, reason: 'away', by: 'bo' })
      .tells({ expiresAt })
    expect(p.state.keeps.get('k1')?.expiresAt).toBe(expiresAt)
  })

  it('counts from now where that is past', () => {
    const past = evening - 20 * day
    party(opened(), { ...stored, expiresAt: past })
      .staff('bo', { ...more, from: past })
      .tells({ expiresAt: endOf(30) })
  })

  it('counts from the end of its last day, where it was stored when it ended at some hour of it', () => {
    const at = evening + 90 * day
    party(opened(), { ...stored, expiresAt: at })
      .staff('bo', more)
      .tells({ expiresAt: endOf(120) })
    // As a console saw it before.
    party(opened(), { ...stored, expiresAt: at })
      .staff('bo', { ...more, from: at })
      .tells({ expiresAt: endOf(120) })
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
    p.staff('mei', forfeit, { at: endOf(90) - minute }).refuses('wrong-state')
    const over = { at: endOf(90) }
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
