/**
 * The welcome as a moving picture: hub, page and every movement on it go forward together, one frame at a time, so that a
 * slow machine makes the same film.
 */
import type { Page } from 'playwright'
import type { House } from '../house.ts'
import { decodePng } from './decode-png.ts'
import { encodeGif, type Frame } from './gif.ts'

export interface Shooting {
  readonly house: House
  /** Its clock is installed. */
  readonly page: Page
  readonly framesPerSecond: number
  readonly lastsMs: number
  /** After `atMs`, once. */
  readonly cue: { readonly atMs: number; readonly act: () => Promise<void> }
}

export async function takeFilm({ house, page, framesPerSecond, lastsMs, cue }: Shooting): Promise<Buffer> {
  const stepMs = Math.round(1000 / framesPerSecond)
  return house.standing(async () => {
    await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 100)
    // A hub that is far ahead is believed at its next word: from then on both clocks are one.
    await house.turn(farMs)
    const frames: Frame[] = []
    let cued = false
    for (let at = 0; at < lastsMs; at += stepMs) {
      if (!cued && at >= cue.atMs) {
        cued = true
        await cue.act()
      }
      await house.turn(stepMs)
      await page.clock.runFor(stepMs)
      await page.evaluate(moveOn, stepMs)
      frames.push({ picture: decodePng(await page.screenshot()), lastsMs: stepMs })
    }
    return encodeGif(frames)
  })
}

/** A page that knows the hub's time takes less for the way of a frame. */
const farMs = 5000

/**
 * In the page: what the browser itself animates does not follow the page's clock. Each movement is stopped when it is
 * first met, and from then on put forward by hand.
 */
function moveOn(stepMs: number): void {
  const page = globalThis as { movements?: WeakMap<Animation, number> }
  page.movements ??= new WeakMap()
  for (const movement of document.getAnimations()) {
    const gone = page.movements.get(movement)
    const at = gone === undefined ? 0 : gone + stepMs
    page.movements.set(movement, at)
    const end = movement.effect?.getComputedTiming().endTime
    if (typeof end === 'number' && at >= end) movement.finish()
    else {
      movement.pause()
      movement.currentTime = at
    }
  }
}
