import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { serve } from './door.testing.ts'

describe('bodies', () => {
  it.each([
    ['with two lengths of another kind', 'Content-Length: 2\r\nTransfer-Encoding: chunked'],
    ['coded twice', 'Transfer-Encoding: chunked\r\nTransfer-Encoding: identity'],
    ['coded as nobody knows', 'Transfer-Encoding: xchunked'],
    ['coded behind a space', 'Transfer-Encoding : chunked'],
    ['of two lengths', 'Content-Length: 2\r\nContent-Length: 12'],
    ['of a folded length', 'X: y\r\n z\r\nContent-Length: 2'],
  ])('%s, whose end two parties could see at two places, are nobody’s request', async (_what, lengths) => {
    const { port, pairing } = await serve()
    const own = `127.0.0.1:${port}`
    const head = `POST /pair/ask HTTP/1.1\r\nHost: ${own}\r\nOrigin: http://${own}\r\nContent-Type: application/json\r\n`
    const next = `GET /healthz HTTP/1.1\r\nHost: ${own}\r\nConnection: close\r\n\r\n`
    const heard = await new Promise<string>(resolve => {
      let answer = ''
      const socket = connect(port, '127.0.0.1', () =>
        socket.write(`${head}${lengths}\r\n\r\n2\r\n{}\r\n0\r\n\r\n${next}`),
      )
      socket.on('data', chunk => (answer += chunk)).on('error', () => undefined)
      socket.on('close', () => resolve(answer))
    })
    expect(heard.match(/HTTP\/1.1 \d+/g)).toEqual(['HTTP/1.1 400'])
    // By Node itself: nothing of ours was asked.
    expect(heard).toContain('Content-Length: 0')
    expect(pairing.ask('127.0.0.1')).toHaveProperty('code')
  })

  it('say a key twice and mean it once, and what stands behind a question mark means nothing', async () => {
    const { post, links } = await serve()
    const secret = links.mint({ device: 'p1', ttlMs: 1000 })
    const twice = `{"device":"x1","device":"p1","secret":"${secret}"}`
    const { status, text } = await post('/pair/claim?device=x2&device=x3&device[]=x4&__proto__[device]=x5', twice)
    expect([status, JSON.parse(text)]).toEqual([200, { ok: true, device: 'p1', kind: 'panel' }])
  })

  it.each([
    ['no JSON', '{'],
    ['no object', '"x"'],
    ['null', 'null'],
    ['nothing', ''],
    ['an unknown key', '{"device":"p1","secret":"aaaaaaaaaaaaaaaaaaaaaaaaaaa","more":1}'],
    ['__proto__', '{"__proto__":{"device":"p1","secret":"aaaaaaaaaaaaaaaaaaaaaaaaaaa"}}'],
    ['a bad id', '{"device":"__proto__","secret":"aaaaaaaaaaaaaaaaaaaaaaaaaaa"}'],
    ['deep nesting', `${'['.repeat(4000)}${']'.repeat(4000)}`],
    ['more than 8 KB', JSON.stringify({ device: 'p1', secret: 'a'.repeat(9000) })],
  ])('with %s are refused', async (_what, body) => {
    const { post, errors } = await serve()
    const { status, text } = await post('/pair/claim', body)
    expect([400, 413]).toContain(status)
    expect(JSON.parse(text)).toEqual({ ok: false, refusal: { refused: 'malformed', next: 'none' } })
    expect(errors).toEqual([])
  })

  it('of another type are not read', async () => {
    const { post } = await serve()
    expect((await post('/pair/ask', {}, { 'content-type': 'text/plain' })).status).toBe(400)
  })
})
