/** `--all DIR`: every stage in every language into one page to leaf through, with what can be told without eyes. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright'
import { serveStages } from '../lib/serve-stages.ts'
import { pageOf, type Shot } from './album-page.ts'
import { askAxe } from './ask-axe.ts'
import { type Size, shoot } from './camera.ts'
import { consoleSizes, consoleStates } from './console-states.ts'
import { findFaults } from './faults.ts'
import { findAlike } from './greyscale.ts'
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

/** How long a window is used: one that has seen hundreds of screens is slow. */
const picturesOfOne = 60

/** `only`: words that a picture's surface, screen, state, look or width must have, all of them. Answers how many pictures there are, and how many faults were found. */
export async function makeAlbum(deps: {
  root: string
  folder: string
  browser: Browser
  only: readonly string[]
}): Promise<{ pictures: number; faults: number }> {
  const { root, folder, browser, only } = deps
  await mkdir(folder, { recursive: true })
  const served = await serveStages(root)
  const wanted = [...ofPanel(), ...ofConsole(), ...ofOthers()].filter(one =>
    only.every(word => wordsOf(one).includes(word)),
  )
  const shots: Shot[] = []
  const left = [...wanted.entries()]
  const work = async () => {
    const window = createWindow(browser)
    for (let next = left.shift(); next; next = left.shift()) {
      const [at, one] = next
      shots[at] = await take(one, { origin: served.origin, folder, page: await window.pageOf(one.size) })
      if (at % 100 === 99) console.log(`  ${at + 1} of ${wanted.length}`)
    }
    await window.close()
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

function ofConsole(): Wanted[] {
  return consoleSizes.flatMap(size =>
    stageLocales.flatMap(look =>
      consoleStates.map(state => ({
        ...state,
        surface: 'console',
        page: 'hub/console/stage',
        size,
        look,
        query: `${state.query}&lang=${look}`,
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

const wordsOf = ({ surface, screen, state, look, size }: Wanted): readonly string[] => [
  surface,
  ...[screen, state, look].flatMap(text => [text, ...text.split(' ')]),
  String(size.width),
]

async function take(
  wanted: Wanted,
  { origin, folder, page }: { origin: string; folder: string; page: Page },
): Promise<Shot> {
  const { surface, page: path, size, screen, state, look, query } = wanted
  const { width, height, scale = 1 } = size
  const name = [width, screen, state, look].join('-').replaceAll(/[^\p{L}\p{N}]+/gu, '-')
  const file = `${surface}/${name}.png`
  const faults: string[] = []
  const hear = (error: Error) => void faults.push(`error: ${error.message}`)
  page.on('pageerror', hear)
  try {
    await showState(page, `${origin}${path}/?${query}`, wanted)
    await shoot(page, join(folder, file))
    faults.push(...(await findFaults(page, look.split(' ')[0] ?? '')))
    faults.push(...(await inspectPage(page)))
    // Held otherwise, a page has the same names and roles.
    if (!look.includes(' ')) faults.push(...(await askAxe(page)))
    // A mark is a dozen points wide: not on a picture that is made smaller.
    if (surface === 'console' && scale === 1) faults.push(...(await findAlike(page)))
  } catch (error) {
    faults.push(String(error).split('\n')[0] ?? '')
  }
  page.off('pageerror', hear)
  return { surface, screen, state, look, size: `${width}x${height}`, file, width: width * scale, faults }
}

/** One window at a time, opened anew for another size and after a while. */
function createWindow(browser: Browser): { pageOf(size: Size): Promise<Page>; close(): Promise<void> } {
  let open: { page: Page; key: string; taken: number } | undefined
  return {
    async pageOf({ width, height, scale = 1 }) {
      const key = `${width}x${height}@${scale}`
      if (open?.key === key && open.taken < picturesOfOne) {
        open.taken += 1
        return open.page
      }
      await open?.page.context().close()
      const context = await browser.newContext({
        viewport: { width, height },
        deviceScaleFactor: scale,
        // What moves stands at its end: pictures of the same screen are the same.
        reducedMotion: 'reduce',
      })
      open = { page: await context.newPage(), key, taken: 1 }
      return open.page
    },
    async close() {
      await open?.page.context().close()
    },
  }
}
