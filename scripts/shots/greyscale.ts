/** Whether how bad a thing is can be told without colours: the marks on a page are photographed as an eye without any sees them. */
import type { Page } from 'playwright'

/** A mark to its ground, and the worst one's ground to the others': WCAG 2.2, 1.4.11. */
const leastContrast = 3
/** Of two marks laid over each other: less, and at arm's length they are one. */
const leastUnlike = 0.15

interface Seen {
  readonly level: string
  readonly word: string
  /** How dark each point of the mark is, from its ground (0) to its ink (1). */
  readonly shape: readonly number[]
  /** Luminance of the mark, and of what it lies on. */
  readonly ink: number
  readonly ground: number
}

/** Of each level that is shown, the first; one alone is told from nothing. */
export async function findAlike(page: Page): Promise<string[]> {
  const levels = await page.evaluate(findMarks)
  if (levels.length < 2) return []
  const camera = await page.context().newCDPSession(page)
  await camera.send('Emulation.setEmulatedVisionDeficiency', { type: 'achromatopsia' })
  const seen: Seen[] = []
  for (const level of levels) seen.push(await look(page, level))
  await camera.send('Emulation.setEmulatedVisionDeficiency', { type: 'none' })
  await camera.detach()
  return [
    ...seen.flatMap(({ level, ink, ground }) =>
      contrastOf(ink, ground) < leastContrast ? [`grey: ${level} has a mark as pale as its ground`] : [],
    ),
    ...seen.flatMap((one, at) => seen.slice(at + 1).flatMap(other => alike(one, other))),
  ]
}

function alike(one: Seen, other: Seen): string[] {
  const unlike = one.shape.reduce((sum, ink, at) => sum + Math.abs(ink - (other.shape[at] ?? 0)), 0) / one.shape.length
  const pair = `${one.level} and ${other.level}`
  // What may wait for nobody is seen from across the room: no outline, all of it.
  const isWorse = one.level === 'critical' || other.level === 'critical'
  return [
    ...(unlike < leastUnlike ? [`grey: ${pair} have one shape, ${unlike.toFixed(2)} unlike`] : []),
    ...(isWorse && contrastOf(one.ground, other.ground) < leastContrast ? [`grey: ${pair} lie on one ground`] : []),
    ...(one.word === other.word ? [`grey: ${pair} have one word, ${one.word}`] : []),
  ]
}

const contrastOf = (one: number, other: number): number => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)

async function look(page: Page, level: string): Promise<Seen> {
  const badge = page.locator(`.severity[data-seen="${level}"]`)
  const mark = badge.locator('svg')
  await mark.scrollIntoViewIfNeeded()
  const box = await mark.boundingBox()
  if (!box) throw new Error(`${level} has no mark`)
  // Of its ground a hair around it.
  const [x, y] = [Math.floor(box.x) - 1, Math.floor(box.y) - 1]
  const clip = { x, y, width: Math.ceil(box.width) + 3, height: Math.ceil(box.height) + 3 }
  const picture = (await page.screenshot({ clip })).toString('base64')
  return { level, word: (await badge.textContent()) ?? '', ...(await page.evaluate(readMark, picture)) }
}

/** In the page: names the levels, and marks one of each that nothing lies over. */
function findMarks(): string[] {
  const levels = new Set<string>()
  for (const one of document.querySelectorAll<HTMLElement>('.severity')) {
    const { level = '' } = one.dataset
    one.scrollIntoView({ block: 'center', behavior: 'instant' })
    const { left, top, width, height } = one.getBoundingClientRect()
    if (levels.has(level) || !one.contains(document.elementFromPoint(left + width / 2, top + height / 2))) continue
    one.dataset.seen = level
    levels.add(level)
  }
  return [...levels]
}

/** In the page. */
async function readMark(png: string): Promise<Pick<Seen, 'shape' | 'ink' | 'ground'>> {
  /** Points of a shape, each way. */
  const grid = 12
  const picture = await createImageBitmap(new Blob([Uint8Array.from(atob(png), sign => sign.charCodeAt(0))]))
  const { width, height } = picture
  const canvas = new OffscreenCanvas(width, height).getContext('2d')
  if (!canvas) throw new Error('no canvas')
  canvas.drawImage(picture, 0, 0)
  const { data } = canvas.getImageData(0, 0, width, height)
  const light = Array.from({ length: width * height }, (_, at) => {
    const [red = 0, green = 0, blue = 0] = data.subarray(at * 4, at * 4 + 3)
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > 3) throw new Error('a picture with colours')
    return red <= 10 ? red / 3294.6 : ((red / 255 + 0.055) / 1.055) ** 2.4
  })
  const ground = light[0] ?? 0
  const ink = light.reduce((far, one) => (Math.abs(one - ground) > Math.abs(far - ground) ? one : far), ground)
  // Where the mark itself lies, whatever is left around it.
  const drawn = light.map(one => Math.abs(one - ground) > Math.abs(ink - ground) / 4)
  const rows = [...drawn.keys()].filter(at => drawn[at]).map(at => Math.floor(at / width))
  const columns = [...drawn.keys()].filter(at => drawn[at]).map(at => at % width)
  const [top, bottom, left, right] = [Math.min(...rows), Math.max(...rows), Math.min(...columns), Math.max(...columns)]
  const shape = Array.from({ length: grid * grid }, (_, at) => {
    const row = top + Math.round((Math.floor(at / grid) * (bottom - top)) / (grid - 1))
    const column = left + Math.round(((at % grid) * (right - left)) / (grid - 1))
    const one = light[row * width + column] ?? ground
    return ink === ground ? 0 : (one - ground) / (ink - ground)
  })
  return { shape, ink, ground }
}
