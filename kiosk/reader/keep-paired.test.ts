/** A program that stands alone, against a hub made of a few lines: started again and again, and with a disk that keeps nothing. */

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { keepPaired, type Pairing } from './keep-paired.ts'
import { type Paired, remember } from './pairing.ts'

let server: Server
let origin: string
let folder: string
/** Of the hub's answers: the token that it gives, or that the link or the code was refused. */
let token: string | undefined
let begun: Pairing[]
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
/** Those who listened before: each start listens as well, as it ends with its process. */
let listening: Map<string, unknown[]>

beforeEach(async () => {
  token = 'first'
  begun = []
  listening = new Map(signals.map(signal => [signal, process.listeners(signal)]))
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  server = createServer(({ url }, response) => {
    const answers: Record<string, object> = { '/pair/ask': { ok: true, code: 'ABCDEF', secret: 's' } }
    if (url !== '/pair/ask' && token !== undefined) response.setHeader('set-cookie', `cm-d1-reader=${token}; Path=/`)
    const said = token === undefined ? { ok: false, refusal: { refused: 'bad-code' } } : { ok: true }
    response.end(JSON.stringify(answers[url ?? ''] ?? said))
  })
  await new Promise<void>(heard => server.listen(0, '127.0.0.1', heard))
  const address = server.address()
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  folder = await mkdtemp(join(tmpdir(), 'changming-reader-'))
})
afterEach(async () => {
  vi.restoreAllMocks()
  for (const signal of signals)
    for (const listener of process.listeners(signal))
      if (!listening.get(signal)?.includes(listener)) process.off(signal, listener)
  await new Promise(closed => server.close(closed))
  await rm(folder, { recursive: true })
})

const start = (asked: { hub?: string; link?: URL; ca?: string }, state = join(folder, 'reader.json')) =>
  keepPaired({
    ...asked,
    state,
    say: () => undefined,
    showCode: () => undefined,
    async run(pairing) {
      begun.push(pairing)
      return { stop: async () => undefined }
    },
  })
const link = (device = 'd1-reader') => new URL(`${origin}/kiosk/${device}#link=secret`)
const tokens = () => begun.map(({ paired }) => paired.token)

it('an authority that is no such file is said, and nobody is asked to pair', async () => {
  expect(await start({ hub: origin, ca: join(folder, 'nowhere.crt') })).toBe('refused')
  expect(begun).toEqual([])
})

describe('a program that is started with a link', () => {
  it('is paired by it once, and goes on with what it remembers when it is started so again', async () => {
    expect(await start({ link: link() })).toBe('running')
    token = undefined
    expect(await start({ link: link() })).toBe('running')
    expect(tokens()).toEqual(['first', 'first'])
  })

  it('goes on, too, while no hub answers yet', async () => {
    await remember(join(folder, 'reader.json'), { origin: 'http://127.0.0.1:1', device: 'd1-reader', token: 'kept' })
    expect(await start({ link: new URL('http://127.0.0.1:1/kiosk/d1-reader#link=secret') })).toBe('running')
    expect(tokens()).toEqual(['kept'])
  })

  it('takes a new link before what it remembers', async () => {
    await start({ link: link() })
    token = 'second'
    await start({ link: link() })
    expect(tokens()).toEqual(['first', 'second'])
  })

  it('is not another device, or another house’s, because the link was refused', async () => {
    token = undefined
    const file = join(folder, 'reader.json')
    const paired: Paired = { origin, device: 'd2-other', token: 'kept' }
    for (const known of [paired, { ...paired, origin: 'http://192.0.2.1', device: 'd1-reader' }]) {
      await remember(file, known)
      expect(await start({ link: link() })).toBe('refused')
    }
    expect(begun).toEqual([])
  })
})

it('works with a pairing that its disk would not keep', async () => {
  await writeFile(join(folder, 'file'), '')
  const nowhere = join(folder, 'file', 'reader.json')
  expect(await start({ link: link() }, nowhere)).toBe('running')
  // The hub forgot it: somebody typed its letters again.
  token = 'second'
  begun[0]?.unpaired()
  await expect.poll(tokens).toEqual(['first', 'second'])
})

it('is paired anew where what it remembered cannot be read', async () => {
  await start({ link: link() })
  await writeFile(join(folder, 'reader.json'), 'torn')
  token = 'second'
  begun[0]?.unpaired()
  await expect.poll(tokens).toEqual(['first', 'second'])
})
