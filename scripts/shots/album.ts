/** `--all DIR`: every stage in every language into one page to leaf through, with what can be told without eyes. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright'
import { serveStages } from '../lib/serve-stages.ts'
import { pageOf, type Shot } from './album-page.ts'
import { type Size, shoot } from './camera.ts'
import { findFaults } from './faults.ts'
import { inspectPage } from './inspect-page.ts'
import { panelLooks, panelSizes, panelStates, type ScreenState } from './panel-states.ts'
import { showState } from './show-state.ts'
import { stageLocales, stages } from './stages.ts'

/** One picture to be taken. */
interface Wanted extends ScreenState {
  readonly surface: string
  readonly page: string
  readonly size: Size
  readonly look: string
}

/** Of one machine's cores: more only wait for each other. */
const atOnce = 3

/** `only`: surfaces to take; all when empty. Answers how many pictures there are, and how many faults were found. */
export async function makeAlbum(deps: {
  root: string
  folder: string
  browser: Browser
  only: readonly string[]
}): Promise<{ pictures: number; faults: number }> {
  const { root, folder, browser, only } = deps
  await mkdir(folder, { recursive: true })
  const served = await serveStages(root)
  const wanted = [...ofPanel(), ...ofOthers()].filter(({ surface }) => only.length === 0 || only.includes(surface))
  const shots: Shot[] = []
  const left = [...wanted.entries()]
  const work = async () => {
    for (let next = left.shift(); next; next = left.shift()) {
      const [at, one] = next
      shots[at] = await take(one, { origin: served.origin, folder, browser })
      if (at % 100 === 99) console.log(`  ${at + 1} of ${wanted.length}`)
    }
  }
  try {
    await Promise.all(Array.from({ length: atOnce }, work))
  } finally {
    await served.close()
  }
  await writeFile(join(folder, 'index.html'), pageOf(shots))
  return { pictures: shots.length, faults: shots.reduce((sum, { faults }) => sum + faults.length, 0) }
}

function ofPanel(): Wanted[] {
  return panelSizes.flatMap(size =>
    panelLooks.flatMap(({ look, query }) =>
      panelStates.map(state => ({
        ...state,
        surface: 'panel',
        page: 'room-panel/stage',
        size: { ...size, scale: 0.6 },
        look,
        query: `${state.query}&${query}`,
      })),
    ),
  )
}

function ofOthers(): Wanted[] {
  return stages.flatMap(({ surface, page, size, scenes }) =>
    scenes.flatMap(scene =>
      stageLocales.map(look => ({
        surface,
        page,
        size,
        screen: scene.replaceAll(/\w+=/g, '').replaceAll('&', ' '),
        state: 'plain',
        look,
        query: `${scene}&lang=${look}`,
      })),
    ),
  )
}

async function take(
  wanted: Wanted,
  { origin, folder, browser }: { origin: string; folder: string; browser: Browser },
): Promise<Shot> {
  const { surface, page: path, size, screen, state, look, query } = wanted
  const { width, height, scale = 1 } = size
  const name = [width, screen, state, look].join('-').replaceAll(/[^\p{L}\p{N}]+/gu, '-')
  const file = `${surface}/${name}.png`
  const page = await pageFor(browser, size)
  const errors: string[] = []
  const hear = (error: Error) => void errors.push(`error: ${error.message}`)
  page.on('pageerror', hear)
  try {
    await showState(page, `${origin}${path}/?${query}`, wanted)
    await shoot(page, join(folder, file))
    errors.push(...(await findFaults(page, look.split(' ')[0] ?? '')), ...(await inspectPage(page)))
  } catch (error) {
    errors.push(String(error).split('\n')[0] ?? '')
  }
  page.off('pageerror', hear)
  free(page)
  return { surface, screen, state, look, size: `${width}x${height}`, file, width: width * scale, faults: errors }
}

/** Windows that are open and idle, by their size: opening one takes as long as a picture. */
const idle = new Map<string, Page[]>()
const sizes = new WeakMap<Page, string>()

async function pageFor(browser: Browser, { width, height, scale = 1 }: Size): Promise<Page> {
  const key = `${width}x${height}@${scale}`
  const found = idle.get(key)?.pop()
  if (found) return found
  const window = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    // What moves stands at its end: pictures of the same screen are the same.
    reducedMotion: 'reduce',
  })
  const page = await window.newPage()
  sizes.set(page, key)
  return page
}

function free(page: Page): void {
  const key = sizes.get(page) ?? ''
  idle.set(key, [...(idle.get(key) ?? []), page])
}
