/** A recording, through the keeper of readers as a device that is plugged in. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { parseRecording } from './hid-recording.ts'
import { type Touch, watchReaders } from './readers.ts'
import { createReplayedHid } from './replayed-hid.ts'

it('is touched as it was recorded, when it is opened and each time it is played', async () => {
  const text = readFileSync(join(import.meta.dirname, 'fixtures/em4100-framed-tab.hid'), 'utf8')
  const recording = parseRecording(text)
  const hid = createReplayedHid(recording)
  const touches: Touch[] = []
  const startedAt = performance.now()
  const readers = await watchReaders({
    hid,
    touched: touch => touches.push(touch),
    changed: () => undefined,
    failed: error => expect.fail(String(error)),
  })
  expect(readers.list()).toMatchObject([{ model: 'keyboard-wedge', vendorId: recording.vendorId, state: 'connected' }])
  await hid.play()
  const card = { scan: { kind: 'card', text: '0004340098' } }
  expect(touches).toMatchObject([card, card])
  const took = (recording.reports.at(-1)?.atMs ?? 0) - (recording.reports[0]?.atMs ?? 0)
  expect(performance.now() - startedAt).toBeGreaterThanOrEqual(2 * took - 10)
  const stopping = hid.play()
  await readers.stop()
  await stopping
  expect(touches).toHaveLength(2)
})
