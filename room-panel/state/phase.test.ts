/** When a panel that is cut off takes the guests' things off its screen. */
import { describe, expect, test } from 'vitest'
import type { LinkState } from '../../shared/client/link.ts'
import { slicesOf } from '../stage/stage-slices.ts'
import { phaseOf } from './phase.ts'

const now = 1_800_000_000_000
const minute = 60_000
const visit = slicesOf('plain', now).find(([key]) => key === 'visit')?.[1]

function phase(link: LinkState, hideAfter: number, status: 'open' | 'settled' = 'open') {
  if (typeof visit !== 'object' || visit === null || !('id' in visit)) throw new Error('the stage has no visit')
  const shown = { ...visit, status, hideAfter }
  return phaseOf({ link, ready: true, visit: shown as Parameters<typeof phaseOf>[0]['visit'], greeted: 'v1', now })
}
const away = (minutes: number): LinkState => ({ at: 'away', since: now - minutes * minute })

describe('a panel that is cut off', () => {
  test('keeps what is the guests’ until their time is well over, then hides it', () => {
    expect(phase(away(180), now + 1)).toBe('room')
    expect(phase(away(180), now)).toBe('idle')
  })
  test('hides nothing from guests who stay longer for a moment without Wi-Fi', () => {
    expect(phase(away(0.5), now - 60 * minute)).toBe('room')
    expect(phase(away(1), now - 60 * minute)).toBe('idle')
  })
  test('hides it ten minutes after 买单, whatever was agreed', () => {
    expect(phase(away(9), now + 60 * minute, 'settled')).toBe('room')
    expect(phase(away(10), now + 60 * minute, 'settled')).toBe('idle')
  })
})

test('a panel that has its hub hides nothing', () => {
  expect(phase({ at: 'online' }, now - 60 * minute, 'settled')).toBe('room')
})
