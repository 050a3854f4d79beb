/** Lets the browser keep this page, so that a tablet restarted without Wi-Fi still opens it. */

/** What a page's own scripts may run, by the one policy that the hub allows: nothing but the worker, whoever asks. */
const worker = '/panel-worker.js'

/** Once per page, when all of it is there. At a plain address on the LAN browsers offer no such thing, and nothing is missed. */
export async function keepPage(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  const { serviceWorker } = navigator
  const strange = serviceWorker.controller === null
  if (strange) serviceWorker.addEventListener('controllerchange', fetchUsedFonts, { once: true })
  try {
    await serviceWorker.register(trusted(), { scope: '/panel/', updateViaCache: 'none' })
  } catch (error) {
    // A browser that keeps nothing, or a certificate that it does not trust: the page is as it was.
    console.warn('page not kept', error)
  }
}

/** The worker was not there yet when they came: now they pass through it, out of the browser's own cache. */
function fetchUsedFonts(): void {
  for (const { name } of performance.getEntriesByType('resource'))
    if (name.endsWith('.woff2')) fetch(name).catch(error => console.warn('font not kept', error))
}

/** What the lib's types do not know yet, nor every browser. */
interface Policies {
  createPolicy(name: string, rules: { createScriptURL: () => string }): { createScriptURL(input: string): string }
}

/** Where policies are enforced only what one made is taken; its type is a string's, for that is what `register` is said to take. */
function trusted(): string {
  const { trustedTypes } = globalThis as typeof globalThis & { readonly trustedTypes?: Policies }
  return trustedTypes?.createPolicy('changming', { createScriptURL: () => worker }).createScriptURL('') ?? worker
}
