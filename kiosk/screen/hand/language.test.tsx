/** The language that is chosen at the lobby screen goes along with who chose it. */
import { beforeEach, describe, expect, it } from 'vitest'
import { done } from '../../../shared/protocol/answer.ts'
import type { KioskCheckInView } from '../../../shared/protocol/views/kiosk.ts'
import { checkIn, openScreen, pass, says, scan, settle, tap } from '../screen.testing.tsx'
import type { FakeLink } from '../stage/fake-link.ts'

let link: FakeLink
beforeEach(async () => {
  link = (await openScreen()).link
})

/** Chooses English, touches a card, and is asked how many they are. */
async function comeInEnglish(): Promise<void> {
  tap('English')
  await settle()
  scan('0045131261')
  link.put('checkin', checkIn({ language: 'en' }), 'c1')
  link.answer(done({ checkIn: 'c1' }))
  await pass(10)
}

describe('without a card', () => {
  it('a walk-in who chose a language brings it along, and not the house’s', async () => {
    tap('English')
    await settle()
    tap('First visit')
    tap('3 people')
    await pass(10)
    expect(link.sent).toEqual([{ type: 'WalkIn', party: 3, language: 'en' }])
  })

  it('nor does a card, a code or a number leave behind what its guest chose to read', async () => {
    await comeInEnglish()
    tap('2 people')
    await pass(10)
    expect(link.sent).toEqual([
      { type: 'TouchCard', card: '0045131261', language: 'en' },
      { type: 'SayParty', checkIn: 'c1', party: 2, language: 'en' },
    ])
  })

  it('who came along with one language and turned back to the house’s says that too', async () => {
    await comeInEnglish()
    tap('简体中文')
    await settle()
    tap('2位')
    await pass(10)
    expect(link.sent.at(-1)).toEqual({ type: 'SayParty', checkIn: 'c1', party: 2, language: 'zh-Hans' })
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

  it('nor does it take a language back only where somebody says how many they are', async () => {
    link.put('checkin', checkIn({ step: 'wait-for-desk', party: 2, called: 'Ann', language: 'en' }), 'c1')
    await settle()
    expect(document.documentElement.lang).toBe('en')
    const told = (language: 'zh-Hans' | 'en') => ({ type: 'SayParty', checkIn: 'c1', party: 2, language })
    tap('简体中文')
    await settle()
    expect(link.sent).toEqual([told('zh-Hans')])
    // Before the hub said that it knows.
    tap('English')
    await settle()
    expect(link.sent).toEqual([told('zh-Hans'), told('en')])
    link.drop('checkin/c1')
    await settle()
    expect(document.documentElement.lang).toBe('zh-Hans')
    expect(link.sent).toHaveLength(2)
  })

  it('nor does a guest who turns away what the one before chose, until they choose that too', async () => {
    const came = (id: string) => link.put('checkin', checkIn({ id, step: 'wait-for-desk', party: 2 }), id)
    came('c1')
    tap('English')
    await settle()
    came('c2')
    await pass(10)
    tap('简体中文')
    await settle()
    expect(link.sent).toHaveLength(1)
    tap('English')
    await settle()
    expect(link.sent.at(-1)).toEqual({ type: 'SayParty', checkIn: 'c2', party: 2, language: 'en' })
  })

  it('a greeting ends in the language it began in, also where its guest is led away meanwhile', async () => {
    const words = () => document.querySelector('.ceremony-words')?.textContent
    link.put('checkin', checkIn({ step: 'wait-for-desk', party: 2, called: 'Ann', language: 'en' }), 'c1')
    link.put('welcome', { called: 'Ann', at: Date.now(), until: Date.now() + 29_000, vip: true }, 'c1')
    await settle()
    const begun = words()
    expect(begun).toMatch(/^Welcome/)
    link.drop('checkin/c1')
    await settle()
    expect(document.documentElement.lang).toBe('zh-Hans')
    expect(words()).toBe(begun)
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

  it('who chose a language at their phone is answered in it, and whoever comes after them as everybody is', async () => {
    const came = (id: string, more: Partial<KioskCheckInView> = {}) =>
      link.put('checkin', checkIn({ id, step: 'wait-for-desk', party: 2, ...more }), id)
    came('c1', { called: 'Ann', language: 'en' })
    link.put('welcome', { called: 'Ann', at: Date.now(), until: Date.now() + 29_000, vip: false }, 'c1')
    await settle()
    expect(document.documentElement.lang).toBe('en')
    expect(says('Hello, Ann')).toBe(true)
    expect(document.querySelector('.ceremony-welcome')?.textContent).toBe('Welcome')
    came('c2')
    await settle()
    expect(document.documentElement.lang).toBe('zh-Hans')
    came('c3', { language: 'zh-Hant' })
    await settle()
    expect(document.documentElement.lang).toBe('zh-Hant')
    await pass(16_000)
    await settle()
    expect(document.documentElement.lang).toBe('zh-Hans')
    expect(link.sent).toEqual([])
  })

  it('nor does what somebody read at the screen count for who then comes from a phone', async () => {
    tap('繁體中文')
    await settle()
    link.put('checkin', checkIn({ step: 'wait-for-desk', party: 2, language: 'en' }), 'c1')
    await settle()
    expect(document.documentElement.lang).toBe('en')
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
})
