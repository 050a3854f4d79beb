import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createTable } from '../domain/table.ts'
import { createTally } from './tally.ts'

const edits = fc.array(
  fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), value: fc.option(fc.integer({ min: -50, max: 50 })) }),
)

describe('running sums', () => {
  it('are the sums of what is there, after any edits, asked once or several times', () => {
    fc.assert(
      fc.property(fc.array(edits), fc.boolean(), (batches, twice) => {
        const table = createTable<number>([['a', 7]])
        table.takeTouched()
        const tally = createTally<number>(2, value => [value, 1])
        tally(table, 'all')
        for (const batch of batches) {
          for (const { id, value } of batch) {
            if (value === null) table.delete(id)
            else table.set(id, value)
          }
          const touched = table.takeTouched()
          if (twice) tally(table, touched)
          const values = [...table.values()]
          expect(tally(table, touched)).toEqual([values.reduce((sum, value) => sum + value, 0), values.length])
        }
      }),
    )
  })

  it('count a table they have not seen, whatever was touched', () => {
    const tally = createTally<number>(1, value => [value])
    expect(tally(createTable([['a', 3]]), new Set())).toEqual([3])
  })
})
