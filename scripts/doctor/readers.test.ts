/** Given a reader that only READERS makes one, when the doctor looks, then it is named, and the remedy holds for it too. */
import { expect, it, vi } from 'vitest'
import { lookAtReaders } from './readers.ts'

vi.mock('../../kiosk/reader/node-hid.ts', () => {
  // A keyboard to whoever does not know better, and a path that nobody may open.
  const device = { path: '/nowhere', vendorId: 0x1a86, productId: 0xdd01, usagePage: 1, usage: 6, name: 'USB Reader' }
  return { createNodeHid: async () => ({ list: async () => [device] }) }
})

it.skipIf(process.platform !== 'linux')('names a reader of this venue’s own that may not be opened', async () => {
  expect(await lookAtReaders()).toMatchObject({ state: 'good', told: expect.stringContaining('none') })
  const found = await lookAtReaders('1a86:dd01, 0483:5750')
  expect(found).toMatchObject({ state: 'warn', told: expect.stringContaining('USB Reader') })
  expect(found.remedy).toBe('sudo npm run reader -- --udev --install --also 1a86:dd01 --also 0483:5750')
})

it('says how READERS is written', async () => {
  expect(await lookAtReaders('Honeywell')).toMatchObject({ state: 'bad', remedy: 'READERS=1a86:dd01,0483:5750' })
})
