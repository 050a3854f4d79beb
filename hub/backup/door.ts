/**
 * Where a program of this machine asks the running hub to put its house aside: a socket in the data folder, which only
 * the hub's own user may open (on Windows a named pipe). One line in, `stage`; one line of JSON out. What was put aside
 * is there as long as the asker stays: who dies leaves nothing behind.
 */
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { connect, createServer, type Socket } from 'node:net'
import { join, resolve } from 'node:path'
import * as v from 'valibot'
import { systemCode } from '../system/system-code.ts'

const Answer = v.variant('ok', [
  v.strictObject({ ok: v.literal(true), staged: v.string() }),
  v.strictObject({ ok: v.literal(false), why: v.string() }),
])
type Answer = v.InferOutput<typeof Answer>

/** Who sends more, or nothing, has lost their way. */
const longestLine = 4096
const patienceMs = 5000

/** Bytes of a Unix socket's path. */
const longestPath = 107

function doorOf(folder: string): string {
  const path = join(resolve(folder), 'door.sock')
  if (process.platform !== 'win32') return path
  return `\\\\.\\pipe\\changming-${createHash('sha256').update(path).digest('hex').slice(0, 24)}`
}

/** The house put aside. */
export interface Staged {
  readonly path: string
  release(): Promise<void>
}

/** The hub holds the folder's lock: a socket that lies there is a dead hub's. */
export async function openDoor(options: {
  readonly folder: string
  readonly stage: () => Promise<Staged>
  readonly failed: (error: unknown) => void
}): Promise<{ close(): Promise<void> }> {
  const { folder, stage, failed } = options
  const path = doorOf(folder)
  const open = new Set<Socket>()
  const server = createServer(socket => {
    open.add(socket)
    socket.on('close', () => open.delete(socket))
    socket.on('error', () => socket.destroy())
    attend(socket, stage).catch(error => {
      failed(error)
      socket.destroy()
    })
  })
  try {
    if (process.platform !== 'win32') {
      if (Buffer.byteLength(path) > longestPath) throw new Error(`too long a path for a socket: ${path}`)
      await rm(path, { force: true })
    }
    server.listen(path)
    await once(server, 'listening')
  } catch (error) {
    // A disk that cannot hold a socket (a stick's): the evening does not depend on it.
    failed(error)
    return { close: async () => undefined }
  }
  return {
    async close() {
      for (const socket of open) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

async function attend(socket: Socket, stage: () => Promise<Staged>): Promise<void> {
  const said = await firstLine(socket, AbortSignal.timeout(patienceMs))
  if (said !== 'stage') return void socket.destroy()
  const gone = new Promise(resolve => socket.once('close', resolve))
  const staged = await stage().catch((error: unknown) => String(error))
  const told: Answer = typeof staged === 'string' ? { ok: false, why: staged } : { ok: true, staged: staged.path }
  socket.write(`${JSON.stringify(told)}\n`)
  await gone
  if (typeof staged !== 'string') await staged.release()
}

/** What was put aside by the hub that runs in `folder`; undefined when none does. Throws what the hub says is in the way. */
export async function askToStage(folder: string): Promise<Staged | undefined> {
  const socket = connect(doorOf(folder))
  try {
    await once(socket, 'connect')
  } catch (error) {
    if (['ENOENT', 'ECONNREFUSED'].includes(systemCode(error) ?? '')) return undefined
    throw error
  }
  socket.write('stage\n')
  const told = v.parse(v.pipe(v.string(), v.parseJson(), Answer), await firstLine(socket))
  if (!told.ok) throw new Error(told.why)
  return {
    path: told.staged,
    async release() {
      socket.destroy()
    },
  }
}

/** The socket stays open. */
async function firstLine(socket: Socket, signal?: AbortSignal): Promise<string> {
  let said = ''
  while (!said.includes('\n') && said.length < longestLine) {
    const [chunk] = await Promise.race([
      once(socket, 'data', { ...(signal && { signal }) }),
      once(socket, 'close').then(() => {
        throw new Error('the other side hung up')
      }),
    ])
    said += String(chunk)
  }
  return said.slice(0, said.indexOf('\n'))
}
