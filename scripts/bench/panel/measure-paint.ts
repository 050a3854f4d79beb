/** How soon a panel paints and answers a first tap on a slow tablet with nothing in its cache, and how evenly it scrolls. */
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright'
import * as v from 'valibot'
import type { Figure } from '../figure.ts'
import type { Bench } from '../taps/measure-taps.ts'
import { timesOf } from '../times-of.ts'
import { openPanel, slowdown } from './open-panel.ts'

/** DESIGN: interactive within. ms. */
const limitMs = 1000
/** DESIGN: of script, compressed. */
const limitKb = 45
/** Two frames of a screen that draws sixty a second: a longer one is seen. ms. */
const seenMs = 33.4
const loads = { full: 15, quick: 3 }
/** From navigation, ms. */
const Times = v.tuple([v.number(), v.number()])

const section = `包厢屏 panel at ${slowdown}x CPU slowdown`
const how =
  'nothing cached, no worker: navigation → first contentful paint; → first frame after the first key on the screen was pressed the moment it was there. Scroll: time between frames'

export async function measurePaint({ folder, scale, progress }: Bench): Promise<Figure[]> {
  const { page, devtools, close } = await openPanel(join(folder, 'house'))
  try {
    await devtools.send('Network.enable')
    await devtools.send('Network.setCacheDisabled', { cacheDisabled: true })
    await devtools.send('Network.setBypassServiceWorker', { bypass: true })
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    await page.addInitScript({ content: tapFirst })
    const paints: number[] = []
    const taps: number[] = []
    for (let load = 0; load < (scale.quick ? loads.quick : loads.full); load += 1) {
      progress(`load ${load + 1}`)
      await page.reload()
      // Asked past the page's own driver, which would put its tools on the main thread in the middle of what is measured.
      const { result } = await devtools.send('Runtime.evaluate', {
        expression: 'window.measured',
        awaitPromise: true,
        returnByValue: true,
      })
      const [painted, answered] = v.parse(Times, result.value)
      paints.push(painted)
      taps.push(answered)
    }
    const scripts = await page.evaluate<string[]>(askedForBeforeTap)
    const sizes = await Promise.all(scripts.map(gzipped))
    progress('scroll')
    await page.locator('html[data-complete]').waitFor()
    const frames = await scrollLongest(page)
    const figure = timesOf(section, how)
    const share = (longer: number) => (100 * frames.filter(ms => ms > longer).length) / frames.length
    return [
      figure('first paint', paints, 0.5, limitMs),
      figure('first tap answered', taps, 0.5, limitMs),
      figure('first tap answered', taps, 0.9),
      {
        section,
        how,
        name: 'script asked for before that tap, gzip',
        value: sizes.reduce((sum, size) => sum + size, 0) / 1024,
        unit: 'KB',
        samples: sizes.length,
        beside: { what: 'limit', value: limitKb },
        atMost: 1,
      },
      figure('scroll of the longest list, a frame', frames, 0.5),
      figure('scroll of the longest list, a frame', frames, 0.99, seenMs),
      // A frame that is on time is a little early or late.
      { section, how, name: 'frames over 16.7 ms', value: share(16.7 * 1.1), unit: '%', samples: frames.length },
      { section, how, name: 'frames over 33.3 ms', value: share(seenMs), unit: '%', samples: frames.length },
    ]
  } finally {
    await close()
  }
}

/** ms between frames, of the screen and list in it with most below the fold, down and up again. */
async function scrollLongest(page: Page): Promise<number[]> {
  const screens = page.getByRole('navigation', { name: '页面' }).getByRole('button')
  let longest = { screen: 0, below: 0 }
  for (let screen = 0; screen < (await screens.count()); screen += 1) {
    await screens.nth(screen).click()
    const below = await page.evaluate<number>(`(${longestList})()?.below ?? 0`)
    if (below > longest.below) longest = { screen, below }
  }
  await screens.nth(longest.screen).click()
  return page.evaluate<number[]>(scroll)
}

/** In the page. */
const longestList = `() => [...document.querySelectorAll('*')]
  .filter(one => /auto|scroll/.test(getComputedStyle(one).overflowY))
  .map(one => ({ one, below: one.scrollHeight - one.clientHeight }))
  .sort((a, b) => b.below - a.below)[0]`

const scroll = `new Promise(done => {
  const { one, below } = (${longestList})()
  const frames = []
  let last
  let at = 0
  let step = 24
  const draw = now => {
    if (last !== undefined) frames.push(now - last)
    last = now
    at += step
    if (at >= below || at <= 0) step = -step
    one.scrollTop = at
    if (frames.length < 600) requestAnimationFrame(draw)
    else done(frames)
  }
  requestAnimationFrame(draw)
})`

async function gzipped(url: string): Promise<number> {
  const response = await fetch(url)
  return gzipSync(new Uint8Array(await response.arrayBuffer()), { level: 9 }).length
}

const askedForBeforeTap = `performance.getEntriesByType('resource')
  .filter(({ name, startTime }) => new URL(name).pathname.endsWith('.js') && startTime < window.tappedAt)
  .map(({ name }) => name)`

const tapFirst = `{
  const painted = new Promise(done => {
    const look = list => {
      for (const { startTime } of list.getEntriesByName('first-contentful-paint')) done(startTime)
    }
    new PerformanceObserver(look).observe({ type: 'paint', buffered: true })
  })
  const answered = new Promise(done => {
    new MutationObserver((_, watch) => {
      const key = document.querySelectorAll('nav button:not([aria-current])')[0]
      if (!key) return
      watch.disconnect()
      window.tappedAt = performance.now()
      key.click()
      const look = () => {
        if (key.getAttribute('aria-current') !== 'page') return requestAnimationFrame(look)
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => done(performance.now())
        port2.postMessage(undefined)
      }
      requestAnimationFrame(look)
    }).observe(document, { childList: true, subtree: true })
  })
  window.measured = Promise.all([painted, answered])
}`
