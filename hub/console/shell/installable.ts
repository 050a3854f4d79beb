/** Lets the browser keep this console as an app of its own, on a phone's home screen or a laptop's desk. Needs HTTPS. */
import type { Id } from '../../../shared/protocol/primitives.ts'

export function makeInstallable(device: Id): void {
  // The page is the same for every device; the app opens this one's.
  add('manifest', `/console/${device}/app.webmanifest`)
  add('apple-touch-icon', '/console-icon-192.png')
}

function add(rel: string, href: string): void {
  const link = document.createElement('link')
  link.rel = rel
  link.href = href
  document.head.append(link)
}
