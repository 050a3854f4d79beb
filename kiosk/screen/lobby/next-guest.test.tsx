/** Who comes to the lobby screen while another is at it. */
import { beforeEach, describe, expect, it } from 'vitest'
import { done, refused } from '../../../shared/protocol/answer.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import type { KioskCheckInView } from '../../../shared/protocol/views/kiosk.ts'
import { checkIn, openScreen, pass, says, scan, tap } from '../screen.testing.tsx'
import type { FakeLink } from '../stage/fake-link.ts'

let link: FakeLink
beforeEach(async () => {
  link = (await openScreen()).link
})

describe('the next guest, while one is being asked,', () => {
  const second = (more: Partial<KioskCheckInView> = {}) => checkIn({ id: 'c2', called: '李姐', ...more })
  beforeEach(async () => {
    link.put('checkin', checkIn({ called: '王总' }), 'c1')
    await pass(10)
    expect(says('您好，王总')).toBe(true)
  })

  it('touches a card: the house hears at once, the question stays, and theirs comes when the first is served', async () => {
    scan('0045131261')
    await pass(10)
    expect(link.sent).toEqual([{ type: 'TouchCard', card: '0045131261' }])
    link.put('checkin', second(), 'c2')
    link.answer(done({ checkIn: 'c2' }))
    await pass(10)
    expect(says('您好，王总')).toBe(true)
    expect(says('下一位贵客，小陈来接您')).toBe(true)
    tap('8位')
    link.put('checkin', checkIn({ called: '王总', step: 'wait-for-desk', party: 8 }), 'c1')
    link.answer(done({ checkIn: 'c1', free: true }))
    await pass(3900)
    expect(says('请稍等，小陈带您进房')).toBe(true)
    await pass(200)
    expect(says('您好，李姐')).toBe(true)
    expect(says('下一位贵客')).toBe(false)
    tap('2位')
    await pass(10)
    expect(link.sent.slice(1)).toEqual([
      { type: 'SayParty', checkIn: 'c1', party: 8 },
      { type: 'SayParty', checkIn: 'c2', party: 2 },
    ])
  })

  it('is asked at once where the first has read what they were told, and says so', async () => {
    link.put('checkin', second(), 'c2')
    await pass(10)
    tap('8位')
    link.put('checkin', checkIn({ called: '王总', step: 'wait-for-desk', party: 8 }), 'c1')
    link.answer(done({ checkIn: 'c1', free: true }))
    await pass(1000)
    tap('好了')
    await pass(10)
    expect(says('您好，李姐')).toBe(true)
  })

  it('whose code staff must look at first is met so, when it is their turn', async () => {
    scan('kJ8s-Xq2_TzPv0aLm4RbYw')
    link.put('checkin', second({ step: 'wait-for-desk', party: 2 }), 'c2')
    link.answer(done({ checkIn: 'c2' }))
    await pass(10)
    tap('8位')
    link.answer(done({ checkIn: 'c1', free: true }))
    await pass(4100)
    expect(says('请稍等，小陈来接您')).toBe(true)
  })

  it.each([
    ['is not known', () => link.answer(refused(refuse('please-wait', 'try-again'))), '下一位贵客，请再碰一下'],
    ['needs a person', () => link.answer(refused(refuse('please-wait', 'call-staff'))), '下一位贵客，小陈来帮您'],
  ])('whose card %s is told what to do, and the question stays', async (_what, answer, words) => {
    scan('0045131261')
    answer()
    await pass(10)
    expect(says(words)).toBe(true)
    expect(says('您好，王总')).toBe(true)
  })

  it('whose card could not be read at the reader beside, or here, likewise', async () => {
    link.put('trouble', { failures: 2, at: Date.now(), staff: true })
    await pass(10)
    expect(says('下一位贵客，小陈来帮您')).toBe(true)
    scan(';00043')
    await pass(10)
    expect(link.sent).toEqual([{ type: 'MisreadCard' }])
    expect(says('下一位贵客，请再碰一下')).toBe(true)
    expect(says('您好，王总')).toBe(true)
  })

  it('is not asked any more when that took too long: somebody was promised', async () => {
    link.put('checkin', second(), 'c2')
    await pass(21_000)
    expect(says('您好，王总')).toBe(true)
    tap('8位')
    await pass(4100)
    expect(says('李姐')).toBe(false)
  })
})
