/** The lobby screen over a hub made of nothing, and a guest's hands, for the tests beside its parts. */
import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { afterEach, beforeEach, vi } from 'vitest'
import type { KioskCheckInView } from '../../shared/protocol/views/kiosk.ts'
import { App } from './app.tsx'
import { createKiosk } from './lobby/create-kiosk.ts'
import { KioskContext } from './lobby/kiosk-context.ts'
import { createWords } from './lobby/speech.ts'
import { createFakeLink, type FakeLink } from './stage/fake-link.ts'

export const strike = vi.fn(() => true)

let stop: (() => void) | undefined

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 })
  Object.assign(document, { fonts: { load: async () => [] } })
})
afterEach(() => {
  cleanup()
  stop?.()
  stop = undefined
  strike.mockClear()
  vi.useRealTimers()
})

export interface OpenedScreen {
  readonly link: FakeLink
  readonly kiosk: ReturnType<typeof createKiosk>
}

/** It is taken down after the test. */
export async function openScreen(): Promise<OpenedScreen> {
  const link = createFakeLink()
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
  const kiosk = createKiosk({
    link,
    words: await createWords('zh-Hans', link.view),
    chime: { unlock: async () => true, strike, close: async () => undefined },
    size: { fit: () => () => undefined, millimetre: () => 3, keep: () => undefined },
    page: window,
  })
  stop = kiosk.stop
  render(
    <KioskContext.Provider value={kiosk}>
      <App />
    </KioskContext.Provider>,
  )
  await settle()
  return { link, kiosk }
}

export const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)
/** What is fetched when it is needed has arrived. */
export const settle = async () => {
  for (let depth = 0; depth < 3; depth += 1) {
    await pass(10)
    await vi.dynamicImportSettled()
  }
  await pass(10)
}

export const tap = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
export const says = (text: string) => document.body.textContent.includes(text)
export const touch = () => fireEvent(window, new Event('pointerdown'))

export function scan(text: string): void {
  for (const [index, key] of [...Array.from(text), 'Enter'].entries()) {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
    Object.defineProperty(event, 'timeStamp', { value: performance.now() + index * 9 })
    document.body.dispatchEvent(event)
  }
}
export const checkIn = (more: Partial<KioskCheckInView> = {}): KioskCheckInView => ({
  id: 'c1',
  at: Date.now(),
  step: 'say-party',
  ...more,
})
