/** What can be measured of a page as it stands: words against their real ground, and keys under a real finger. */
import type { Page } from 'playwright'

/** What is wrong, in words; empty when nothing is. Sizes are asked of pages that know their millimetre. */
export const inspectPage = (page: Page): Promise<string[]> => page.evaluate(look)

/** In the page: nothing from outside can be used. */
function look(): string[] {
  /** WCAG 2.2, 1.4.3. */
  const leastContrast = { small: 4.5, large: 3 }
  const largePx = 24
  /** Of a key, and between two: UX.md. */
  const leastMm = 15
  const gapMm = 3
  /** A hairline is no finger's breadth. */
  const slackPx = 1.2

  type Rgba = readonly [red: number, green: number, blue: number, alpha: number]
  const faults = new Set<string>()
  const modal = [...document.querySelectorAll('dialog')].findLast(one => one.matches(':modal'))
  const root: Element = modal ?? document.body
  inspectWords()
  const mm = Number.parseFloat(document.documentElement.style.getPropertyValue('--mm'))
  if (document.documentElement.dataset.surface === 'panel' && mm > 0) inspectKeys(mm)
  return [...faults]

  function inspectWords(): void {
    const words = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    for (let node = words.nextNode(); node; node = words.nextNode()) {
      const text = node.textContent?.trim() ?? ''
      const parent = node.parentElement
      if (text === '' || !parent || isHidden(parent)) continue
      // What cannot be pressed now, and what is only there for the eye, has no contrast to keep.
      if (parent.closest(':disabled, [aria-disabled="true"], [aria-hidden="true"], .visually-hidden, svg')) continue
      const style = getComputedStyle(parent)
      // Ink that is a picture (the lyric wipe) is looked at by eyes.
      if (style.backgroundClip === 'text') continue
      const ink = colourOf(style.color)
      const { least } = {
        least: Number.parseFloat(style.fontSize) >= largePx ? leastContrast.large : leastContrast.small,
      }
      const worst = Math.min(...groundsUnder(parent).map(ground => contrast(over(ink, ground), ground)))
      if (worst < least) faults.add(`contrast ${worst.toFixed(2)} of ${least}: ${text.slice(0, 30)}`)
    }
  }

  function isHidden(element: Element): boolean {
    const { width, height } = element.getBoundingClientRect()
    return width === 0 || height === 0 || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  }

  /** Every colour that may lie under it: a gradient has several. */
  function groundsUnder(element: Element): readonly Rgba[] {
    const layers: (readonly Rgba[])[] = []
    for (let at: Element | null = element; at; at = at.parentElement) {
      const { backgroundColor, backgroundImage } = getComputedStyle(at)
      const stops = backgroundImage.includes('gradient') ? (backgroundImage.match(/rgba?\([^)]*\)/g) ?? []) : []
      if (stops.length > 0) layers.push(stops.map(colourOf))
      layers.push([colourOf(backgroundColor)])
    }
    const paper: readonly Rgba[] = [[12, 10, 16, 1]]
    return layers
      .reverse()
      .reduce((under, layer) => under.flatMap(one => layer.map(colour => over(colour, one))), paper)
  }

  function colourOf(text: string): Rgba {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (text.match(/[\d.]+/g) ?? []).map(Number)
    return [red, green, blue, alpha]
  }

  function over([red, green, blue, alpha]: Rgba, [r, g, b]: Rgba): Rgba {
    const mix = (top: number, under: number) => top * alpha + under * (1 - alpha)
    return [mix(red, r), mix(green, g), mix(blue, b), 1]
  }

  function contrast(a: Rgba, b: Rgba): number {
    const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((one, other) => other - one)
    return (high + 0.05) / (low + 0.05)
  }

  function luminance([red, green, blue]: Rgba): number {
    const linear = (value: number) => {
      const share = value / 255
      return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  function inspectKeys(mm: number): void {
    const keys = [...root.querySelectorAll('button, a[href], input, [role="tab"]')].filter(key => !isHidden(key))
    const seen = keys.flatMap(key => {
      const whole = key.getBoundingClientRect()
      const shown = shownPart(key, whole)
      return shown ? [{ key, whole, shown }] : []
    })
    for (const { key, whole } of seen) {
      const short = Math.min(whole.width, whole.height)
      if (short < leastMm * mm - slackPx) faults.add(`key of ${(short / mm).toFixed(1)} mm: ${named(key)}`)
    }
    for (const [at, one] of seen.entries()) {
      for (const other of seen.slice(at + 1)) {
        if (areOne(one.key, other.key)) continue
        const across = Math.max(one.shown.left - other.shown.right, other.shown.left - one.shown.right)
        const down = Math.max(one.shown.top - other.shown.bottom, other.shown.top - one.shown.bottom)
        const apart = Math.max(across, down)
        if (apart < gapMm * mm - slackPx)
          faults.add(`${(apart / mm).toFixed(1)} mm between ${named(one.key)} and ${named(other.key)}`)
      }
    }
  }

  /** Entries of one list lie edge to edge, as rows do: a finger that slips still finds what it looked at. */
  function areOne(a: Element, b: Element): boolean {
    if (a.contains(b) || b.contains(a)) return true
    const edgeToEdge = '.nav, .categories, [role="tablist"], .tile, .header-place'
    const rows = '.hit-add, .artist'
    if (a.matches(rows) && b.matches(rows)) return true
    const list = a.closest(edgeToEdge)
    return list !== null && list === b.closest(edgeToEdge)
  }

  /** As far as what scrolls shows it; undefined when nothing of it. */
  function shownPart(
    key: Element,
    whole: DOMRect,
  ): { left: number; right: number; top: number; bottom: number } | undefined {
    let { left, right, top, bottom } = whole
    for (let at = key.parentElement; at && at !== document.body; at = at.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(at)
      if (overflowX === 'visible' && overflowY === 'visible') continue
      const box = at.getBoundingClientRect()
      left = Math.max(left, box.left)
      right = Math.min(right, box.right)
      top = Math.max(top, box.top)
      bottom = Math.min(bottom, box.bottom)
    }
    return right - left > 1 && bottom - top > 1 ? { left, right, top, bottom } : undefined
  }

  function named(key: Element): string {
    return (key.getAttribute('aria-label') ?? key.textContent ?? key.className).trim().slice(0, 24)
  }
}
