/** mpv's JSON IPC: one line a message, over a Unix socket or a Windows named pipe. */
import { connect, type Socket } from 'node:net'
import * as v from 'valibot'

export interface MpvIpc {
  /** Rejects with mpv's own word for it, or when the link broke. */
  ask(...command: readonly unknown[]): Promise<unknown>
  close(): void
}

/** What is used of its events. */
const MpvEvent = v.object({
  event: v.string(),
  reason: v.optional(v.string()),
  file_error: v.optional(v.string()),
  playlist_entry_id: v.optional(v.number()),
  name: v.optional(v.string()),
  data: v.optional(v.unknown()),
})
export type MpvEvent = v.InferOutput<typeof MpvEvent>

const Reply = v.object({ request_id: v.number(), error: v.string(), data: v.optional(v.unknown()) })

/** It is there and says nothing. */
export class MpvSilence extends Error {}

/** Rejects when nobody listens there. `gone` is called once, when the link breaks. */
export function connectMpv(
  path: string,
  { event, gone, answerMs }: { event: (event: MpvEvent) => void; gone: () => void; answerMs: number },
): Promise<MpvIpc> {
  const asked = new Map<number, { done: (data: unknown) => void; failed: (error: Error) => void }>()
  let n = 0
  let rest = ''
  const socket: Socket = connect(path)

  function take(line: string): void {
    const said: unknown = parseLine(line)
    if (v.is(MpvEvent, said)) return event(v.parse(MpvEvent, said))
    if (!v.is(Reply, said)) return
    const { request_id, error, data } = said
    const waiting = asked.get(request_id)
    asked.delete(request_id)
    if (error === 'success') waiting?.done(data)
    else waiting?.failed(new Error(error))
  }

  socket.setEncoding('utf8')
  socket.on('data', (text: string) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) take(line)
  })

  const ipc: MpvIpc = {
    ask(...command) {
      n += 1
      const id = n
      return new Promise((done, failed) => {
        const timer = setTimeout(() => {
          asked.delete(id)
          failed(new MpvSilence('mpv does not answer'))
        }, answerMs)
        const settled =
          <T>(settle: (value: T) => void) =>
          (value: T) => {
            clearTimeout(timer)
            settle(value)
          }
        asked.set(id, { done: settled(done), failed: settled(failed) })
        socket.write(`${JSON.stringify({ command, request_id: id })}\n`)
      })
    },
    close: () => void socket.destroy(),
  }

  return new Promise((done, failed) => {
    let open = false
    socket.once('connect', () => {
      open = true
      done(ipc)
    })
    socket.on('error', error => {
      if (!open) failed(error)
    })
    socket.once('close', () => {
      for (const { failed: lost } of asked.values()) lost(new Error('mpv is gone'))
      asked.clear()
      if (open) gone()
    })
  })
}

function parseLine(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
