import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { createDevices, DeviceRow, principalOf } from './devices.ts'
import { createTestClock, createTestIds, createTestMarks, createTestRows, deviceRow } from './world.testing.ts'

function house() {
  const rows = createTestRows(
    deviceRow({ id: 'd1', kind: 'panel', room: 'r1' }),
    deviceRow({ id: 'd2', kind: 'console', revoked: true }),
  )
  return {
    rows,
    devices: createDevices({
      rows,
      marks: createTestMarks(createTestIds()),
      clock: createTestClock(),
      idleSince: () => 0,
    }),
  }
}

describe('devices', () => {
  it('prove themselves by the token they were given last', async () => {
    const { devices, rows } = house()
    const first = (await devices.renewToken('d1')) ?? ''
    expect(devices.authenticate('d1', first)?.id).toBe('d1')
    const second = (await devices.renewToken('d1')) ?? ''
    expect(devices.authenticate('d1', first)).toBeUndefined()
    expect(devices.authenticate('d1', second)?.id).toBe('d1')
    expect(second).toMatch(/^[\w-]{74}$/)
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

describe('a token', () => {
  const day = 86_400_000
  const minute = 60_000

  function lived() {
    const clock = createTestClock()
    const rows = createTestRows(
      deviceRow({ id: 'd1', kind: 'panel', room: 'r1' }),
      deviceRow({ id: 'd2', kind: 'panel', room: 'r2', demo: true }),
    )
    const copied: string[] = []
    const marks = createTestMarks(createTestIds())
    /** From when on the house was open for a fortnight of nights. */
    const open = { since: 0 }
    const idleSince = () => open.since
    const make = () => createDevices({ rows, marks, clock, idleSince, copied: id => void copied.push(id) })
    return { clock, rows, copied, open, make, devices: make() }
  }
  /** One that asks in time and gets its answer, as a tablet that is on every day. */
  async function rotated(house: ReturnType<typeof lived>, token: string): Promise<string> {
    house.clock.advance(day)
    return (await house.devices.rotate('d1', token))?.token ?? ''
  }
  const seen = async (house: ReturnType<typeof lived>, token: string) => {
    const row = house.devices.prove('d1', token)
    // The first use is written down beside the answer.
    await Promise.resolve()
    await Promise.resolve()
    return row?.id
  }

  it('is renewed after a day, not before', async () => {
    const house = lived()
    const first = (await house.devices.renewToken('d1')) ?? ''
    expect(house.devices.wantsRenewal('d1')).toBe(false)
    expect(await house.devices.rotate('d1', first)).toEqual({})
    const second = await rotated(house, first)
    expect(second).toHaveLength(74)
    expect(second).not.toBe(first)
    expect(v.is(DeviceRow, house.rows.all.get('d1'))).toBe(true)
    expect(await house.devices.rotate('d1', 'x')).toBeUndefined()
  })

  it('that was replaced is good until the new one is first shown, and a minute more', async () => {
    const house = lived()
    const first = (await house.devices.renewToken('d1')) ?? ''
    const second = await rotated(house, first)
    house.clock.advance(3 * day)
    expect(await seen(house, first)).toBe('d1')
    expect(await seen(house, second)).toBe('d1')
    house.clock.advance(minute - 1)
    expect(await seen(house, first)).toBe('d1')
    expect(house.copied).toEqual([])
    house.clock.advance(1)
    expect(await seen(house, second)).toBe('d1')
    expect(await seen(house, first)).toBeUndefined()
    expect(house.copied).toEqual(['d1'])
  })

  it('that never arrived is handed out again, the same as long as the hub remembers it', async () => {
    const house = lived()
    const first = (await house.devices.renewToken('d1')) ?? ''
    const second = await rotated(house, first)
    expect(await house.devices.rotate('d1', first)).toEqual({ token: second })
    const restarted = house.make()
    const third = (await restarted.rotate('d1', first))?.token ?? ''
    expect(third).not.toBe(second)
    expect(restarted.prove('d1', third)?.id).toBe('d1')
    // Late after all.
    expect(restarted.prove('d1', second)?.id).toBe('d1')
    expect(house.copied).toEqual([])
  })

  it('is handed out by one answer as by the next, and never before its row is kept', async () => {
    const house = lived()
    const first = (await house.devices.renewToken('d1')) ?? ''
    house.clock.advance(day)
    const asked = () => house.devices.rotate('d1', first)
    const [one, other] = await Promise.all([asked(), asked()])
    expect(one?.token).toHaveLength(74)
    expect(other).toEqual(one)
    const restarted = house.make()
    const { save } = house.rows
    house.rows.save = () => Promise.reject(new Error('the disk is full'))
    await expect(restarted.rotate('d1', first)).rejects.toThrow('full')
    house.rows.save = save
    const next = (await restarted.rotate('d1', first))?.token ?? ''
    expect(restarted.prove('d1', next)?.id).toBe('d1')
  })

  it('that a tablet lost to a power cut before its browser wrote it down makes no copy of the old one', async () => {
    const house = lived()
    const first = (await house.devices.renewToken('d1')) ?? ''
    const second = await rotated(house, first)
    // Its network blinked: shown at once, and then the power went.
    house.clock.advance(5000)
    expect(await seen(house, second)).toBe('d1')
    house.clock.advance(60 * minute)
    expect(await seen(house, first)).toBe('d1')
    expect(await house.devices.rotate('d1', first)).toEqual({ token: second })
    // Handed out anew, lost anew.
    house.clock.advance(5000)
    expect(await seen(house, second)).toBe('d1')
    house.clock.advance(60 * minute)
    expect(await seen(house, first)).toBe('d1')
    expect(house.copied).toEqual([])
    // Shown once more after it was kept: from here on the old one is somebody else's.
    expect(await seen(house, second)).toBe('d1')
    house.clock.advance(minute)
    expect(await seen(house, first)).toBeUndefined()
    expect(house.copied).toEqual(['d1'])
  })

  it('of a pairing is asked for as well, once a browser has written it down', async () => {
    const house = lived()
    const token = (await house.devices.renewToken('d1')) ?? ''
    await seen(house, token)
    expect(house.devices.wantsRenewal('d1')).toBe(false)
    house.clock.advance(2 * minute)
    expect(house.devices.wantsRenewal('d1')).toBe(true)
    await seen(house, token)
    expect(house.devices.wantsRenewal('d1')).toBe(false)
  })

  it('that is new is asked for until it was shown, but not before a browser has written it down', async () => {
    const house = lived()
    const first = (await house.devices.renewToken('d1')) ?? ''
    const second = await rotated(house, first)
    expect(house.devices.wantsRenewal('d1')).toBe(false)
    house.clock.advance(2 * minute)
    expect(house.devices.wantsRenewal('d1')).toBe(true)
    expect(await house.devices.rotate('d1', second)).toEqual({})
    await Promise.resolve()
    expect(house.devices.wantsRenewal('d1')).toBe(false)
    expect(await house.devices.rotate('d1', first)).toEqual({})
  })

  it('rotated out long ago still gives the copy away', async () => {
    const house = lived()
    const first = (await house.devices.renewToken('d1')) ?? ''
    let token = first
    for (let days = 0; days < 12; days += 1) {
      token = await rotated(house, token)
      await seen(house, token)
    }
    house.clock.advance(minute)
    expect(house.devices.authenticate('d1', first)).toBeUndefined()
    expect(house.copied).toEqual([])
    expect(await seen(house, first)).toBeUndefined()
    expect(house.copied).toEqual(['d1'])
    expect(house.rows.all.get('d1')?.tokens.length).toBeLessThanOrEqual(15)
  })

  it('lapses after a fortnight of nights in a drawer, without an alarm', async () => {
    const house = lived()
    const token = (await house.devices.renewToken('d1')) ?? ''
    house.clock.advance(2 * minute)
    expect(await seen(house, token)).toBe('d1')
    house.open.since = house.clock.now() + 1
    house.clock.advance(14 * day - 1)
    expect(await seen(house, token)).toBe('d1')
    house.clock.advance(1)
    expect(await seen(house, token)).toBeUndefined()
    expect(house.copied).toEqual([])
  })

  it('outlives a fortnight, and a season, in which the house was closed', async () => {
    const house = lived()
    const token = (await house.devices.renewToken('d1')) ?? ''
    house.clock.advance(2 * minute)
    expect(await seen(house, token)).toBe('d1')
    // The last nights before it closed.
    house.open.since = house.clock.now() - 13 * day
    house.clock.advance(100 * day)
    expect(await seen(house, token)).toBe('d1')
  })

  it('of before tokens were renewed outlives the update, and lapses as any other from then on', async () => {
    const house = lived()
    const token = (await house.devices.renewToken('d1')) ?? ''
    house.clock.advance(100 * day)
    house.open.since = house.clock.now() - day
    expect(await seen(house, token)).toBe('d1')
    house.clock.advance(14 * day)
    house.open.since = house.clock.now() - day
    expect(await seen(house, token)).toBeUndefined()
    expect(house.copied).toEqual([])
  })

  it('of before a device was paired anew is nobody’s, and no alarm', async () => {
    const house = lived()
    const first = (await house.devices.renewToken('d1')) ?? ''
    const second = await rotated(house, first)
    await seen(house, second)
    await house.devices.renewToken('d1')
    house.clock.advance(day)
    expect(await seen(house, first)).toBeUndefined()
    expect(await seen(house, second)).toBeUndefined()
    expect(house.copied).toEqual([])
  })

  it('of the demo stays as it lies in its file', async () => {
    const house = lived()
    const token = (await house.devices.renewToken('d2')) ?? ''
    const row = house.rows.all.get('d2')
    if (row) house.rows.all.set('d2', { ...row, demo: true })
    house.clock.advance(60 * day)
    expect(house.devices.wantsRenewal('d2')).toBe(false)
    expect(await house.devices.rotate('d2', token)).toEqual({})
    expect(house.devices.prove('d2', token)?.id).toBe('d2')
  })
})
