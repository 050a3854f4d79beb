import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import { evening } from '../fixture.testing.ts'
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
const draw = (tenths: number): CommandOf<'DrawKeep'> => ({ type: 'DrawKeep', keep: 'k1', visit: 'a', tenths })
const day = 86_400_000

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
    const label = labelFor('k1', createTable())
    expect(label).toMatch(/^K-\d{4}$/)
    p.staff('bo', store)
      .gives({
        type: 'KeepStored',
        keep: 'k1',
        member: 'wang',
        visit: 'a',
        item: 'whisky',
        tenths: 6,
        shelf: 'B-12',
        label,
        expiresAt: evening + 90 * day,
      })
      .tells({ keep: 'k1', label })
    expect(p.state.keeps.get('k1')).toMatchObject({ member: 'wang', tenths: 6, label })
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
    const p = party()
    p.staff('bo', store)
    p.staff('bo', draw(4)).gives({ type: 'KeepDrawn', keep: 'k1', visit: 'a', tenths: 4, left: 2 })
    p.staff('bo', draw(3)).refuses('too-many', 'look-again')
    p.staff('bo', draw(2)).tells({ left: 0 })
    expect(p.state.keeps.has('k1')).toBe(false)
    p.staff('bo', draw(1)).refuses('unknown', 'look-again')
  })

  it('for another table only by who answers for the house', () => {
    const stored = party().staff('bo', store).events
    const others = party(opened({ host: 'li' }), ...stored)
    others.staff('bo', draw(1)).refuses('not-allowed', 'ask-manager')
    others.staff('mei', draw(1)).givesTypes('KeepDrawn')
  })

  it('never pours more than was stored', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 10 }), { maxLength: 12 }), draws => {
        const p = party()
        p.staff('bo', store)
        const poured = draws.flatMap(tenths => p.staff('bo', draw(tenths)).events)
        const sum = poured.reduce((total, event) => (event.type === 'KeepDrawn' ? total + event.tenths : total), 0)
        expect(sum + (p.state.keeps.get('k1')?.tenths ?? 0)).toBe(6)
      }),
    )
  })
})
