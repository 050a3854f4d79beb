/** A page of which a part is missing starts anew, as soon as the hub is sure to be there. */
import { computed, effect, type ReadonlySignal } from '@preact/signals'
import type { LinkState } from './link.ts'
import { reloadPage } from './reload.ts'

const againMs = 2000

/** Runs as long as the page. A device that nobody knows yet has a hub too: it could not even show its code. */
export function healPage({ state }: { state: ReadonlySignal<LinkState> }, incomplete: ReadonlySignal<boolean>): void {
  const broken = computed(() => incomplete.value && (state.value.at === 'online' || state.value.at === 'pairing'))
  effect(() => {
    if (!broken.value) return undefined
    let still = true
    void heal(() => still)
    return () => {
      still = false
    }
  })
}

/** By itself for a page that came to nothing: it starts anew. */
export async function heal(broken: () => boolean = () => true): Promise<void> {
  // A socket may not have noticed yet that the hub is gone: whoever reloads then has nothing but the browser's own page.
  const there = await fetch('/healthz').then(
    ({ ok }) => ok,
    () => false,
  )
  // It came after all.
  if (!broken()) return
  const later = () => void setTimeout(() => void heal(broken), againMs)
  if (there) reloadPage(later)
  else later()
}
