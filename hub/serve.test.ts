import { expect, it } from 'vitest'
import { createNoCashier } from './cashier/none.ts'
import { serve } from './serve.ts'
import { createClock } from './system/clock.ts'
import { createIds } from './system/ids.ts'
import { createMemoryFiles } from './system/memory-files.ts'
import { ensureCertificates, tlsPaths } from './tls/certificates.ts'

it('a mistyped address makes no other authority: nothing of the certificates is touched before the hub can listen', async () => {
  const files = createMemoryFiles()
  await ensureCertificates({ files, folder: '/data', now: Date.now(), address: '192.168.1.20' })
  const kept = () => Promise.all(Object.values(tlsPaths('/data')).map(path => files.read(path)))
  const before = await kept()
  const silent = () => undefined
  const started = serve({
    files,
    clock: createClock(),
    ids: createIds(),
    cashier: createNoCashier(),
    directory: () => {
      throw new Error('not so far')
    },
    log: { info: silent, warn: silent, error: silent },
    folder: '/data',
    web: '/web',
    version: 'test',
    // Of the documents' range: no machine has it.
    host: '203.0.113.9',
    port: 0,
    listening: { to: 'lan', guestPort: 0 },
  })
  await expect(started).rejects.toMatchObject({ code: 'EADDRNOTAVAIL' })
  expect(await kept()).toEqual(before)
})
