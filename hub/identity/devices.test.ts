import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { createDevices, DeviceRow, principalOf } from './devices.ts'
import { createTestClock, createTestIds, createTestRows, deviceRow } from './world.testing.ts'

function house() {
  const rows = createTestRows(
    deviceRow({ id: 'd1', kind: 'panel', room: 'r1' }),
    deviceRow({ id: 'd2', kind: 'console', revoked: true }),
  )
  return { rows, devices: createDevices({ rows, ids: createTestIds(), clock: createTestClock() }) }
}

describe('devices', () => {
  it('prove themselves by the token they were given last', async () => {
    const { devices, rows } = house()
    const first = (await devices.renewToken('d1')) ?? ''
    expect(devices.authenticate('d1', first)?.id).toBe('d1')
    const second = (await devices.renewToken('d1')) ?? ''
    expect(devices.authenticate('d1', first)).toBeUndefined()
    expect(devices.authenticate('d1', second)?.id).toBe('d1')
    expect(Buffer.from(second, 'base64url')).toHaveLength(32)
    expect(JSON.stringify(rows.all.get('d1'))).not.toContain(second)
    expect(v.is(DeviceRow, rows.all.get('d1'))).toBe(true)
  })

  it('are nobody without the right token', async () => {
    const { devices, rows } = house()
    const token = (await devices.renewToken('d1')) ?? ''
    for (const wrong of ['', 'x', token.slice(1), `${token}a`])
      expect(devices.authenticate('d1', wrong)).toBeUndefined()
    expect(devices.authenticate('d9', token)).toBeUndefined()
    rows.all.set('d1', { ...deviceRow({ id: 'd1', kind: 'panel' }), tokens: [] })
    expect(devices.authenticate('d1', token)).toBeUndefined()
  })

  it('are nobody once revoked, and get no token', async () => {
    const { devices, rows } = house()
    const token = (await devices.renewToken('d1')) ?? ''
    const row = rows.all.get('d1')
    if (row) rows.all.set('d1', { ...row, revoked: true })
    expect(devices.authenticate('d1', token)).toBeUndefined()
    expect(await devices.renewToken('d2')).toBeUndefined()
    expect(await devices.renewToken('d9')).toBeUndefined()
  })

  it('are the principal that their row says', () => {
    const session = { session: 's1', staff: 'p1', role: 'bar' as const }
    expect(principalOf(deviceRow({ id: 'a', kind: 'panel', room: 'r1' }))).toEqual({
      kind: 'panel',
      device: 'a',
      room: 'r1',
    })
    expect(principalOf(deviceRow({ id: 'a', kind: 'panel' }))).toBeUndefined()
    expect(principalOf(deviceRow({ id: 'a', kind: 'reader' }))).toBeUndefined()
    expect(principalOf(deviceRow({ id: 'a', kind: 'console' }))).toEqual({ kind: 'console', device: 'a' })
    expect(principalOf(deviceRow({ id: 'a', kind: 'console', station: 'bar' }))).toEqual({
      kind: 'station',
      device: 'a',
      station: 'bar',
    })
    expect(principalOf(deviceRow({ id: 'a', kind: 'console', station: 'bar' }), session)).toEqual({
      kind: 'staff',
      device: 'a',
      ...session,
    })
    // A session on anything but a console would be a bug elsewhere: it gives a panel nothing.
    expect(principalOf(deviceRow({ id: 'a', kind: 'panel', room: 'r1' }), session)?.kind).toBe('panel')
  })
})
