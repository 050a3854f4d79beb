/**
 * How large a millimetre is on this screen: measured at set-up with a bank card, else as on a 24" screen of that shape.
 * Sizes are minima: on a screen beyond 32" everything grows with it; one below 24" cannot hold them and shrinks all alike.
 */

/** Sides of the smallest and largest screens the lobby is drawn for (24" and 32"), mm. */
const smallest = { long: 531, short: 299 }
const largest = { long: 708, short: 398 }

export interface ScreenSize {
  /** Sets `--mm` now and whenever the window changes; answers how to stop. */
  fit(): () => void
  /** CSS px of one millimetre in use. */
  millimetre(): number
  keep(px: number): void
}

type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem'>

/** `page`: only its size is asked, so that the same page in a small frame is a small picture of itself. */
export function createScreenSize(device: string, storage: Storage, page: Window): ScreenSize {
  const key = `cm-kiosk-${device}-mm`
  const framed = page.parent !== page
  const measured = () => {
    const px = Number(storage.getItem(key) ?? Number.NaN)
    return !framed && px >= 0.5 && px <= 20 ? px : undefined
  }
  const millimetre = () => drawnMillimetre(measured(), page.innerWidth, page.innerHeight)
  const set = () => page.document.documentElement.style.setProperty('--mm', `${millimetre().toFixed(3)}px`)
  return {
    millimetre,
    keep(px) {
      storage.setItem(key, px.toFixed(3))
      set()
    },
    fit() {
      set()
      page.addEventListener('resize', set)
      return () => page.removeEventListener('resize', set)
    },
  }
}

/** CSS px of a millimetre as the lobby draws it. */
export function drawnMillimetre(measured: number | undefined, width: number, height: number): number {
  const on = ({ long, short }: { long: number; short: number }) =>
    Math.min(Math.max(width, height) / long, Math.min(width, height) / short)
  return Math.min(on(smallest), Math.max(on(largest), measured ?? Number.POSITIVE_INFINITY))
}
