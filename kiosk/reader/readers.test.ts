import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { PluggedReader } from '../../shared/protocol/readers.ts'
import { createFakeHid, type FakeHid } from './fake-hid.testing.ts'
import { type Readers, type Touch, watchReaders } from './readers.ts'
import { keyReports, posReport } from './typed.testing.ts'

const wedge = (path: string) => ({ path, vendorId: 0x08ff, productId: 9, usagePage: 1, usage: 6 })
const scanner = (path: string) => ({ path, vendorId: 0x0c2e, productId: 1, usagePage: 0x8c, usage: 2 })
const card = (text: string) => keyReports(text, 0x28)
const enough = 3000

let hid: FakeHid
let touches: Touch[]
let told: (readonly PluggedReader[])[]
let errors: unknown[]
let readers: Readers | undefined

beforeEach(() => {
  vi.useFakeTimers()
  hid = createFakeHid()
  touches = []
  told = []
  errors = []
})
afterEach(async () => {
  await readers?.stop()
  readers = undefined
  vi.useRealTimers()
})

const start = async () => {
  const watching = watchReaders({
    hid,
    touched: touch => touches.push(touch),
    changed: list => told.push(list),
    failed: error => errors.push(error),
  })
  await vi.advanceTimersByTimeAsync(enough)
  readers = await watching
}
const settle = () => vi.advanceTimersByTimeAsync(enough)
const read = () => touches.map(({ scan }) => (scan.kind === 'unreadable' ? scan.kind : scan.text))
const states = () => readers?.list().map(({ id, state }) => `${id} ${state}`)

describe('readers', () => {
  it('are read from the start, and when they are plugged in later', async () => {
    hid.plug(wedge('/dev/hidraw0'))
    await start()
    hid.plug(scanner('/dev/hidraw1'))
    await settle()
    hid.send('/dev/hidraw0', ...card('0004340098'))
    hid.send('/dev/hidraw1', posReport('HELLO-2026'))
    expect(read()).toEqual(['0004340098', 'HELLO-2026'])
    expect(states()).toEqual(['r1 connected', 'r2 connected'])
    expect(readers?.list().map(({ model }) => model)).toEqual(['keyboard-wedge', 'pos-scanner'])
  })

  it('beside each other never mix, however their keys fall', async () => {
    hid.plug(wedge('/dev/hidraw0'))
    hid.plug(wedge('/dev/hidraw1'))
    await start()
    const [one, other] = [card('1111111111'), card('2222222222')]
    for (const [at, report] of one.entries()) {
      hid.send('/dev/hidraw0', report)
      hid.send('/dev/hidraw1', other[at] ?? report)
    }
    expect(touches.map(({ reader, scan }) => [reader, 'text' in scan && scan.text])).toEqual([
      ['r1', '1111111111'],
      ['r2', '2222222222'],
    ])
  })

  it('are opened once, however many looks overlap and however many usages a device has', async () => {
    hid.plug({ ...wedge('/dev/hidraw0'), usage: 0x80 })
    await start()
    hid.plug(wedge('/dev/hidraw0'))
    for (let n = 0; n < 20; n += 1) hid.plug(scanner('/dev/hidraw1'))
    await settle()
    expect([hid.openings('/dev/hidraw0'), hid.openings('/dev/hidraw1')]).toEqual([1, 1])
  })

  it('pulled out in the middle of a card leave nothing of it, and are the same when they are back', async () => {
    hid.plug(wedge('/dev/hidraw0'))
    await start()
    hid.send('/dev/hidraw0', ...card('9999999999').slice(0, 9))
    hid.unplug('/dev/hidraw0')
    await settle()
    expect(states()).toEqual(['r1 gone'])
    hid.plug(wedge('/dev/hidraw3'))
    await settle()
    expect(states()).toEqual(['r1 connected'])
    hid.send('/dev/hidraw3', ...card('0004340098'))
    expect(read()).toEqual(['0004340098'])
    expect(told.map(list => list.map(({ state }) => state))).toEqual([['connected'], ['gone'], ['connected']])
  })

  it('that are equal and come back together are two again', async () => {
    hid.plug(wedge('/dev/hidraw0'))
    hid.plug(wedge('/dev/hidraw1'))
    await start()
    hid.unplug('/dev/hidraw0')
    hid.unplug('/dev/hidraw1')
    await settle()
    hid.plug(wedge('/dev/hidraw5'))
    hid.plug(wedge('/dev/hidraw6'))
    await settle()
    expect(states()).toEqual(['r1 connected', 'r2 connected'])
    expect([hid.openings('/dev/hidraw5'), hid.openings('/dev/hidraw6')]).toEqual([1, 1])
  })

  it('wait for udev to grant them, and say nothing of it', async () => {
    await start()
    hid.plug(wedge('/dev/hidraw0'), false)
    await vi.advanceTimersByTimeAsync(90)
    hid.grant('/dev/hidraw0')
    await settle()
    expect(told.map(list => list.map(({ state }) => state))).toEqual([['connected']])
  })

  it('without rights are said to be, once, and read as soon as the rights are there', async () => {
    hid.plug(wedge('/dev/hidraw0'), false)
    await start()
    hid.plug(wedge('/dev/hidraw0'), false)
    await settle()
    expect(told.map(list => list.map(({ state }) => state))).toEqual([['no-rights']])
    hid.plug(wedge('/dev/hidraw0'), true)
    await settle()
    hid.send('/dev/hidraw0', ...card('0004340098'))
    expect(read()).toEqual(['0004340098'])
  })

  it('without rights and pulled out again are forgotten: they never worked', async () => {
    hid.plug(wedge('/dev/hidraw0'), false)
    await start()
    hid.unplug('/dev/hidraw0')
    await settle()
    expect(states()).toEqual([])
  })

  it('do not delay each other: one that may not be opened does not hold up the one beside it', async () => {
    hid.plug(wedge('/dev/hidraw0'), false)
    hid.plug(scanner('/dev/hidraw1'))
    const starting = start()
    await vi.advanceTimersByTimeAsync(0)
    hid.send('/dev/hidraw1', posReport('HELLO-2026'))
    expect(read()).toEqual(['HELLO-2026'])
    await starting
  })

  it('that vanish between the look and the opening are no crash', async () => {
    await start()
    const { list } = hid
    hid.list = async () => [...(await list()), wedge('/dev/hidraw9')]
    hid.plug(scanner('/dev/hidraw1'))
    await settle()
    expect(states()).toEqual(['r1 connected', 'r2 failed'])
    expect(errors.length).toBeGreaterThan(0)
  })

  it('stop: nothing is read and nothing looked for any more', async () => {
    hid.plug(wedge('/dev/hidraw0'))
    await start()
    await readers?.stop()
    const { looks } = hid
    expect(hid.openings('/dev/hidraw0')).toBe(0)
    hid.plug(scanner('/dev/hidraw1'))
    await settle()
    expect([hid.openings('/dev/hidraw1'), hid.looks]).toEqual([0, looks])
  })
})
