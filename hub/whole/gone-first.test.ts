/** Who was erased is on the list that outlives every backup before a checkpoint goes past the fact: else nobody would list them any more. */
import { expect, it, vi } from 'vitest'
import { StoreFailed } from '../ports.ts'
import { memberId } from './furnish.testing.ts'
import { signIn } from './party.testing.ts'
import { createTestHouse } from './venue-hub.testing.ts'

// A whole hub, on a machine that may be doing other things.
vi.setConfig({ testTimeout: 60_000 })

it('a list that cannot be kept keeps the checkpoint back', async () => {
  let keep = async () => undefined
  const house = await createTestHouse({ gone: { notice: () => undefined, kept: () => keep() } })
  const hub = await house.open()
  const manager = await signIn(hub, 'mei', 'manager')
  keep = async () => {
    throw new StoreFailed('disk-full', 'erased.json', 'no room')
  }
  const before = String(house.disk.inner.disk.get('data/checkpoint.json'))
  const erase = { type: 'EraseMember', member: memberId('wang'), keepsToo: true, pin: '123456' } as const
  await hub.send(manager, erase)
  await expect.poll(() => hub.health.status).not.toBe('ok')
  expect(String(house.disk.inner.disk.get('data/checkpoint.json'))).toBe(before)
  keep = async () => undefined
  await hub.stop().catch(() => undefined)
})
