import { describe, expect, test } from 'vitest'
import { sees } from './console/sees.ts'
import { createHouse } from './house.testing.ts'
import { onceAMoment, onceForWhoSees } from './worked-out-once.ts'

describe('what several roles are shown of one moment', () => {
  const { context } = createHouse()

  test('is worked out once for roles that see as much, and apart for those that do not', () => {
    const asked: string[] = []
    const view = onceForWhoSees(['prices'], (_context, { prices }, id) => {
      asked.push(`${id} ${prices}`)
      return prices ? `${id} 58` : id
    })
    const moment = context()
    const shown = [sees.owner, sees.floor, sees.manager, sees['bar-station']].map(may => view(moment, may, 'tsingtao'))
    expect(shown).toEqual(['tsingtao 58', 'tsingtao', 'tsingtao 58', 'tsingtao'])
    expect(asked).toEqual(['tsingtao true', 'tsingtao false'])
  })

  test('that it shows nothing is worked out once too', () => {
    let asked = 0
    const view = onceForWhoSees([], () => {
      asked += 1
    })
    const moment = context()
    for (const may of [sees.owner, sees.locked]) expect(view(moment, may, 'v03')).toBeUndefined()
    expect(asked).toBe(1)
  })

  test('is worked out anew in the next moment', () => {
    const work = onceAMoment(({ now }) => ({ now }))
    const moment = context()
    const first = work(moment)
    expect(work(moment)).toBe(first)
    expect(work(context())).not.toBe(first)
  })
})
