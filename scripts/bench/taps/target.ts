/** Something that taps go through, seen from outside: panels on one side, consoles on the other. */

export interface Target {
  /** Resolves when the tap was answered; false: it was refused, and no console will hear of it. */
  tap(panel: number): Promise<boolean>
  /** The measured console heard of a tap of this panel; of each panel in the order of its taps. */
  onHeard(listener: (panel: number) => void): void
  close(): void
}

/** Consoles that watch, as many at every target; the first one is measured. */
export const watching = 4

/** How long an answer may take, ms. */
export const patienceMs = 10_000

/** Opens many, a few at a time, as screens come back after a power cut. */
export async function openAll<T>(count: number, open: (index: number) => Promise<T>): Promise<T[]> {
  const atOnce = 20
  const all: T[] = []
  for (let start = 0; start < count; start += atOnce) {
    const some = Array.from({ length: Math.min(atOnce, count - start) }, (_, index) => open(start + index))
    all.push(...(await Promise.all(some)))
  }
  return all
}
