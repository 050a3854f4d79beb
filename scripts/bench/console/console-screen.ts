/** A console in a real Chromium, which says when a call was first on it. */
import { chromium } from 'playwright'
import * as v from 'valibot'
import { chromiumOptions } from '../../bootstrap/chromium-options.mjs'

export interface ConsoleScreen {
  /** Epoch ms of the first frame with this call; undefined when it did not come in `withinMs`. */
  painted(request: string, withinMs: number): Promise<number | undefined>
  close(): Promise<void>
}

const Painted = v.tuple([v.string(), v.number()])

export async function openConsole(origin: string, device: string, token: string): Promise<ConsoleScreen> {
  const browser = await chromium.launch(chromiumOptions())
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' })
  const seen = new Map<string, number>()
  const waiting = new Map<string, (at: number) => void>()
  await page.exposeFunction('paintedCall', (...said: unknown[]) => {
    const [request, at] = v.parse(Painted, said)
    seen.set(request, at)
    waiting.get(request)?.(at)
  })
  await page.addInitScript({ content: watchCalls })
  await page
    .context()
    .addCookies([{ name: `cm-${device}`, value: token, url: origin, httpOnly: true, sameSite: 'Strict' }])
  await page.goto(`${origin}/console/${device}`)
  await page.locator('.live').waitFor()
  await page.waitForLoadState('networkidle')
  return {
    painted(request, withinMs) {
      const at = seen.get(request)
      if (at !== undefined) return Promise.resolve(at)
      return new Promise(resolve => {
        const timer = setTimeout(() => resolve(undefined), withinMs)
        waiting.set(request, at => {
          clearTimeout(timer)
          resolve(at)
        })
      })
    },
    close: () => browser.close(),
  }
}

/** In the page: of each call that is new, the moment after the frame that first has it. */
const watchCalls = `{
  const known = new Set()
  new MutationObserver(() => {
    for (const { dataset } of document.querySelectorAll('.live [data-slice-key^="request/"]')) {
      const request = dataset.sliceKey.slice('request/'.length)
      if (known.has(request)) continue
      known.add(request)
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => paintedCall(request, performance.timeOrigin + performance.mark('call').startTime)
        port2.postMessage(undefined)
      })
    }
  }).observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-slice-key'] })
}`
