import { describe, expect, it } from 'vitest'
import { type Build, createKeptPage } from './kept-page.ts'

const origin = 'http://hub'
const buildOf = (id: string): Build => ({
  id,
  page: `<script src="/assets/panel-${id}.js">`,
  files: [`/assets/panel-${id}.js`, `/assets/sc.css`],
})

/** The caches of one browser, as far as the worker uses them. */
function createCaches() {
  const all = new Map<string, Map<string, Response>>()
  const cacheOf = (name: string, fetch: (path: string) => Promise<Response>) => {
    const rows = all.get(name) ?? new Map<string, Response>()
    all.set(name, rows)
    return {
      match: async (path: string) => rows.get(path)?.clone(),
      put: async (path: string, response: Response) => void rows.set(path, response),
      async addAll(paths: string[]) {
        const responses = await Promise.all(paths.map(fetch))
        if (!responses.every(({ ok }) => ok)) throw new TypeError('not all of it came')
        for (const [at, path] of paths.entries()) rows.set(path, responses[at] ?? Response.error())
      },
    }
  }
  return { all, cacheOf }
}

/** A hub that serves one build at a time, and can be away or silent. */
function world(first: Build) {
  const browser = createCaches()
  const hub = { serves: first, is: 'there' as 'there' | 'away' | 'silent' | 'stumbling', asked: [] as string[] }
  const fetch = async (what: Request | string): Promise<Response> => {
    const path = typeof what === 'string' ? what : new URL(what.url).pathname
    hub.asked.push(path)
    if (hub.is === 'away') throw new TypeError('Failed to fetch')
    if (hub.is === 'silent') return new Promise(() => undefined)
    if (hub.is === 'stumbling') return new Response('{}', { status: 503 })
    if (path.startsWith('/panel')) return new Response(hub.serves.page)
    const known = hub.serves.files.includes(path) || path.endsWith('.woff2') || path.endsWith('.png')
    return new Response(known ? path : '{}', { status: known ? 200 : 404 })
  }
  const worker = (build: Build) =>
    createKeptPage({
      build,
      // What the worker uses of it.
      caches: {
        open: async (name: string) => browser.cacheOf(name, fetch),
        keys: async () => [...browser.all.keys()],
        delete: async (name: string) => browser.all.delete(name),
      } as unknown as CacheStorage,
      fetch,
      wait: () => new Promise(done => setTimeout(done, 5)),
    })
  return { hub, browser, worker }
}

const asks = (path: string, mode: RequestMode = 'cors', method = 'GET') =>
  Object.defineProperty(new Request(`${origin}${path}`, { method }), 'mode', { value: mode })
const opens = (path: string) => asks(path, 'navigate')
const text = async (answer: Promise<Response> | undefined) => (await answer)?.text()

describe('the kept page', () => {
  it.each(['away', 'silent', 'stumbling'] as const)('opens for every panel while the hub is %s', async is => {
    const { hub, worker } = world(buildOf('a'))
    const page = worker(buildOf('a'))
    await page.fetchAll()
    hub.is = is
    expect(await text(page.answer(opens('/panel/d1-panelv06')))).toBe(buildOf('a').page)
    expect(await text(page.answer(opens('/panel/d1-panelv08?lang=en')))).toBe(buildOf('a').page)
    expect(await text(page.answer(asks('/assets/panel-a.js')))).toBe('/assets/panel-a.js')
  })

  it('leaves everything else to the browser: other pages, the hub’s answers, what changes something', () => {
    const page = world(buildOf('a')).worker(buildOf('a'))
    for (const request of [
      opens('/console/d1-desk'),
      opens('/panel'),
      asks('/healthz'),
      asks('/pair/poll', 'cors', 'POST'),
      asks('/assets/panel-a.js', 'cors', 'POST'),
      asks('/panel/d1'),
      asks('/socket.io/?EIO=4'),
    ])
      expect(page.answer(request), request.url).toBeUndefined()
  })

  it('keeps the build’s files and the fonts that were used, and nothing that any device was answered', async () => {
    const { browser, worker } = world(buildOf('a'))
    const page = worker(buildOf('a'))
    await page.fetchAll()
    await page.answer(opens('/panel/d1-panelv06'))
    for (const path of ['/assets/sans-7.woff2', '/assets/stray.png', '/assets/none.js']) await page.answer(asks(path))
    expect([...browser.all].map(([name, rows]) => [name, [...rows.keys()].sort()])).toEqual([
      ['cm-panel-page-a', ['/assets/panel-a.js', '/assets/sans-7.woff2', '/assets/sc.css', '/panel']],
    ])
  })

  it('gives way to the hub’s new page, and never mixes two builds', async () => {
    const { hub, browser, worker } = world(buildOf('a'))
    const old = worker(buildOf('a'))
    await old.fetchAll()
    hub.serves = buildOf('b')
    // The old worker opens it: the new page, whole.
    expect(await text(old.answer(opens('/panel/d1')))).toBe(buildOf('b').page)
    expect(await text(old.answer(asks('/assets/panel-b.js')))).toBe('/assets/panel-b.js')
    const next = worker(buildOf('b'))
    await next.fetchAll()
    await next.forgetOthers()
    expect([...browser.all.keys()]).toEqual(['cm-panel-page-b'])
    hub.is = 'away'
    expect(await text(next.answer(opens('/panel/d1')))).toBe(buildOf('b').page)
    expect([...(browser.all.get('cm-panel-page-b')?.keys() ?? [])]).not.toContain('/assets/panel-a.js')
  })

  it('is not there at all unless it is there whole', async () => {
    const { hub, worker } = world(buildOf('a'))
    hub.serves = buildOf('b')
    // The hub was exchanged between the worker's script and its page.
    await expect(worker(buildOf('a')).fetchAll()).rejects.toThrow('another build')
    hub.serves = { ...buildOf('a'), files: ['/assets/sc.css'] }
    await expect(worker(buildOf('a')).fetchAll()).rejects.toThrow('not all of it came')
  })

  it('does not ask the network for a file that it has', async () => {
    const { hub, worker } = world(buildOf('a'))
    const page = worker(buildOf('a'))
    await page.fetchAll()
    hub.asked.length = 0
    await page.answer(asks('/assets/sc.css'))
    expect(hub.asked).toEqual([])
  })
})
