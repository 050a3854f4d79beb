import { expect, it } from 'vitest'
import { createDevices } from './devices.ts'
import { createReturning } from './returning.ts'
import { createTokenMarks } from './token-marks.ts'
import { createTestClock, createTestIds, createTestMarks, createTestRows, deviceRow } from './world.testing.ts'

const day = 86_400_000

/** A panel that has lived for days, and what its hub knew of it on one of them, now that it was put back. */
async function restored() {
  const clock = createTestClock()
  const ids = createTestIds()
  const marks = createTestMarks(ids)
  const rows = createTestRows(
    deviceRow({ id: 'd1', kind: 'panel', room: 'r1' }),
    deviceRow({ id: 'd2', kind: 'panel', room: 'r2' }),
  )
  const devices = createDevices({ rows, marks, clock, idleSince: () => 0 })
  const tokens = [(await devices.renewToken('d1')) ?? '']
  const other = (await devices.renewToken('d2')) ?? ''
  const live = async () => {
    clock.advance(day)
    const { token = '' } = (await devices.rotate('d1', tokens[0] ?? '')) ?? {}
    tokens.unshift(token)
    clock.advance(day / 2)
    devices.prove('d1', token)
    await Promise.resolve()
    await Promise.resolve()
  }
  await live()
  const known = new Map(rows.all)
  await live()
  rows.all.clear()
  for (const [id, row] of known) rows.all.set(id, row)
  const waits = new Map<string, string | undefined>()
  const returning = createReturning({ devices, ids, marks, clock, waits: (id, code) => waits.set(id, code) })
  const [younger = '', atBackup = '', before = ''] = tokens
  return { clock, ids, rows, devices, returning, waits, other, younger, atBackup, before }
}

it('knows its own that are younger than itself, and nobody else', async () => {
  const { devices, ids, younger, atBackup, before, other } = await restored()
  expect(devices.authenticate('d1', atBackup)?.id).toBe('d1')
  expect(devices.authenticate('d1', younger)).toBeUndefined()
  expect(devices.isFromLater('d1', younger)).toBe(true)
  // Those it knows: still good, and rotated out.
  expect(devices.isFromLater('d1', atBackup)).toBe(false)
  expect(devices.isFromLater('d1', before)).toBe(false)
  // Another's, another house's, no house's, one letter changed, no device's.
  expect(devices.isFromLater('d1', other)).toBe(false)
  const elsewhere = createTokenMarks({ key: Buffer.alloc(32, 8), ids })
  expect(devices.isFromLater('d1', elsewhere.make('d1', 9_000_000_000_000))).toBe(false)
  expect(devices.isFromLater('d1', 'x'.repeat(74))).toBe(false)
  expect(devices.isFromLater('d1', '')).toBe(false)
  for (const at of [0, 20, 45, 60, younger.length - 1]) {
    const changed = younger.slice(0, at) + (younger[at] === 'A' ? 'B' : 'A') + younger.slice(at + 1)
    expect(devices.isFromLater('d1', changed)).toBe(false)
  }
  expect(devices.isFromLater('d9', younger)).toBe(false)
})

it('lets it in by the code on its own screen, once, when the row is there and not before', async () => {
  const { returning, rows, devices, waits, younger } = await restored()
  const asked = returning.ask('d1', younger)
  if (!asked) throw new Error('it is the house’s own')
  expect(waits.get('d1')).toBe(asked.code)
  expect(returning.poll(asked.secret)).toMatchObject({ waiting: true })
  expect(returning.admit('d1', 'BCDFGH')).toMatchObject({ refused: 'code-expired' })
  expect(returning.admit('d2', asked.code)).toMatchObject({ refused: 'code-expired' })
  expect(returning.poll(asked.secret)).toMatchObject({ waiting: true })
  const admitted = returning.admit('d1', asked.code)
  if ('refused' in admitted) throw new Error(admitted.refused)
  expect(returning.poll(asked.secret)).toMatchObject({ waiting: true })
  await rows.save({ ...deviceRow({ id: 'd1', kind: 'panel', room: 'r1' }), tokens: [admitted.token] })
  // It crashed before it fetched its token: it still has the one that was younger, and is listed again.
  expect(devices.isFromLater('d1', younger)).toBe(true)
  const back = returning.poll(asked.secret)
  if (!back || !('token' in back)) throw new Error('it was let in')
  expect(devices.authenticate('d1', back.token)?.id).toBe('d1')
  expect(waits.get('d1')).toBeUndefined()
  expect(returning.poll(asked.secret)).toBeUndefined()
})

it('gives nobody without such a token a place, and one to who has, however often it asks', async () => {
  const { returning, waits, younger, atBackup } = await restored()
  for (let turn = 0; turn < 50; turn++) expect(returning.ask('d1', `stranger${turn}`)).toBeUndefined()
  expect(returning.ask('d2', younger)).toBeUndefined()
  expect(returning.ask('d1', atBackup)).toBeUndefined()
  expect(waits.size).toBe(0)
  const first = returning.ask('d1', younger)
  const second = returning.ask('d1', younger)
  expect([...waits]).toEqual([['d1', second?.code]])
  // A copy that asked first cannot be let in by the other's tap.
  expect(returning.poll(first?.secret ?? '')).toBeUndefined()
  expect(returning.admit('d1', first?.code ?? '')).toMatchObject({ refused: 'code-expired' })
})

it('forgets who does not poll any more, and nobody who does', async () => {
  const { returning, waits, clock, younger } = await restored()
  const asked = returning.ask('d1', younger)
  for (let turn = 0; turn < 20; turn++) {
    clock.advance(50_000)
    expect(returning.poll(asked?.secret ?? '')).toMatchObject({ waiting: true })
  }
  expect(waits.get('d1')).toBe(asked?.code)
  clock.advance(60_000)
  expect(waits.get('d1')).toBeUndefined()
  expect(returning.admit('d1', asked?.code ?? '')).toMatchObject({ refused: 'code-expired' })
})
