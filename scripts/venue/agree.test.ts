/** Given somebody at the terminal, when they go back, agree or give up, then what is made is what they saw last. */
import { expect, it } from 'vitest'
import { agree } from './agree.ts'
import { NobodyAnswers } from './ask.ts'
import { readFlags } from './flags.ts'
import { terminal } from './terminal.testing.ts'

const pin = ['271828', '271828']
const enter = (times: number): string[] => Array.from({ length: times }, () => '')
const fromFlags = (...flags: string[]) => readFlags(['new', ...flags], {})
/** All is said but the name, the city and the cards. */
const most = fromFlags(
  ...['--time-zone', 'UTC', '--currency', 'CNY', '--language', 'en', '--class', 'small=2x2,100,30', '--owner', '阿丽'],
  ...['--name-en', 'Lesheng', '--menu', 'y', '--players', 'n', '--wifi', 'Guests', '--wifi-password', 'singalong'],
)

it('makes what was answered, once it was seen and agreed to', async () => {
  const { asking, shown } = terminal('乐声KTV', '重庆', 'y', ...pin, 'y')
  expect(await agree(most, asking)).toMatchObject({
    pin: '271828',
    plan: { name: '乐声KTV', city: '重庆', cards: true },
  })
  const summary = shown().slice(shown().indexOf('要建的'))
  for (const part of ['乐声KTV', 'Lesheng', '重庆', 'UTC', 'CNY', '2x2', '阿丽', 'Guests'])
    expect(summary).toContain(part)
  expect(shown()).not.toMatch(/271828|singalong/)
})

it('goes back one question at a time, and keeps what was answered for Enter', async () => {
  const { asking, shown } = terminal('乐声', '重庆', '<', '<', '乐声KTV', '', 'y', ...pin, '')
  expect(await agree(most, asking)).toMatchObject({ plan: { name: '乐声KTV', city: '重庆', cards: true } })
  expect(shown()).toContain('[乐声]')
  expect(shown()).toContain('[重庆]')
  expect(shown().match(/一题/g)).toHaveLength(1)
})

it('goes back from a first and a second PIN, and from the summary', async () => {
  const back = ['<', 'y', '271828', '<', ...pin, '＜', ...pin]
  const { asking } = terminal('乐声KTV', '重庆', 'n', ...back, 'y')
  expect(await agree(most, asking)).toMatchObject({ pin: '271828', plan: { cards: true } })
})

it('has nothing before the first question, and says so', async () => {
  const { asking, shown } = terminal('<', '乐声KTV', '重庆', 'n', ...pin, 'y')
  expect(await agree(most, asking)).toMatchObject({ plan: { name: '乐声KTV' } })
  expect(shown()).toContain('the first question')
})

it('asks for rooms again where there would be none', async () => {
  const { asking, shown } = terminal(...enter(6), '0', '0', '0', '0', '2x3', ...enter(8), ...pin, '')
  const agreed = await agree(fromFlags(), asking)
  expect(agreed?.plan.classes).toMatchObject([{ id: 'vip', floors: [{ floor: 2, rooms: 3 }] }])
  expect(shown()).toContain('no room at all')
})

it('makes nothing for who says no, or is gone', async () => {
  expect(await agree(most, terminal('乐声KTV', '重庆', 'n', ...pin, 'n').asking)).toBeUndefined()
  await expect(agree(most, terminal('乐声KTV', '重庆').asking)).rejects.toThrow(NobodyAnswers)
})

it('asks nobody to agree to what flags say', async () => {
  const { asking, shown } = terminal()
  const flags = readFlags(['new', '--yes', '--name', '乐声KTV'], { OWNER_PIN: '271828' })
  expect(await agree(flags, asking)).toMatchObject({ pin: '271828', plan: { name: '乐声KTV' } })
  expect(await agree(readFlags(['new', '--yes'], {}), terminal(...pin).asking)).toMatchObject({ pin: '271828' })
  expect(shown()).toBe('')
})

it('makes none without a room that flags say', async () => {
  const flags = readFlags(['new', '--yes', '--class', 'small=0,0,0'], { OWNER_PIN: '271828' })
  await expect(agree(flags, terminal().asking)).rejects.toThrow('no room')
})
