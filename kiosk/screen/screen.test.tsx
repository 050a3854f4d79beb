/** What guests do at the lobby screen, and what it says and forgets. */
import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { done, refused } from '../../shared/protocol/answer.ts'
import { refuse } from '../../shared/protocol/refusals.ts'
import type { KioskCheckInView } from '../../shared/protocol/views/kiosk.ts'
import { App } from './app.tsx'
import { createKiosk } from './lobby/create-kiosk.ts'
import { KioskContext } from './lobby/kiosk-context.ts'
import { createWords } from './lobby/speech.ts'
import { createFakeLink, type FakeLink } from './stage/fake-link.ts'

let link: FakeLink
let kiosk: ReturnType<typeof createKiosk>
const strike = vi.fn(() => true)

beforeEach(async () => {
  vi.useFakeTimers({ now: 1_000_000 })
  Object.assign(document, { fonts: { load: async () => [] } })
  link = createFakeLink()
  link.put('venue', {
    name: { zhHans: '锦里唱名', en: 'Jinli' },
    city: { zhHans: '成都' },
    timeZone: 'Asia/Shanghai',
    currency: 'CNY',
    locale: 'zh-Hans',
    demo: true,
    songs: true,
    cards: true,
    lines: [{ zhHans: '今晚的灯，为您亮着' }],
  })
  link.put('desk', { staff: { zhHans: '小陈', en: 'Chen' } })
  link.put('ticket', { url: 'HTTP://H/P/ABC', address: 'h/p', code: 'KTVX', expiresAt: 2_000_000 })
  kiosk = createKiosk({
    link,
    words: await createWords('zh-Hans', link.view),
    chime: { unlock: async () => true, strike, close: async () => undefined },
    size: { fit: () => () => undefined, millimetre: () => 3, keep: () => undefined },
    page: window,
  })
  render(
    <KioskContext.Provider value={kiosk}>
      <App />
    </KioskContext.Provider>,
  )
  await settle()
})
afterEach(() => {
  cleanup()
  kiosk.stop()
  strike.mockClear()
  vi.useRealTimers()
})

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)
/** What is fetched when it is needed has arrived. */
const settle = async () => {
  for (let depth = 0; depth < 3; depth += 1) {
    await pass(10)
    await vi.dynamicImportSettled()
  }
  await pass(10)
}
const tap = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const says = (text: string) => document.body.textContent.includes(text)
const touch = () => fireEvent(window, new Event('pointerdown'))

function scan(text: string): void {
  for (const [index, key] of [...Array.from(text), 'Enter'].entries()) {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
    Object.defineProperty(event, 'timeStamp', { value: performance.now() + index * 9 })
    document.body.dispatchEvent(event)
  }
}
const checkIn = (more: Partial<KioskCheckInView> = {}): KioskCheckInView => ({
  id: 'c1',
  at: Date.now(),
  step: 'say-party',
  ...more,
})

describe('the sign in gold', () => {
  const inGold = () => document.querySelector('.wordmark .visually-hidden')?.textContent

  it('is 唱名, or what the house is called by those outside, in the language that is spoken', async () => {
    expect(inGold()).toBe('唱名')
    const venue = link.view.one('venue')
    if (!venue) throw new Error('no venue')
    link.put('venue', { ...venue, sign: { zhHans: '金曲会', en: 'GOLDEN MIC' } })
    await settle()
    expect(inGold()).toBe('金曲会')
    fireEvent.click(screen.getByRole('button', { name: 'English' }))
    await settle()
    expect(inGold()).toBe('GOLDEN MIC')
  })
})

