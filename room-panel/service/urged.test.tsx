import { screen } from '@testing-library/preact'
import { describe, expect, test } from 'vitest'
import { openPanel } from '../panel.testing.tsx'

const taken = (times: number) => {
  const what = { kind: 'service', service: 'staff' } as const
  const staff = { zhHans: '小陈' }
  return { id: 'q1', what, status: 'acknowledged', openedAt: 0, times, onTheWay: false, staff } as const
}

describe('a call that was urged after somebody took it', () => {
  test('says so in its corner, to who hears it too', async () => {
    const { link } = await openPanel('playlist')
    link.show([['request/q1', taken(1)]])
    expect((await screen.findByRole('button', { name: '叫人帮忙 小陈接单' })).textContent).toBe('小陈接单')
    link.show([['request/q1', taken(2)]])
    expect((await screen.findByRole('button', { name: '叫人帮忙 小陈接单 已催' })).textContent).toBe('已催')
    link.show([['request/q1', taken(3)]])
    expect((await screen.findByRole('button', { name: '叫人帮忙 小陈接单 已催×2' })).textContent).toBe('已催×2')
  })

  test('says so where staff order for the guests', async () => {
    const { link } = await openPanel('drinks', { scene: 'staff' })
    link.show([['request/q1', taken(2)]])
    expect(await screen.findByRole('button', { name: /^员工马上来\s*已催$/ })).toBeTruthy()
  })
})
