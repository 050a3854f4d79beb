/**
 * The built page in the browser's own hands: a tablet that starts anew without Wi-Fi still opens. One cache for each build,
 * with the page and all it loads, so that no page is ever put together from two builds. Nothing else is in it: no view, no
 * answer of the hub, nothing of any device or guest.
 */

/** What the build wrote down of itself. */
export interface Build {
  readonly id: string
  /** The page's whole text: what the hub serves is another build's unless it is this. */
  readonly page: string
  /** Paths of all that the page may load; the fonts, which are many, are kept as they are used. */
  readonly files: readonly string[]
}

export interface KeptPageDeps {
  readonly build: Build
  readonly caches: CacheStorage
  readonly fetch: (what: Request | string, how?: RequestInit) => Promise<Response>
  readonly wait: (ms: number) => Promise<void>
}

export interface KeptPage {
  /** Rejects unless all of this build is there: then the browser tries again another time. */
  fetchAll(): Promise<void>
  /** Earlier builds are of no more use. */
  forgetOthers(): Promise<void>
  /** Undefined: none of its business. */
  answer(request: Request): Promise<Response> | undefined
}

/** Of every panel in this browser: the page is the same for each. */
const address = '/panel'
const names = 'cm-panel-page-'
/** A hub that does not answer for so long is away: its network may be dead without saying so. */
const patienceMs = 3000

export function createKeptPage({ build, caches, fetch, wait }: KeptPageDeps): KeptPage {
  const own = () => caches.open(`${names}${build.id}`)
  const kept = async (path: string) => (await own()).match(path)

  async function openPage(request: Request): Promise<Response> {
    const page = await kept(address)
    const fetched = fetch(request).catch(() => undefined)
    const served = await Promise.race([fetched, ...(page ? [wait(patienceMs)] : [])])
    if (!page) return (await fetched) ?? Response.error()
    if (!served?.ok) return page
    // The same build: from here on nothing of it has to come over the network. Another one comes from the hub, whole.
    return (await served.clone().text()) === build.page ? page : served
  }

  async function load(request: Request, path: string): Promise<Response> {
    const found = await kept(path)
    if (found) return found
    const response = await fetch(request)
    if (response.status === 200 && path.endsWith('.woff2')) await (await own()).put(path, response.clone())
    return response
  }

  return {
    async fetchAll() {
      const page = await fetch(address, { cache: 'no-store' })
      if ((await page.clone().text()) !== build.page) throw new Error('the hub serves another build by now')
      const cache = await own()
      await Promise.all([cache.put(address, page), cache.addAll([...build.files])])
    },
    async forgetOthers() {
      const others = (await caches.keys()).filter(name => name.startsWith(names) && name !== `${names}${build.id}`)
      await Promise.all(others.map(name => caches.delete(name)))
    },
    answer(request) {
      if (request.method !== 'GET') return undefined
      const { pathname, search } = new URL(request.url)
      if (request.mode === 'navigate') return pathname.startsWith(`${address}/`) ? openPage(request) : undefined
      return pathname.startsWith('/assets/') && search === '' ? load(request, pathname) : undefined
    },
  }
}
