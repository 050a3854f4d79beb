import { describe, expect, it } from 'vitest'
import { serve } from './door.testing.ts'

describe('headers', () => {
  const policy =
    "default-src 'none';script-src 'self';style-src 'self';img-src 'self' data:;font-src 'self';connect-src 'self';" +
    "media-src 'self';manifest-src 'self';base-uri 'none';form-action 'self';frame-ancestors 'none';object-src 'none';" +
    "require-trusted-types-for 'script';trusted-types changming"

  it('let a page load from here only, and be framed by nobody', async () => {
    const { get } = await serve({ framed: false })
    const { headers } = await get('/panel/p1')
    expect(headers['content-security-policy']).toBe(policy)
    expect(headers['x-frame-options']).toBe('DENY')
    expect(headers['strict-transport-security']).toBeUndefined()
    expect(headers['x-powered-by']).toBeUndefined()
    expect(headers['referrer-policy']).toBe('no-referrer')
  })

  it('let a kiosk with a camera run WebAssembly, and no other page', async () => {
    const { get } = await serve({ framed: false, hasCamera: ({ params }) => params.device === 'k1' })
    const decoding = policy.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")
    expect((await get('/kiosk/k1')).headers['content-security-policy']).toBe(decoding)
    for (const path of ['/kiosk/k2', '/kiosk', '/panel/k1', '/assets/a-1.js'])
      expect((await get(path)).headers['content-security-policy'], path).toBe(policy)
  })

  it('let the wall of the loopback demo frame the others and call the supervisor', async () => {
    const { get } = await serve()
    const self = policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'")
    expect((await get('/panel/p1')).headers['content-security-policy']).toBe(self)
    expect((await get('/panel/p1')).headers['x-frame-options']).toBe('SAMEORIGIN')
    const wall = self.replace("connect-src 'self'", "connect-src 'self' http://127.0.0.1:* http://localhost:*")
    expect((await get('/wall')).headers['content-security-policy']).toBe(`${wall};frame-src 'self'`)
  })
})
