import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { claimCode, claimLink, claimTicket, waitForPairing } from './become-known.ts'

type Reply = object | 'away'

/** A hub that answers each path with what is in its list, the last for ever. */
function hubThat(answers: Record<string, Reply[]>) {
  const posts: (readonly [path: string, body: unknown])[] = []
  vi.stubGlobal('fetch', async (path: string, init: { body: string }) => {
    posts.push([path, JSON.parse(init.body)])
    const list = answers[path] ?? []
    const answer = list.length > 1 ? list.shift() : list[0]
    if (answer === undefined || answer === 'away') throw new TypeError('failed to fetch')
    return { json: async () => answer }
  })
  return posts
}
const no = (refused: string) => ({ ok: false, refusal: { refused, next: 'wait' } })

beforeEach(() => {
  vi.useFakeTimers()
  sessionStorage.clear()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  history.replaceState(null, '', '/')
})

describe('a one-time link', () => {
  it('is claimed, however long the hub is away, and taken out of the address', async () => {
    history.replaceState(null, '', '/panel/p1#link=s3cret')
    const posts = hubThat({ '/pair/claim': ['away', no('too-fast'), { ok: true, device: 'p1', kind: 'panel' }] })
    const claimed = claimLink('p1')
    await vi.advanceTimersByTimeAsync(2000)
    expect(location.hash).toBe('#link=s3cret')
    await vi.advanceTimersByTimeAsync(2000)
    await claimed
    expect(posts).toEqual(Array(3).fill(['/pair/claim', { device: 'p1', secret: 's3cret' }]))
    expect([location.pathname, location.hash]).toEqual(['/panel/p1', ''])
  })

  it('that is refused is gone from the address as well; without one nothing is asked', async () => {
    history.replaceState(null, '', '/panel/p1#link=s3cret')
    const posts = hubThat({ '/pair/claim': [no('bad-code')] })
    await claimLink('p1')
    expect(location.hash).toBe('')
    await claimLink('p1')
    expect(posts).toHaveLength(1)
  })
})

describe('a kiosk’s ticket', () => {
  it('becomes the claim of this tab, which a reload finds again', async () => {
    history.replaceState(null, '', '/P/ABCDEFGHIJKLMNOPQRSTUVWX23')
    const posts = hubThat({ '/phone/claim': [{ ok: true, claim: 'c1aim', code: 'BCDF', expiresAt: 1 }] })
    expect(await claimTicket()).toBe('c1aim')
    expect(location.pathname).toBe('/phone')
    expect(await claimTicket()).toBe('c1aim')
    expect(posts).toEqual([['/phone/claim', { ticket: 'ABCDEFGHIJKLMNOPQRSTUVWX23' }]])
  })

  it('that was used makes nobody of this phone', async () => {
    history.replaceState(null, '', '/P/ABCDEFGHIJKLMNOPQRSTUVWX23')
    hubThat({ '/phone/claim': [no('ticket-used')] })
    expect(await claimTicket()).toBeUndefined()
  })

  it('is claimed as well by the letters beneath it; a no is said at once', async () => {
    const posts = hubThat({ '/phone/claim': ['away', no('bad-code'), { ok: true, claim: 'c1aim', code: 'BCDFGH' }] })
    expect(await claimCode('BCDFGH')).toBe('unavailable')
    expect(await claimCode('BCDFGH')).toBe('bad-code')
    expect(await claimCode('BCDFGH')).toBeUndefined()
    expect(posts).toEqual(Array(3).fill(['/phone/claim', { code: 'BCDFGH' }]))
    expect(await claimTicket()).toBe('c1aim')
  })
})

describe('waiting to be paired', () => {
  it('shows a code, a new one when it lapsed, none while the hub is away, and stops when told', async () => {
    const posts = hubThat({
      '/pair/ask': [
        'away',
        { ok: true, code: 'BCDFGH', secret: 'one', expiresAt: 9 },
        { ok: true, code: 'JKLMNP', secret: 'two', expiresAt: 99 },
      ],
      '/pair/poll': [
        { ok: true, waiting: true, expiresAt: 9 },
        'away',
        no('code-expired'),
        { ok: true, waiting: true, expiresAt: 99 },
      ],
    })
    const shown: unknown[] = []
    let stopped = false
    const waiting = waitForPairing({ surface: 'panel', show: code => shown.push(code), stopped: () => stopped })
    await vi.advanceTimersByTimeAsync(12_000)
    stopped = true
    await vi.advanceTimersByTimeAsync(2000)
    await waiting
    expect(shown).toEqual([undefined, { code: 'BCDFGH', expiresAt: 9 }, { code: 'JKLMNP', expiresAt: 99 }])
    expect(posts.filter(([path]) => path === '/pair/poll').map(([, body]) => body)).toEqual([
      ...Array(3).fill({ secret: 'one' }),
      { secret: 'two' },
    ])
  })

  it('says that too many wait, and asks for a place more seldom than the hub would mind', async () => {
    const posts = hubThat({ '/pair/ask': Array(20).fill(no('too-many')) })
    const shown: unknown[] = []
    let stopped = false
    const waiting = waitForPairing({ surface: 'panel', show: code => shown.push(code), stopped: () => stopped })
    await vi.advanceTimersByTimeAsync(60_000)
    stopped = true
    await vi.advanceTimersByTimeAsync(7000)
    await waiting
    expect(shown).toEqual(Array(posts.length).fill({ full: true }))
    expect(posts.length).toBeGreaterThan(5)
    expect(posts.length).toBeLessThan(10)
  })

  it('says who it was, and that the hub knew it after all', async () => {
    const posts = hubThat({
      '/pair/ask': [{ ok: true, code: 'BCDFGH', secret: 'one', expiresAt: 9, known: true }],
      '/pair/poll': [{ ok: true, waiting: true, expiresAt: 9 }],
    })
    const shown: unknown[] = []
    let stopped = false
    const show = (code: unknown) => void shown.push(code)
    const waiting = waitForPairing({ surface: 'panel', device: 'p1', show, stopped: () => stopped })
    await vi.advanceTimersByTimeAsync(2000)
    stopped = true
    await vi.advanceTimersByTimeAsync(2000)
    await waiting
    expect(posts[0]).toEqual(['/pair/ask', { device: 'p1' }])
    expect(shown).toEqual([{ code: 'BCDFGH', expiresAt: 9, known: true }])
  })

  it('goes to the page of the device it has become', async () => {
    hubThat({
      '/pair/ask': [{ ok: true, code: 'BCDFGH', secret: 'one', expiresAt: 9 }],
      '/pair/poll': [{ ok: true, device: 'd7', kind: 'console' }],
    })
    const went = vi.spyOn(location, 'replace').mockImplementation(() => undefined)
    const waiting = waitForPairing({ surface: 'panel', show: () => undefined, stopped: () => false })
    await vi.advanceTimersByTimeAsync(2000)
    await waiting
    expect(went).toHaveBeenCalledWith('/console/d7')
    went.mockRestore()
  })
})
