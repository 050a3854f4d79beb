/** What is sung follows the view while it is sung. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createFakeLink } from '../stage/fake-link.ts'
import { createSinger } from './singer.ts'

const now = 1_000_000_000_500
beforeEach(() => void vi.useFakeTimers({ now }))
afterEach(() => void vi.useRealTimers())

function sung(...called: string[]) {
  const link = createFakeLink()
  const put = (id: number, name: string) =>
    link.put('welcome', { called: name, at: now - 500 + id, until: now + 28_500, vip: true }, `c${id}`)
  for (const [id, name] of called.entries()) put(id, name)
  const singer = createSinger(link)
  const act = () => singer.playing.value.act
  return { put, act, names: () => act()?.welcomes.map(welcome => welcome.called), stop: singer.stop }
}

it('corrects a name that the desk corrects while it is sung', () => {
  const { put, names, stop } = sung('王总')
  expect(names()).toEqual(['王总'])
  put(0, '汪总')
  expect(names()).toEqual(['汪总'])
  stop()
})

it('does not begin again for what nobody sees', () => {
  const { put, act, stop } = sung('王总')
  const before = act()
  put(0, '王总')
  put(1, '李姐')
  expect(act()).toBe(before)
  stop()
})
