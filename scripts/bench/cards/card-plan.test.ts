import { describe, expect, it } from 'vitest'
import { createKeyboardWedge } from '../../../kiosk/reader/keyboard-wedge.ts'
import { reportsOf, touchTimes } from './card-plan.ts'

describe('the cards of the bench', () => {
  it('come further apart than two in one hand, and are late by no more than a little', () => {
    const times = touchTimes(200, 1500)
    expect(new Set(times.map((at, index) => at - index * 1500)).size).toBeGreaterThan(50)
    for (const [index, at] of times.entries()) {
      expect(at - index * 1500).toBeLessThanOrEqual(300)
      if (index > 0) expect(at - (times[index - 1] ?? 0)).toBeGreaterThan(700)
    }
    expect(touchTimes(200, 1500)).toEqual(times)
  })

  it('are read by the reader’s own decoder', () => {
    const wedge = createKeyboardWedge()
    const scans = reportsOf('0045131269').map(report => wedge.report(report))
    expect(scans.filter(Boolean)).toEqual([{ kind: 'card', text: '0045131269' }])
    expect(scans.at(-2)).toBeDefined()
  })
})
