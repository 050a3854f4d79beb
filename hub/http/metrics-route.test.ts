import { describe, expect, it } from 'vitest'
import type { Role } from '../../shared/protocol/words.ts'
import { deviceRow } from '../identity/world.testing.ts'
import { serve } from './door.testing.ts'

describe('metrics', () => {
  async function signedIn(role: Role) {
    const served = await serve({
      sessionOf: device => (device === 'c1' ? { session: 's1', staff: 'st1-x', role } : undefined),
    })
    await served.rows.save({ ...deviceRow({ id: 'c1', kind: 'console' }), tokens: [] })
    const shown = await served.devices.renewToken('c1')
    return served.get('/metrics', { cookie: `cm-c1=${shown}` })
  }

  it.each([
    ['manager', 200],
    ['owner', 200],
    ['floor', 403],
    ['bar', 403],
    ['desk', 403],
  ] as const)('a console with %s signed in gets %i', async (role, status) => {
    expect((await signedIn(role)).status).toBe(status)
  })

  it('are for whoever can read the hub’s secrets, and for no guest', async () => {
    const { get, devices } = await serve()
    const bearer = (key: string) => get('/metrics', { authorization: `Bearer ${key}` })
    const allowed = await bearer('k'.repeat(43))
    expect(allowed).toMatchObject({ status: 200, text: 'up 1\n' })
    expect(allowed.headers['cache-control']).toBe('no-store')
    expect(allowed.headers['content-security-policy']).toContain("default-src 'none'")
    const panel = await devices.renewToken('p1')
    for (const refused of [
      await get('/metrics'),
      await bearer('k'),
      await bearer(''),
      await get('/metrics', { cookie: `cm-p1=${panel}` }),
    ])
      expect(refused.status).toBe(403)
  })
})
