/** A page of which a part is missing starts anew, as soon as the hub is sure to be there. */
import { effect, type ReadonlySignal } from '@preact/signals'
import type { Link } from '../../shared/client/link.ts'
import { reloadPage } from '../../shared/client/reload.ts'

const againMs = 2000

/** Runs as long as the page. */
export function healPage({ state }: Pick<Link<'panel'>, 'state'>, incomplete: ReadonlySignal<boolean>): void {
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
    const later = () => void setTimeout(() => void heal(), againMs)
    if (there) reloadPage(later)
    else later()
  }
}
