/**
 * A printer without paper: listens where a real one would, understands what the hub sends, and answers how it is. For
 * tests, and for a person who has no printer (`npm run printer -- --listen`).
 */
import { createServer, type Socket } from 'node:net'

export interface FakePrinter {
  readonly port: number
  /** What came out, oldest first: the text of each ticket up to its cut. */
  readonly tickets: readonly string[]
  /** `never-done`: prints, and says how it is, but not when it has printed. */
  is(how: 'well' | 'no-paper' | 'cover-open' | 'mute' | 'never-done'): void
  /** Paper for so many lines, then it is out. */
  paperFor(lines: number): void
  /** Connections that are open, on its side. */
  connected(): number
  /** As when its plug is pulled. */
  stop(): Promise<void>
}

export async function startFakePrinter(
  asked: {
    readonly port?: number
    readonly host?: string
    readonly printed?: (ticket: string) => void
    readonly hangsUp?: boolean
  } = {},
): Promise<FakePrinter> {
  const tickets: string[] = []
  const sockets = new Set<Socket>()
  let how: Parameters<FakePrinter['is']>[0] = 'well'
  let linesLeft = Number.POSITIVE_INFINITY

  const server = createServer({ allowHalfOpen: asked.hangsUp === false }, socket => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
    if (asked.hangsUp === false) keepSaying(socket)
    let rest: Uint8Array = new Uint8Array()
    const text: number[] = []
    const answer = (byte: number) => how !== 'mute' && socket.write(Uint8Array.of(byte))
    socket.on('data', chunk => {
      rest = read(Uint8Array.from([...rest, ...chunk]), {
        byte(byte) {
          if (how === 'no-paper') return
          text.push(byte)
          if (byte !== 0x0a) return
          linesLeft -= 1
          if (linesLeft <= 0) how = 'no-paper'
        },
        cut() {
          if (how === 'no-paper') return
          const ticket = new TextDecoder('gb18030').decode(Uint8Array.from(text.splice(0)))
          tickets.push(ticket)
          asked.printed?.(ticket)
        },
        askedNow: what => answer(stateByte(how, what)),
        askedWhenDone: () => how !== 'never-done' && answer(how === 'no-paper' ? 0x0c : 0),
      })
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(asked.port ?? 0, asked.host ?? '127.0.0.1', resolve)
  })
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    tickets,
    is(next) {
      how = next
    },
    paperFor(lines) {
      linesLeft = lines
    },
    connected: () => sockets.size,
    stop: () =>
      new Promise(resolve => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}

/** As a board does that never hangs up by itself, and says how it is from time to time, heard or not. */
function keepSaying(socket: Socket): void {
  socket.on('end', () => {
    const saying = setInterval(() => socket.write(Uint8Array.of(0x12)), 20)
    socket.on('close', () => clearInterval(saying))
  })
}

function stateByte(how: Parameters<FakePrinter['is']>[0], what: number): number {
  const offline = how === 'no-paper' || how === 'cover-open'
  switch (what) {
    case 1:
      return offline ? 0x1a : 0x12
    case 2:
      return how === 'cover-open' ? 0x16 : how === 'no-paper' ? 0x32 : 0x12
    default:
      return how === 'no-paper' ? 0x72 : 0x12
  }
}

interface Heard {
  byte(byte: number): void
  cut(): void
  askedNow(what: number): void
  askedWhenDone(): void
}

/** ESC/POS commands by their first bytes → how many bytes each has; a text's bytes are passed on. Answers what is not whole yet. */
function read(bytes: Uint8Array, heard: Heard): Uint8Array {
  let at = 0
  while (at < bytes.length) {
    const [first = 0, second, third] = bytes.subarray(at)
    const length = first === 0x1b || first === 0x1d || first === 0x1c || first === 0x10 ? lengthOf(first, second) : 1
    if (length === undefined || at + length > bytes.length) break
    if (length === 1) heard.byte(first)
    else if (first === 0x1d && second === 0x56) heard.cut()
    else if (first === 0x10 && second === 0x04) heard.askedNow(third ?? 0)
    else if (first === 0x1d && second === 0x72) heard.askedWhenDone()
    at += length
  }
  return bytes.subarray(at)
}

/** Undefined: the second byte is still on its way. */
function lengthOf(first: number, second: number | undefined): number | undefined {
  if (second === undefined) return undefined
  if (first === 0x1d && second === 0x56) return 4
  if ((first === 0x1b && second === 0x40) || (first === 0x1c && second === 0x26)) return 2
  return 3
}
