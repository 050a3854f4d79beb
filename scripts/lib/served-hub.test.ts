/** A hub that is told to stop with everybody connected, and somebody who never finishes asking. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import * as v from 'valibot'
import { afterEach, expect, it } from 'vitest'
import { dataVersion } from '../../hub/data-version/data-version.ts'
import { connectDevice } from './device-client.ts'
import { createServedHub } from './served-hub.testing.ts'

const Line = v.pipe(v.string(), v.parseJson(), v.strictObject({ path: v.string(), text: v.string() }))
let folder = ''
afterEach(() => rm(folder, { recursive: true, force: true }))

it('stops within two seconds, though half a request never comes to its end', async () => {
  folder = await mkdtemp(join(tmpdir(), 'changming-stop-'))
  const held = new URL(`../data-version/fixtures/version-${dataVersion}.jsonl`, import.meta.url)
  for (const line of (await readFile(held, 'utf8')).trim().split('\n')) {
    const { path, text } = v.parse(Line, line)
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  const hub = await createServedHub(folder)
  const { origin, served } = hub
  const clients = []
  for (const { id } of served.hub.allDevices().filter(({ kind }) => kind === 'panel' || kind === 'console')) {
    const token = (await served.devices.renewToken(id)) ?? ''
    clients.push(await connectDevice({ origin, device: id, token }))
  }
  expect(clients.length).toBeGreaterThan(5)
  const deaf = connect(Number(new URL(origin).port), '127.0.0.1')
  deaf.on('error', () => undefined)
  deaf.write('GET /healthz HTTP/1.1\r\nHost: ')
  await expect.poll(async () => (await fetch(`${origin}/healthz`)).status).toBe(200)
  const at = performance.now()
  await hub.stop()
  expect(performance.now() - at).toBeLessThan(2000)
  expect(hub.errors()).toEqual([])
  for (const client of clients) client.close()
  deaf.destroy()
}, 20_000)
