import { describe, expect, it } from 'vitest'
import type { Role } from '../../shared/protocol/words.ts'
import { deviceRow } from '../identity/world.testing.ts'
import { serve } from './door.testing.ts'

describe('a file of songs', () => {
  async function console_(role: Role) {
    const pieces: string[] = []
    const served = await serve({
      sessionOf: device => (device === 'c1' ? { session: 's1', staff: 'st1-x', role } : undefined),
      takeSongs(upload, at, piece) {
        pieces.push(`${upload} ${at} ${piece.length}`)
        return at < 100
      },
    })
    await served.rows.save({ ...deviceRow({ id: 'c1', kind: 'console' }), tokens: [] })
    const cookie = `cm-c1=${await served.devices.renewToken('c1')}`
    const headers = { 'content-type': 'application/octet-stream', cookie }
    return {
      ...served,
      pieces,
      send: (path: string, body: string, more = {}) => served.post(path, body, { ...headers, ...more }),
    }
  }

  it('is taken in pieces from who may, and one out of its place is refused', async () => {
    const { send, pieces } = await console_('manager')
    expect((await send('/songs-file/c1/u1/0', 'abc')).status).toBe(200)
    expect((await send('/songs-file/c1/u1/200', 'abc')).status).toBe(409)
    expect((await send('/songs-file/c1/u1/x', 'abc')).status).toBe(400)
    expect((await send('/songs-file/c1/u1/0', 'x'.repeat(600_000))).status).toBe(413)
    expect((await send('/songs-file/c1/u1/0', '{}', { 'content-type': 'application/json' })).status).toBe(400)
    expect(pieces).toEqual(['u1 0 3', 'u1 200 3'])
  })

  it('is taken from nobody else', async () => {
    const desk = await console_('desk')
    expect((await desk.send('/songs-file/c1/u1/0', 'abc')).status).toBe(403)
    const manager = await console_('manager')
    expect((await manager.send('/songs-file/c1/u1/0', 'abc', { cookie: 'cm-c1=nothing' })).status).toBe(403)
    expect((await manager.send('/songs-file/p1/u1/0', 'abc')).status).toBe(403)
    expect([...desk.pieces, ...manager.pieces]).toEqual([])
  })
})
