/** A phone number that is typed at the lobby screen. */
import { screen } from '@testing-library/preact'
import { beforeEach, describe, expect, it } from 'vitest'
import { done } from '../../../shared/protocol/answer.ts'
import { checkIn, type OpenedScreen, openScreen, pass, says, settle, tap } from '../screen.testing.tsx'

let link: OpenedScreen['link']
let kiosk: OpenedScreen['kiosk']
beforeEach(async () => {
  ;({ link, kiosk } = await openScreen())
})

describe('without a card', () => {
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
})