describe('where members have no cards', () => {
  it('nobody is asked for one, whatever is plugged in', async () => {
    expect(screen.queryByText('请碰一下会员卡')).toBeTruthy()
    const venue = link.view.one('venue')
    if (!venue) throw new Error('no venue')
    link.put('venue', { ...venue, cards: false })
    await settle()
    expect(screen.queryByText('请碰一下会员卡')).toBeNull()
    expect(screen.queryByText('请扫码或输手机号')).toBeTruthy()
    // It may be one that reads codes.
    link.put('reader', { working: true })
    await settle()
    expect(screen.queryByText('请碰一下会员卡')).toBeNull()
  })
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

describe('a hub that is away', () => {
  beforeEach(() => {
    link.state.value = { at: 'away', since: Date.now() }
  })
  const back = async () => {
    link.state.value = { at: 'online' }
    await pass(20_000)
  }

  it('never hears of a touch that waited longer, and the guest is shown another way', async () => {
    scan('0004340098')
    await pass(10_100)
    expect(says('请找店里的员工')).toBe(true)
    link.state.value = { at: 'online' }
    await pass(100)
    expect(says('请用手机扫码')).toBe(true)
    await back()
    expect(link.sent).toEqual([])
  })

  it('is told no phone number later, and it is on no screen', async () => {
    for (const digit of '13812345678') tap(digit)
    tap('确定')
    await pass(10)
    expect(says('138')).toBe(false)
    expect(says('请找店里的员工')).toBe(true)
    await pass(12_000)
    await back()
    expect(link.sent).toEqual([])
  })

  it('does not say how many rooms are free, which nobody knows by then', async () => {
    link.state.value = { at: 'online' }
    link.put('lobby', { freeRooms: 12, hotSongs: [] })
    const shown = new Set<string>()
    const watch = async () => {
      shown.clear()
      for (let line = 0; line < 4; line += 1) {
        await pass(11_000)
        shown.add(document.querySelector('.lines')?.textContent ?? '')
      }
      return [...shown].some(line => line.includes('12'))
    }
    expect(await watch()).toBe(true)
    link.state.value = { at: 'away', since: Date.now() }
    await pass(20_000)
    expect(await watch()).toBe(false)
    expect(shown.has('今晚的灯，为您亮着')).toBe(true)
  })

  it('calls nobody, and says so by another way', async () => {
    tap('叫人帮忙')
    await pass(11_000)
    expect(says('小陈马上来')).toBe(false)
    link.state.value = { at: 'online' }
    await pass(100)
    expect(says('小陈马上来')).toBe(false)
    expect(says('请用手机扫码')).toBe(true)
    await back()
    expect(link.sent).toEqual([])
  })

  it('asks a party again that it did not hear', async () => {
    link.state.value = { at: 'online' }
    link.put('checkin', checkIn(), 'c1')
    await pass(10)
    link.state.value = { at: 'away', since: Date.now() }
    await pass(10)
    expect(says('请找店里的员工')).toBe(true)
    kiosk.lobby.sayParty(4)
    await pass(10_100)
    link.state.value = { at: 'online' }
    await pass(10)
    expect(screen.getByRole('button', { name: '4位' })).toBeTruthy()
  })

  it('keeps nothing that a guest had begun for the one who comes when it is back', async () => {
    link.state.value = { at: 'online' }
    await pass(10)
    for (const digit of '1381') tap(digit)
    link.state.value = { at: 'away', since: Date.now() }
    await pass(8000)
    link.state.value = { at: 'online' }
    await pass(100)
    expect(says('138')).toBe(true)
    link.state.value = { at: 'away', since: Date.now() }
    await pass(25_000)
    link.state.value = { at: 'online' }
    await pass(100)
    expect(says('138')).toBe(false)

    link.put('checkin', checkIn(), 'c1')
    await pass(10)
    expect(screen.getByRole('button', { name: '4位' })).toBeTruthy()
    link.state.value = { at: 'away', since: Date.now() }
    await pass(25_000)
    link.state.value = { at: 'online' }
    await pass(100)
    expect(screen.queryByRole('button', { name: '4位' })).toBeNull()
    expect(says('请碰一下会员卡')).toBe(true)
  })

  it('for as long as a restart takes changes nothing that a guest sees', async () => {
    const before = document.querySelector('.lobby-hand')?.textContent
    await pass(3900)
    expect(says('请碰一下会员卡')).toBe(true)
    expect(document.querySelector('.lobby-hand')?.textContent).toBe(before)
    expect(says('KTVX')).toBe(true)
    link.state.value = { at: 'online' }
    await pass(10_000)
    expect(says('请找店里的员工')).toBe(false)
  })

  it.each([
    ['cannot be reached', () => undefined, () => undefined],
    [
      'takes nothing',
      () => {
        link.state.value = { at: 'online' }
        link.health.value = 'storage-failed'
      },
      () => {
        link.health.value = 'ok'
      },
    ],
  ])('and %s for longer invites nobody and has no key: whom to ask, until it is back', async (_how, more, mend) => {
    more()
    await pass(4100)
    expect(says('暂时不能在这里签到')).toBe(true)
    expect(says('请找店里的员工')).toBe(true)
    for (const invites of ['请碰一下会员卡', '手机扫码签到', '手机号签到', '····']) expect(says(invites)).toBe(false)
    for (const name of ['1', '确定', '第一次来', '我来找人', '叫人帮忙'])
      expect(screen.queryByRole('button', { name })).toBeNull()
    expect(document.querySelector('.ticket-qr')).toBeNull()
    link.state.value = { at: 'online' }
    mend()
    await pass(10)
    expect(says('请找店里的员工')).toBe(false)
    expect(says('请碰一下会员卡')).toBe(true)
    expect(says('KTVX')).toBe(true)
    tap('第一次来')
    expect(screen.getByRole('button', { name: '4位' })).toBeTruthy()
  })

  it('for longer asks nobody how many they are, nor to touch a card again', async () => {
    tap('第一次来')
    await pass(4100)
    expect(screen.queryByRole('button', { name: '4位' })).toBeNull()
    expect(says('请找店里的员工')).toBe(true)
    scan(';00043')
    await pass(10_500)
    expect(says('请再碰一下')).toBe(false)
    expect(says('暂时不能在这里签到')).toBe(true)
  })

  it('that takes long over an answer leaves nobody with nothing to do', async () => {
    link.state.value = { at: 'online' }
    scan('0004340098')
    await pass(2000)
    expect(says('请稍等')).toBe(true)
    expect(says('请找店里的员工')).toBe(true)
  })
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

  it('a walk-in who chose a language brings it along, and not the house’s', async () => {
    tap('English')
    await settle()
    tap('First visit')
    tap('3 people')
    await pass(10)
    expect(link.sent).toEqual([{ type: 'WalkIn', party: 3, language: 'en' }])
  })

  it('nor does a card, a code or a number leave behind what its guest chose to read', async () => {
    tap('English')
    await settle()
    scan('0045131261')
    link.put('checkin', checkIn({ language: 'en' }), 'c1')
    link.answer(done({ checkIn: 'c1' }))
    await pass(10)
    tap('2 people')
    await pass(10)
    expect(link.sent).toEqual([
      { type: 'TouchCard', card: '0045131261', language: 'en' },
      { type: 'SayParty', checkIn: 'c1', party: 2, language: 'en' },
    ])
  })

  it('who is asked nothing more tells the house what they read once they choose it, and once; who stood there before does not choose for them', async () => {
    const expected = (id: string, more: Partial<KioskCheckInView> = {}) =>
      link.put('checkin', checkIn({ id, step: 'wait-for-desk', party: 2, ...more }), id)
    expected('c1')
    await pass(10)
    expect(link.sent).toEqual([])
    tap('English')
    await settle()
    const told = { type: 'SayParty', checkIn: 'c1', party: 2, language: 'en' }
    expect(link.sent).toEqual([told])
    // The house knows more of them, and not that yet.
    expected('c1', { called: '王总' })
    await settle()
    expect(link.sent).toEqual([told])
    expected('c1', { language: 'en' })
    link.answer(done({ checkIn: 'c1' }))
    expected('c2')
    await settle()
    expect(link.sent).toEqual([told])
  })

  it('whom a reader brings had chosen what they read before', async () => {
    tap('English')
    await settle()
    link.put('checkin', checkIn({ step: 'wait-for-desk', party: 2 }), 'c1')
    await pass(10)
    expect(link.sent).toEqual([{ type: 'SayParty', checkIn: 'c1', party: 2, language: 'en' }])
  })

  it('nor is the house told what it knows', async () => {
    tap('English')
    await settle()
    link.put('checkin', checkIn({ step: 'wait-for-desk', party: 2, language: 'en' }), 'c1')
    await pass(10)
    expect(link.sent).toEqual([])
  })

  it('a number that is typed, and one that is set right, bring along what was chosen to be read', async () => {
    tap('English')
    await settle()
    for (const digit of '13812345678') tap(digit)
    tap('OK')
    link.put('checkin', checkIn({ language: 'en' }), 'c1')
    link.answer(done({ checkIn: 'c1' }))
    await pass(10)
    tap('Back')
    await pass(10)
    for (const digit of '13812345679') tap(digit)
    tap('OK')
    expect(link.sent).toEqual([
      { type: 'EnterPhone', phone: '13812345678', language: 'en' },
      { type: 'EnterPhone', phone: '13812345679', instead: 'c1', language: 'en' },
    ])
  })

  it('a phone number is masked, sent once, and means that staff look first', async () => {
    for (const digit of '13812345678') tap(digit)
    expect(says('138 •••• 5678')).toBe(true)
    tap('确定')
    expect(link.sent).toEqual([{ type: 'EnterPhone', phone: '13812345678' }])
    link.put('checkin', checkIn({ step: 'wait-for-desk', party: 2 }), 'c1')
    link.answer(done({ checkIn: 'c1' }))
    await pass(10)
    expect(says('请稍等，小陈来接您')).toBe(true)
    expect(says('138')).toBe(false)
  })

  describe('a number that led to the question how many they are', () => {
    const typedAgain = () => says('138 •••• 5678')
    beforeEach(async () => {
      for (const digit of '13812345678') tap(digit)
      tap('确定')
      link.put('checkin', checkIn(), 'c1')
      link.answer(done({ checkIn: 'c1' }))
      await pass(10)
      expect(says('您几位？')).toBe(true)
    })

    it('is there again by the key back, to be set right', async () => {
      tap('返回')
      await pass(10)
      expect(says('您几位？')).toBe(false)
      expect(typedAgain()).toBe(true)
      for (const digit of '13812345679') tap(digit)
      tap('确定')
      expect(link.sent.slice(1)).toEqual([{ type: 'EnterPhone', phone: '13812345679', instead: 'c1' }])
    })

    it('tells no digit of itself that was not to be read before', async () => {
      tap('返回')
      await pass(10)
      tap('退格')
      await pass(10)
      expect(typedAgain()).toBe(false)
      expect(document.querySelector('.phone-pad-digits')?.textContent).toBe('请输入手机号')
    })

    it('asks again at once where it was right: they wait already, and the hub would send for help', async () => {
      tap('返回')
      await pass(10)
      tap('确定')
      await pass(10)
      tap('2位')
      expect(link.sent.slice(1)).toEqual([{ type: 'SayParty', checkIn: 'c1', party: 2 }])
      link.put('checkin', checkIn({ step: 'wait-for-desk', party: 2 }), 'c1')
      link.answer(done({ checkIn: 'c1', free: true }))
      await pass(10)
      expect(says('请稍等，小陈来接您')).toBe(true)
    })

    it('is asked of the hub where the desk has sent them away meanwhile', async () => {
      tap('返回')
      link.drop('checkin/c1')
      await pass(10)
      tap('确定')
      expect(link.sent.slice(1)).toEqual([{ type: 'EnterPhone', phone: '13812345678' }])
    })

    it('is forgotten with who left it there', async () => {
      tap('返回')
      await pass(90_200)
      await settle()
      expect(typedAgain()).toBe(false)
      for (const digit of '13812345678') tap(digit)
      tap('确定')
      expect(link.sent.slice(1)).toEqual([{ type: 'EnterPhone', phone: '13812345678' }])
    })
  })

  it('who touched a card has no step to go back to', async () => {
    link.put('checkin', checkIn({ called: '王总' }), 'c1')
    await pass(10)
    expect(says('您几位？')).toBe(true)
    expect(screen.queryByRole('button', { name: '返回' })).toBeNull()
  })

  it('a number that somebody types is not touched by who comes in beside them', async () => {
    for (const digit of '1381') tap(digit)
    link.put('checkin', checkIn({ id: 'c2', called: '李姐' }), 'c2')
    link.put('trouble', { failures: 1, at: Date.now(), staff: false })
    await pass(10)
    expect(kiosk.lobby.digits.value).toBe('1381')
    expect(says('下一位贵客')).toBe(true)
    expect(says('李姐')).toBe(false)
    for (let digit = 0; digit < 4; digit += 1) tap('退格')
    await pass(10)
    expect(says('您好，李姐')).toBe(true)
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

describe('a guest who left', () => {
  it('is asked after 60 s and forgotten 30 s later, language too', async () => {
    tap('English')
    await settle()
    for (const digit of '138') tap(digit)
    await pass(59_900)
    expect(says('Still there?')).toBe(false)
    await pass(200)
    await settle()
    expect(says('Still there?')).toBe(true)
    await pass(30_100)
    await settle()
    expect(says('手机扫码签到')).toBe(true)
    expect(kiosk.lobby.digits.value).toBe('')
    expect(document.documentElement.lang).toBe('zh-Hans')
  })

  it('is given more time by any touch, as often as needed', async () => {
    tap('1')
    for (let more = 0; more < 4; more += 1) {
      await pass(80_000)
      await settle()
      expect(says('您还在吗？')).toBe(true)
      touch()
      await pass(10)
      expect(says('您还在吗？')).toBe(false)
    }
    expect(kiosk.lobby.digits.value).toBe('1')
  })

  it('has its language forgotten also where that was still on its way', async () => {
    tap('English')
    kiosk.lobby.reset()
    const before = document.body.textContent
    await kiosk.words.speak('zh-Hans')
    await settle()
    expect(document.body.textContent).toBe(before)
    expect(document.documentElement.lang).toBe('zh-Hans')
  })

  it('is never forgotten while a command is on its way', async () => {
    tap('第一次来')
    tap('3位')
    await pass(200_000)
    expect(says('您还在吗？')).toBe(false)
    expect(says('请稍等')).toBe(true)
  })
})

describe('a welcome', () => {
  const welcome = (called: string) => ({ called, at: Date.now(), until: Date.now() + 29_000, vip: true })

  it('is sung, one chime a character, then stands in the ribbon for 20 s, without a room', async () => {
    link.put('welcome', welcome('王总'), 'c1')
    await pass(1500)
    expect(document.querySelector('.ceremony .welcome-name')).not.toBeNull()
    expect(strike.mock.calls).toEqual([[0]])
    await pass(2000)
    expect(strike.mock.calls).toEqual([[0], [1]])
    await pass(6000)
    expect(document.querySelector('.ceremony')).toBeNull()
    expect(document.querySelector('.ribbon')?.textContent).toContain('王总')
    await pass(20_000)
    expect(document.querySelector('.ribbon')).toBeNull()
  })

  it('lets the question rise for whose name it is, and for nobody else under it', async () => {
    const asking = () => document.querySelector('.lobby')?.hasAttribute('data-asking')
    scan('0004340098')
    await pass(10)
    link.put('checkin', checkIn({ called: '王姐' }), 'c1')
    link.answer(done({ checkIn: 'c1' }))
    link.put('welcome', welcome('王姐'), 'c1')
    await pass(5000)
    expect(says('您几位？')).toBe(true)
    expect(asking()).toBe(true)
    link.put('welcome', welcome('王总'), 'c2')
    await pass(10_000)
    expect(document.querySelector('.ceremony')?.textContent).toContain('王总')
    expect(asking()).toBe(false)
    await pass(9000)
    expect(document.querySelector('.ceremony')).toBeNull()
    expect(says('您好，王姐')).toBe(true)
  })

  it('that is taken back is gone at once', async () => {
    link.put('welcome', welcome('王总'), 'c1')
    await pass(1500)
    link.drop('welcome/c1')
    await pass(10)
    expect(document.body.textContent).not.toContain('王总')
  })
})

it('a screen nobody knows shows its code for the manager', async () => {
  link.state.value = { at: 'pairing', code: 'BDKTVX' }
  await settle()
  expect(screen.getByRole('status', { name: 'B D K T V X' })).toBeTruthy()
})
