/** What answers like an mpv at its socket, as far as the player asks; the test says when a file ends. */
import { createServer, type Socket } from 'node:net'
import * as v from 'valibot'

const Asked = v.object({ request_id: v.number(), command: v.array(v.unknown()) })

/** No program's: none is ended by it. */
export const fakePid = 0x7fff_fff0

export interface FakeMpv {
  /** Files as they were loaded, and `stop`, `quit`, `seek N`. */
  readonly done: string[]
  /** It said where in the file it is. */
  readonly toldWhere: boolean
  /** Of every file from now on. */
  tracks: readonly object[]
  /** Which of them is heard. */
  readonly sound: unknown
  end(reason: 'eof' | 'error'): void
  /** It dies and is there again, remembering nothing. */
  die(): void
  /** It hears what it is asked and says nothing, until it dies. */
  freeze(): void
  stop(): Promise<void>
}

/** `left`: it was playing when the program before it crashed. */
export function createFakeMpv(path: string, left?: { entry: string; file: string; idle: boolean }): Promise<FakeMpv> {
  const sockets = new Set<Socket>()
  const done: string[] = []
  let frozen = false
  let tracks: readonly object[] = []
  let toldWhere = false
  let id = left ? 7 : 0
  const values = new Map<unknown, unknown>([
    ['idle-active', left?.idle ?? true],
    ['pid', fakePid],
  ])
  if (left) {
    values.set('script-opts', { 'changming-entry': left.entry })
    if (!left.idle) values.set('path', left.file).set('playlist/0/id', id)
  }
  const tell = (said: object) => {
    for (const socket of sockets) socket.write(`${JSON.stringify(said)}\n`)
  }

  /** The answer's data, or mpv's word for no. */
  function obey([name, first, second]: readonly unknown[]): { data?: unknown; error: string; after?: () => void } {
    switch (name) {
      case 'loadfile':
        id += 1
        done.push(String(first))
        values
          .set('path', first)
          .set('idle-active', false)
          .set('playlist/0/id', id)
          .set('time-pos', 12.5)
          .set('duration', 180)
          .set('track-list', tracks)
        return {
          error: 'success',
          data: { playlist_entry_id: id },
          after() {
            tell({ event: 'end-file', reason: 'stop', playlist_entry_id: id - 1 })
            tell({ event: 'start-file', playlist_entry_id: id })
            tell({ event: 'file-loaded' })
          },
        }
      case 'set_property':
        values.set(first, second)
        return { error: 'success' }
      case 'get_property':
        toldWhere ||= first === 'time-pos' && values.has(first)
        return values.has(first) ? { error: 'success', data: values.get(first) } : { error: 'property unavailable' }
      default:
        done.push(name === 'seek' ? `seek ${String(first)}` : String(name))
        return { error: 'success' }
    }
  }

  const server = createServer(socket => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => undefined)
    let rest = ''
    socket.setEncoding('utf8').on('data', (text: string) => {
      const lines = (rest + text).split('\n')
      rest = lines.pop() ?? ''
      for (const line of frozen ? [] : lines) {
        const { request_id, command } = v.parse(Asked, JSON.parse(line))
        const { after, ...answer } = obey(command)
        socket.write(`${JSON.stringify({ request_id, ...answer })}\n`)
        after?.()
      }
    })
  })

  const fake: FakeMpv = {
    done,
    get tracks() {
      return tracks
    },
    set tracks(next) {
      tracks = next
    },
    get sound() {
      return values.get('aid')
    },
    get toldWhere() {
      return toldWhere
    },
    end(reason) {
      values.set('idle-active', true)
      tell({ event: 'end-file', reason, playlist_entry_id: id, ...(reason === 'error' && { file_error: 'no sound' }) })
    },
    freeze() {
      frozen = true
    },
    die() {
      frozen = false
      values.clear()
      values.set('pid', fakePid)
      for (const socket of sockets) socket.destroy()
    },
    stop: () =>
      new Promise(stopped => {
        server.close(() => stopped())
        fake.die()
      }),
  }
  return new Promise(ready => server.listen(path, () => ready(fake)))
}
