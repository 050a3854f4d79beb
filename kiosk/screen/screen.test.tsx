/** What the lobby screen says of its house, and of itself. */
import { fireEvent, screen } from '@testing-library/preact'
import { beforeEach, describe, expect, it } from 'vitest'
import { openScreen, settle } from './screen.testing.tsx'
import type { FakeLink } from './stage/fake-link.ts'

let link: FakeLink
beforeEach(async () => {
  link = (await openScreen()).link
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

it('a screen nobody knows shows its code for the manager', async () => {
  link.state.value = { at: 'pairing', code: 'BDKTVX' }
  await settle()
  expect(screen.getByRole('status', { name: 'B D K T V X' })).toBeTruthy()
})
