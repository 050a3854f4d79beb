import { describe, expect, it, onTestFinished } from 'vitest'
import type { TicketView } from '../../shared/protocol/views/kiosk.ts'
import { deviceRow } from '../identity/world.testing.ts'
import { deviceToken } from './cookies.ts'
import { serve } from './door.testing.ts'

describe('pairing over HTTP', () => {
  it('turns a one-time link into a cookie, once', async () => {
    const { post, links, devices } = await serve()
    const secret = links.mint({ device: 'p1', ttlMs: 1000 })
    const { status, headers, text } = await post('/pair/claim', { device: 'p1', secret })
    expect([status, JSON.parse(text)]).toEqual([200, { ok: true, device: 'p1', kind: 'panel' }])
    const [cookie = ''] = headers['set-cookie'] ?? []
    expect(cookie).toMatch(/^cm-p1=[\w-]{74}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Strict$/)
    expect(headers['cache-control']).toBe('no-store')
    expect(devices.authenticate('p1', deviceToken(cookie, 'p1', false) ?? '')?.id).toBe('p1')
    expect((await post('/pair/claim', { device: 'p1', secret })).status).toBe(403)
  })

  it('sets __Host- and Secure over HTTPS', async () => {
    const { post, links, port } = await serve({ secure: true, framed: false })
    const secret = links.mint({ device: 'p1', ttlMs: 1000 })
    const { headers } = await post('/pair/claim', { device: 'p1', secret }, { origin: `https://127.0.0.1:${port}` })
    expect(headers['set-cookie']?.[0]).toMatch(/^__Host-cm-p1=.*; Secure$/)
    expect(headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains')
    expect(deviceToken('cm-p1=planted', 'p1', true)).toBeUndefined()
  })

  it('renews a device’s cookie once a day, by that cookie and nothing else', async () => {
    const { post, devices, clock } = await serve()
    const token = (await devices.renewToken('p1')) ?? ''
    const renew = (cookie: string) => post('/pair/renew', { device: 'p1' }, { cookie })
    expect((await renew(`cm-p1=${token}`)).headers['set-cookie']).toBeUndefined()
    clock.advance(86_400_000)
    expect((await renew('cm-p1=wrong')).status).toBe(403)
    expect((await post('/pair/renew', { device: 'p1', token })).status).toBe(400)
    const { headers, text } = await renew(`cm-p1=${token}`)
    expect(JSON.parse(text)).toEqual({ ok: true, renewed: true })
    const next = deviceToken(headers['set-cookie']?.[0], 'p1', false) ?? ''
    expect(next).not.toBe(token)
    expect(devices.authenticate('p1', next)?.id).toBe('p1')
  })

  it('lets a device wait for its manager', async () => {
    const { post, pairing, rows } = await serve()
    const asked = JSON.parse((await post('/pair/ask', {})).text)
    expect(asked).toMatchObject({ ok: true, code: expect.stringMatching(/^[A-Z]{6}$/) })
    expect(JSON.parse((await post('/pair/poll', { secret: asked.secret })).text)).toMatchObject({
      ok: true,
      waiting: true,
    })
    const confirmed = pairing.confirm('c1', asked.code, 'p9')
    if ('refused' in confirmed) throw new Error(confirmed.refused)
    await rows.save({ ...deviceRow({ id: 'p9', kind: 'panel', room: 'r1' }), tokens: [confirmed.token] })
    const fetched = await post('/pair/poll', { secret: asked.secret })
    expect(JSON.parse(fetched.text)).toEqual({ ok: true, device: 'p9', kind: 'panel' })
    expect(fetched.headers['set-cookie']?.[0]).toMatch(/^cm-p9=/)
    expect((await post('/pair/poll', { secret: asked.secret })).status).toBe(410)
  })

  it('turns a kiosk ticket into a claim without a cookie, by POST and once', async () => {
    const { post, get, tickets } = await serve()
    const shown: TicketView[] = []
    onTestFinished(tickets.run('k1', view => shown.push(view)))
    const ticket = shown[0]?.url.split('/').at(-1) ?? ''
    expect((await get(`/P/${ticket}`)).status).toBe(200)
    const claimed = await post('/phone/claim', { ticket })
    const { claim, code } = JSON.parse(claimed.text)
    expect(claimed.headers['set-cookie']).toBeUndefined()
    expect(code).toBe(shown[0]?.code)
    expect(tickets.phone(claim)?.principal.kiosk).toBe('k1')
    expect((await post('/phone/claim', { ticket })).status).toBe(410)
  })

  it('has nothing for phones while they have a port of their own', async () => {
    const { get, post, tickets } = await serve({ phones: () => false })
    expect((await get('/phone')).status).toBe(404)
    expect((await get('/P/ABCDEFGH')).status).toBe(404)
    const shown: TicketView[] = []
    onTestFinished(tickets.run('k1', view => shown.push(view)))
    expect((await post('/phone/claim', { ticket: shown[0]?.url.split('/').at(-1) })).status).toBe(404)
    expect((await get('/console')).status).toBe(200)
  })

  it('lets exactly one of fifty phones have a ticket, scanned or typed', async () => {
    const { post, tickets } = await serve({ rates: { claim: { points: 100, seconds: 60 } } })
    const shown: TicketView[] = []
    onTestFinished(tickets.run('k1', view => shown.push(view)))
    for (const way of ['ticket', 'code'] as const) {
      const { url, code } = shown.at(-1) ?? { url: '', code: '' }
      const body = way === 'ticket' ? { ticket: url.split('/').at(-1) } : { code }
      const replies = await Promise.all(Array.from({ length: 50 }, () => post('/phone/claim', body)))
      const claims = replies.flatMap(({ status, text }) => (status === 200 ? [JSON.parse(text).claim] : []))
      expect(claims).toHaveLength(1)
      expect(tickets.phone(claims[0])?.code).toBe(code)
    }
  })

  it('tells typed letters that are wrong to look again, and who tries too many to wait', async () => {
    const { post } = await serve()
    const tries = []
    for (let times = 0; times < 11; times += 1) tries.push(await post('/phone/claim', { code: 'BBBBBB' }))
    expect(tries.map(({ text }) => JSON.parse(text).refusal.refused)).toEqual([
      ...Array(10).fill('bad-code'),
      'too-fast',
    ])
    for (const body of [{ code: 'bbbbbb' }, { code: 'BBBBB' }, { code: 'BBBBBB', ticket: 'x' }, {}])
      expect((await post('/phone/claim', body)).status).toBe(400)
  })
})
