/** What a card does at the lobby screen. */
import { fireEvent, screen } from '@testing-library/preact'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { done, refused } from '../../../shared/protocol/answer.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import { checkIn, openScreen, pass, says, scan } from '../screen.testing.tsx'
import type { FakeLink } from '../stage/fake-link.ts'

let link: FakeLink
beforeEach(async () => {
  link = (await openScreen()).link
})

describe('a card', () => {
  it('greets, asks how many, and says who comes; ten taps are one', async () => {
    scan('0004340098')
    scan('0004340098')
    await pass(10)
    expect(link.sent).toEqual([{ type: 'TouchCard', card: '0004340098' }])
    expect(says('请稍等')).toBe(true)
    link.put('checkin', checkIn({ called: '王总' }), 'c1')
    link.answer(done({ checkIn: 'c1' }))
    await pass(10)
    expect(says('您好，王总')).toBe(true)
    const eight = screen.getByRole('button', { name: '8位' })
    for (let mash = 0; mash < 10; mash += 1) fireEvent.click(eight)
    await pass(10)
    expect(link.sent.slice(1)).toEqual([{ type: 'SayParty', checkIn: 'c1', party: 8 }])
    expect(says('请稍等，小陈带您进房')).toBe(true)
    link.put('checkin', checkIn({ called: '王总', step: 'wait-for-desk', party: 8 }), 'c1')
    link.answer(done({ checkIn: 'c1', free: true }))
    await pass(15_100)
    expect(says('您好，王总')).toBe(false)
    expect(says('手机扫码签到')).toBe(true)
  })

  it('is one touch by the time that went by here, whatever the hub’s clock is set to meanwhile', async () => {
    scan('0004340098')
    link.answer(refused(refuse('please-wait', 'try-again')))
    await pass(5000)
    vi.setSystemTime(Date.now() - 60_000)
    scan('0004340098')
    await pass(10)
    expect(link.sent).toHaveLength(2)
  })

  it('at the hub’s own reader needs no tap; without consent no name is said; the seated are forgotten', async () => {
    link.put('checkin', checkIn({ step: 'wait-for-desk', party: 4 }), 'c1')
    await pass(10)
    expect(says('请稍等，小陈带您进房')).toBe(true)
    expect(says('您好')).toBe(false)
    link.drop('checkin/c1')
    await pass(10)
    expect(says('手机扫码签到')).toBe(true)
  })

  it('that is looked up invites nobody to touch one, until its answer is here', async () => {
    const invites = () => screen.queryByText('请碰一下会员卡')?.closest('[data-waiting]') === null
    expect(invites()).toBe(true)
    scan('0004340098')
    await pass(10)
    expect(says('请稍等')).toBe(true)
    expect(invites()).toBe(false)
    // The answer may be here before the slice.
    link.answer(done({ checkIn: 'c1' }))
    await pass(10)
    expect(invites()).toBe(false)
    link.put('checkin', checkIn({ called: '王总' }), 'c1')
    await pass(10)
    expect(invites()).toBe(true)
  })

  it('that fails shows the phone’s way, then a person, and never why', async () => {
    scan('0004340098')
    link.put('trouble', { failures: 1, at: Date.now(), staff: false })
    link.answer(refused(refuse('please-wait', 'try-again')))
    await pass(10)
    expect(says('请用手机扫码')).toBe(true)
    await pass(5000)
    scan('0004340098')
    link.answer(refused(refuse('please-wait', 'call-staff')))
    await pass(10)
    expect(says('小陈马上来帮您')).toBe(true)
  })

  it('touched while the hub is away is tried for ten seconds, and nobody is promised', async () => {
    link.state.value = { at: 'away', since: Date.now() }
    scan('0004340098')
    await pass(4000)
    expect(says('请找店里的员工')).toBe(true)
    expect(says('马上来')).toBe(false)
    link.state.value = { at: 'online' }
    await pass(600)
    expect(link.sent).toEqual([{ type: 'TouchCard', card: '0004340098' }])
  })
})
