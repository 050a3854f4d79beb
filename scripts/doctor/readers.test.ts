/** Given a reader that only READERS makes one, when the doctor looks, then it is named, and the remedy holds for it too. */
import { expect, it } from 'vitest'
import { lookAtReaders } from './readers.ts'

// A keyboard to whoever does not know better, at a path that nobody can open.
const device = {
  path: '/dev/null/none',
  vendorId: 0x1a86,
  productId: 0xdd01,
  usagePage: 1,
  usage: 6,
  name: 'USB Reader',
}
const openHid = async () => ({ list: async () => [device] })

it.skipIf(process.platform !== 'linux')('names a reader of this venue’s own that may not be opened', async () => {
  expect(await lookAtReaders('', openHid)).toMatchObject({ state: 'good', told: expect.stringContaining('none') })
  const found = await lookAtReaders('1a86:dd01, 0483:5750', openHid)
  expect(found).toMatchObject({ state: 'warn', told: expect.stringContaining('USB Reader') })
  expect(found.remedy).toBe('sudo npm run reader -- --udev --install --also 1a86:dd01 --also 0483:5750')
})

it('says how READERS is written', async () => {
  expect(await lookAtReaders('Honeywell', openHid)).toMatchObject({
    state: 'bad',
    remedy: 'READERS=1a86:dd01,0483:5750',
  })
})
