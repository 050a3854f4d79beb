import { describe, expect, it } from 'vitest'
import type { Keep } from '../state.ts'
import { createTable } from '../table.ts'
import { labelFor } from './label.ts'

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
