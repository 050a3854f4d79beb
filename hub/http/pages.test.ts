import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { inWeb, serve } from './door.testing.ts'

describe('pages', () => {
  it.each([
    ['/kiosk/k1', 'kiosk'],
    ['/panel/p1', 'panel'],
    ['/panel', 'panel'],
    ['/console/c1', 'console'],
    ['/phone', 'phone'],
    ['/p', 'phone'],
    ['/P/ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'phone'],
    ['/wall', 'wall'],
  ])('%s is the %s page, never cached', async (path, page) => {
    const { get } = await serve()
    const { status, headers, text } = await get(path)
    expect([status, text]).toEqual([200, `<!-- ${page} -->`])
    expect(headers['cache-control']).toBe('no-store')
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
  })

  it('has a wall in a demo only, and starts there', async () => {
    const demo = await serve()
    expect((await demo.get('/')).headers.location).toBe('/wall')
    const venue = await serve({ demo: false })
    expect((await venue.get('/wall')).status).toBe(404)
    expect((await venue.get('/')).headers.location).toBe('/console')
  })

  it.each([
    '/panel/UP%2e%2e',
    '/panel/..%2fsecret.txt',
    '/secret.txt',
    '/assets/../secret.txt',
    '/assets/..%2fsecret.txt',
    '/assets/.git/config',
    '/assets/',
    '/assets',
    '/kiosk.html',
    '/nothing',
  ])('%s is not there', async path => {
    const { get } = await serve()
    const { status, text } = await get(path)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
    expect(text).not.toContain('secret')
  })

  it.each([
    ['a-1.js', /javascript/],
    ['sans-1.woff2', /^font\/woff2$/],
    ['zxing-1.wasm', /^application\/wasm$/],
  ])('loads %s for a year with its type', async (file, type) => {
    const { get } = await serve()
    const { headers, status } = await get(`/assets/${file}`)
    expect(status).toBe(200)
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(headers['content-type']).toMatch(type)
    expect(headers['x-content-type-options']).toBe('nosniff')
  })

  it('hands scripts out compressed where the build left them so and the browser reads that, with the type that they have', async () => {
    inWeb('assets/b-1.js', 'as it is')
    inWeb('assets/b-1.js.gz', gzipSync('as it is'))
    const { get } = await serve()
    const plain = await get('/assets/b-1.js')
    expect([plain.status, plain.text, plain.headers['content-encoding']]).toEqual([200, 'as it is', undefined])
    expect(plain.headers.vary).toBe('Accept-Encoding')
    const { status, headers } = await get('/assets/b-1.js', { 'accept-encoding': 'br, gzip' })
    expect([status, headers['content-encoding'], headers.vary]).toEqual([200, 'gzip', 'Accept-Encoding'])
    expect(headers['content-type']).toMatch(/javascript/)
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(headers['content-length']).toBe(String(gzipSync('as it is').length))
    expect((await get('/assets/a-1.js', { 'accept-encoding': 'gzip' })).headers['content-encoding']).toBeUndefined()
  })

  it('hands out the panel’s worker anew each time, allowed to load from here only', async () => {
    const { get } = await serve({ framed: false })
    const { headers, status, text } = await get('/panel-worker.js')
    expect([status, text]).toEqual([200, '4'])
    expect(headers['content-type']).toMatch(/javascript/)
    expect(headers['cache-control']).toBe('no-store')
    expect(headers['content-security-policy']).toContain("connect-src 'self'")
    // A browser gives a worker no more than the folder its script is in, unless a header widens it.
    expect(headers['service-worker-allowed']).toBeUndefined()
  })
})
