/** A page of which a part is missing starts anew, as soon as the hub is sure to be there. */
import { effect, type ReadonlySignal } from '@preact/signals'
import type { LinkState } from './link.ts'
import { reloadPage } from './reload.ts'

const againMs = 2000

/** Runs as long as the page. */
export function healPage({ state }: { state: ReadonlySignal<LinkState> }, incomplete: ReadonlySignal<boolean>): void {
  effect(() => {
    if (incomplete.value && state.value.at === 'online') void heal()
  })

  async function heal(): Promise<void> {
    if (state.peek().at !== 'online') return
    // A socket may not have noticed yet that the hub is gone: whoever reloads then has nothing but the browser's own page.
    const there = await fetch('/healthz').then(
      ({ ok }) => ok,
      () => false,
    )
    // It came after all.
    if (!incomplete.peek()) return
    const later = () => void setTimeout(() => void heal(), againMs)
    if (there) reloadPage(later)
    else later()
  }
}
