/** What a guest without a card does at the lobby screen. */
import { beforeEach, describe, expect, it } from 'vitest'
import { done } from '../../../shared/protocol/answer.ts'
import { checkIn, openScreen, pass, says, tap } from '../screen.testing.tsx'
import type { FakeLink } from '../stage/fake-link.ts'

let link: FakeLink
beforeEach(async () => {
  link = (await openScreen()).link
})

describe('without a card', () => {
  it('a walk-in says how many, and hears when no room is free', async () => {
    tap('第一次来')
    tap('16位')
    await pass(10)
    expect(link.sent).toEqual([{ type: 'WalkIn', party: 16 }])
    link.put('checkin', checkIn({ step: 'wait-for-desk', party: 16 }), 'c1')
    link.answer(done({ checkIn: 'c1', free: false }))
    await pass(10)
    expect(says('包厢暂满，小陈来安排')).toBe(true)
  })

  it('help and 我来找人 are one call each', async () => {
    tap('我来找人')
    await pass(10)
    expect(says('小陈马上来帮您找')).toBe(true)
    expect(link.sent).toEqual([{ type: 'CallDesk', why: 'looking-for' }])
  })

  it('the address to type goes on in the next line before its port, and nowhere near its end', async () => {
    link.put('ticket', { url: 'HTTP://H/P/ABC', address: '192.168.1.20:7777/p', code: 'KTVX', expiresAt: 2_000_000 })
    await pass(10)
    const address = document.querySelector('.ticket-address')
    expect(address?.textContent).toBe('192.168.1.20:7777/p')
    expect(address?.querySelector('wbr:last-of-type + *')?.textContent).toBe(':7777/p')
  })

  it('a phone that scanned sees its own code on the screen', async () => {
    expect(says('KTVX')).toBe(true)
    link.put('ticket', { url: 'HTTP://H/P/DEF', address: 'h/p', code: 'BBBB', expiresAt: 2_000_000, claimed: 'KTVX' })
    await pass(10)
    expect(says('KTVX')).toBe(true)
    expect(says('刚扫码的手机')).toBe(true)
  })
})
