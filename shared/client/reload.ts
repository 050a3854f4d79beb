/** A page that must start anew. */

/**
 * Without ever going round in circles: the hub has just answered, so its pages are there. Twice in a minute would mean that
 * reloading does not help. `reloadedAt`: where that is kept, apart for what has nothing to do with the rest.
 */
export function reloadPage(otherwise: () => void, reloadedAt = 'cm-reloaded'): void {
  const last = Number(sessionStorage.getItem(reloadedAt) ?? 0)
  if (Date.now() - last < 60_000) return otherwise()
  sessionStorage.setItem(reloadedAt, String(Date.now()))
  location.reload()
}

/** For a reason that no page is given that has just been loaded. */
export const startAnew = (): void => location.reload()
