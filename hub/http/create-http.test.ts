import { describe, expect, it } from 'vitest'
import { serve } from './door.testing.ts'

describe('the hub', () => {
  it('says how it is', async () => {
    const { get } = await serve()
    const { status, text } = await get('/healthz')
    expect([status, JSON.parse(text)]).toEqual([200, { status: 'ok', seq: 7, version: '1.2.3' }])
    const broken = await serve({ status: () => ({ status: 'storage-failed', seq: 7 }) })
    expect((await broken.get('/healthz')).status).toBe(503)
  })
})

describe('foreign requests', () => {
  it('are refused for another host name', async () => {
    const { get, port } = await serve()
    for (const host of ['evil.example', `evil.example:${port}`, `127.0.0.1:${port + 1}`, '127.0.0.1'])
      expect((await get('/healthz', { host })).status, host).toBeGreaterThanOrEqual(400)
    expect((await get('/healthz', { host: `LOCALHOST:${port}` })).status).toBe(200)
    expect((await get('/healthz', { host: `evil.example:${port}` })).status).toBe(421)
  })

  it('are refused when a POST comes from elsewhere, or from nowhere', async () => {
    const { post, ask, port } = await serve()
    for (const origin of [
      'http://evil.example',
      'null',
      `https://127.0.0.1:${port}`,
      `http://localhost:${port}`,
      `http://127.0.0.1:${port + 1}`,
    ])
      expect((await post('/pair/ask', {}, { origin })).status, origin).toBe(403)
    expect((await ask('POST', '/pair/ask', { 'content-type': 'application/json' }, '{}')).status).toBe(403)
    expect((await post('/pair/ask', {})).status).toBe(200)
  })

  it('are refused in any other method', async () => {
    const { ask } = await serve()
    for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'])
      expect((await ask(method, '/healthz')).status).toBe(405)
  })
})

describe('what changes something', () => {
  const routes = ['/pair/claim', '/pair/ask', '/pair/poll', '/pair/renew', '/phone/claim', '/songs-file/c1/u1/0']

  it('is done by POST only: a link that somebody follows does nothing', async () => {
    const { ask, links, pairing, port } = await serve()
    const secret = links.mint({ device: 'p1', ttlMs: 1000 })
    const headers = { 'content-type': 'application/json', origin: `http://127.0.0.1:${port}` }
    for (const method of ['GET', 'HEAD'])
      for (const path of routes)
        for (const body of ['{}', JSON.stringify({ device: 'p1', secret })])
          expect(
            (await ask(method, path, { ...headers, 'content-length': `${body.length}` }, body)).status,
            `${method} ${path}`,
          ).toBe(404)
    // Nobody asked yet, and the link is as it was.
    expect(pairing.ask('127.0.0.1')).toHaveProperty('code')
    expect('refused' in (await links.claim('p1', secret))).toBe(false)
  })

  it('and what was said to one asker is kept by nobody on its way', async () => {
    const { get, post, links } = await serve()
    const secret = links.mint({ device: 'p1', ttlMs: 1000 })
    const said = [
      await get('/metrics', { authorization: `Bearer ${'k'.repeat(43)}` }),
      await get('/healthz'),
      await get('/console/c1/app.webmanifest'),
      await post('/pair/claim', { device: 'p1', secret }),
      ...(await Promise.all(routes.map(path => post(path, {})))),
    ]
    expect(said.slice(0, 4).map(({ status }) => status)).toEqual([200, 200, 200, 200])
    expect(said.map(({ headers }) => headers['cache-control'])).toEqual(said.map(() => 'no-store'))
  })
})

describe('answers', () => {
  it('log our own faults once, and tell the client nothing', async () => {
    const { get, errors } = await serve({
      status: () => {
        throw new Error('inside')
      },
    })
    const { status, text } = await get('/healthz')
    expect(status).toBe(500)
    expect(text).not.toContain('inside')
    expect(errors).toHaveLength(1)
  })
})
