/** The lobby in a real Chromium, which says when a name was first on it. */
import { chromium } from 'playwright'
import * as v from 'valibot'
import type { Paired } from '../../../kiosk/reader/pairing.ts'
import { chromiumOptions } from '../../bootstrap/chromium-options.mjs'

export interface LobbyScreen {
  /** Epoch ms of the first frame with the next welcome of this name; undefined when none came in `withinMs`. */
  painted(called: string, withinMs: number): Promise<number | undefined>
  close(): Promise<void>
}

const Painted = v.tuple([v.string(), v.number()])

/** Resolves when the lobby waits for guests, with what a welcome needs behind its first paint. */
export async function openLobby({ origin, device, token }: Paired): Promise<LobbyScreen> {
  const browser = await chromium.launch(chromiumOptions())
  const page = await browser.newPage({ viewport: { width: 1080, height: 1920 }, locale: 'zh-CN' })
  const waiting: { readonly called: string; readonly seen: (at: number) => void }[] = []
  await page.exposeFunction('paintedName', (...said: unknown[]) => {
    const [called, at] = v.parse(Painted, said)
    const index = waiting.findIndex(one => one.called === called)
    for (const one of waiting.splice(index, index < 0 ? 0 : 1)) one.seen(at)
  })
  await page.addInitScript({ content: watchNames })
  const cookie = { name: `cm-${device}`, value: token, url: origin, httpOnly: true, sameSite: 'Strict' as const }
  await page.context().addCookies([cookie])
  await page.goto(`${origin}/kiosk/${device}`)
  await page.getByText('请碰一下会员卡').waitFor()
  await page.waitForLoadState('networkidle')
  return {
    painted(called, withinMs) {
      return new Promise(resolve => {
        const timer = setTimeout(() => resolve(undefined), withinMs)
        waiting.push({
          called,
          seen(at) {
            clearTimeout(timer)
            resolve(at)
          },
        })
      })
    },
    close: () => browser.close(),
  }
}

/** In the page: of each name that is new in a welcome, the moment after the frame that first has it. */
const watchNames = `{
  const known = new WeakSet()
  new MutationObserver(() => {
    const name = document.querySelector('.ceremony .welcome-name')
    if (!name || known.has(name)) return
    known.add(name)
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => {
        const { startTime } = performance.mark('welcome')
        paintedName(name.querySelector('.visually-hidden').textContent, performance.timeOrigin + startTime)
      }
      port2.postMessage(undefined)
    })
  }).observe(document, { childList: true, subtree: true })
}`
