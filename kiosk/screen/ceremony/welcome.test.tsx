/** What the lobby screen shows and sings of who is welcomed. */
import { beforeEach, describe, expect, it } from 'vitest'
import { done } from '../../../shared/protocol/answer.ts'
import { checkIn, openScreen, pass, says, scan, strike } from '../screen.testing.tsx'
import type { FakeLink } from '../stage/fake-link.ts'

let link: FakeLink
beforeEach(async () => {
  link = (await openScreen()).link
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
