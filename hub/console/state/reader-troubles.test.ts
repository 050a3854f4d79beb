import { describe, expect, it } from 'vitest'
import type { DeviceView, ReadersView } from '../../../shared/protocol/views/console.ts'
import { readerTroubles } from './reader-troubles.ts'

const now = 1_000_000
const plugged = (state: ReadersView['plugged'][number]['state'], id = 'r1') =>
  ({ id, model: 'keyboard-wedge', vendorId: 0x08ff, productId: 9, state, since: now - 60_000 }) as const
const device = (readers: Partial<ReadersView>, more: Partial<DeviceView> = {}): DeviceView => ({
  id: 'd2',
  name: '读卡器',
  kind: 'reader',
  kiosk: 'd1',
  online: true,
  lastSeenAt: now - 20_000,
  readers: { driver: true, lost: 0, plugged: [], ...readers },
  ...more,
})
const kinds = (one: DeviceView) => readerTroubles([one], now).map(({ kind }) => kind)

describe('a reader is missed', () => {
  it.each(['no-rights', 'failed', 'gone'] as const)('when it is %s, at the kiosk where it stands', state => {
    const [trouble] = readerTroubles([device({ plugged: [plugged('connected'), plugged(state, 'r2')] })], now)
    expect(trouble).toMatchObject({ kind: state, kiosk: 'd1', reader: { id: 'r2' }, since: now - 60_000 })
  })

  it('when its machine has been away for a while', () => {
    const readers = { plugged: [plugged('connected')] }
    expect(kinds(device(readers, { online: false }))).toEqual(['offline'])
    expect(kinds(device(readers, { online: false, lastSeenAt: now - 5000 }))).toEqual([])
  })

  it('when its machine lacks a library; the hub’s own need not have readers', () => {
    expect(kinds(device({ driver: false }))).toEqual(['no-driver'])
    expect(kinds(device({ driver: false }, { own: true }))).toEqual([])
  })
})

describe('nothing is missed', () => {
  it('where all readers work, none were ever plugged in, or nothing was said yet', () => {
    expect(kinds(device({ plugged: [plugged('connected')] }))).toEqual([])
    expect(kinds(device({}, { online: false }))).toEqual([])
    const { readers: _nothing, ...silent } = device({})
    expect(kinds({ ...silent, online: false })).toEqual([])
  })
})

it('has another key when it happens again', () => {
  const at = (since: number) =>
    readerTroubles([device({ plugged: [{ ...plugged('gone'), since }] })], now).map(({ key }) => key)
  expect(at(1)).toEqual(at(1))
  expect(at(1)).not.toEqual(at(2))
})
