/** Several seconds in which nothing of the process runs: really blocked, for no made-up clock orders timers as the loop does. */
import { expect, it } from 'vitest'
import { createArrivals } from './arrivals.ts'
import { createFakeHid } from './fake-hid.testing.ts'
import { type Touch, watchReaders } from './readers.ts'
import { keyReports } from './typed.testing.ts'

function block(ms: number): void {
  const until = performance.now() + ms
  while (performance.now() < until);
}
/** The loop's own order after a block: timers that are due, and only then what waits in node-hid's queue. */
const timersFirst = () => new Promise<void>(done => void setTimeout(done))

it('a report handed over after a block may have come when it began', async () => {
  const arrivals = createArrivals()
  const before = performance.now()
  expect(arrivals.earliest()).toBeGreaterThanOrEqual(before)
  const blockedAt = performance.now()
  block(800)
  expect(arrivals.earliest()).toBeLessThanOrEqual(blockedAt)
  await timersFirst()
  expect(arrivals.earliest()).toBeLessThanOrEqual(blockedAt)
  arrivals.stop()
})

it('a card that was being read is whole, read once, and knows how old it may be', async () => {
  const hid = createFakeHid()
  hid.plug({ path: '/dev/hidraw0', vendorId: 0x08ff, productId: 9, usagePage: 1, usage: 6 })
  const touches: Touch[] = []
  const readers = await watchReaders({
    hid,
    touched: touch => touches.push(touch),
    changed: () => undefined,
    failed: error => expect.fail(String(error)),
  })
  const reports = keyReports('0004340098', 0x28)
  hid.send('/dev/hidraw0', ...reports.slice(0, 7))
  const blockedAt = performance.now()
  // Longer than the silence after which a half-read card is dropped.
  block(2000)
  await timersFirst()
  hid.send('/dev/hidraw0', ...reports.slice(7))
  hid.send('/dev/hidraw0', ...keyReports('0045131261', 0x28))
  expect(touches.map(({ scan }) => scan)).toEqual([
    { kind: 'card', text: '0004340098' },
    { kind: 'card', text: '0045131261' },
  ])
  for (const { cameAt } of touches) expect(cameAt).toBeLessThanOrEqual(blockedAt)
  await readers.stop()
})
