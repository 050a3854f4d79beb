/** How large a millimetre is on this tablet: measured at set-up, else as on the usual 10.1" one. */
import type { DeviceMemory } from './device-memory.ts'

/** Long side of a 10.1" 16:10 screen, mm. */
const usualLongSideMm = 217

/** Sets `--mm` now and whenever the window changes. */
export function fitScreen(memory: Pick<DeviceMemory, 'millimetre'>): void {
  const measure = () => setMillimetre(memory.millimetre() ?? guessMillimetre(innerWidth, innerHeight))
  measure()
  addEventListener('resize', measure)
}

export function guessMillimetre(width: number, height: number): number {
  return Math.max(width, height) / usualLongSideMm
}

export function setMillimetre(px: number): void {
  document.documentElement.style.setProperty('--mm', `${px.toFixed(3)}px`)
}
