import { expect, it } from 'vitest'
import type { PluggedReader } from '../../shared/protocol/readers.ts'
import { createPresenceBook } from './presence.ts'

const plugged = (state: PluggedReader['state'], forMs: number): PluggedReader => ({
  id: 'r1',
  model: 'keyboard-wedge',
  vendorId: 0x08ff,
  productId: 9,
  state,
  forMs,
})

it('knows since when a reader is as it is, on its own clock, however often it is told', () => {
  let now = 1000
  const presence = createPresenceBook(() => now)
  const since = () => presence.of('d1').readers?.plugged.map(reader => [reader.state, reader.since])
  const tell = (reader: PluggedReader) => presence.reported('d1', { driver: true, lost: 0, readers: [reader] })
  presence.cameOrWent('d1', true)
  tell(plugged('connected', 400))
  expect(since()).toEqual([['connected', 600]])
  now = 5000
  // The other machine's clock runs a little differently: it is the same state all the same.
  tell(plugged('connected', 4410))
  expect(since()).toEqual([['connected', 600]])
  tell(plugged('gone', 20))
  expect(since()).toEqual([['gone', 4980]])
  expect(presence.of('d1').online).toBe(true)
})
