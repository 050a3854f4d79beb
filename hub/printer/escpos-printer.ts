/** An ESC/POS printer on the network (TCP 9100): asks how it is, prints, and waits until it says that it has printed. */
import { connect, type Socket } from 'node:net'
import type { PrinterState } from '../../shared/protocol/words.ts'
import type { Printer } from '../ports.ts'
import type { PaperWidth } from './columns.ts'
import { askNow, askWhenDone, escpos } from './escpos.ts'

export interface EscposSettings {
  readonly host: string
  readonly port: number
  readonly paper: PaperWidth
}

/** A printer on the LAN answers within some ms; a long ticket takes a second or two. */
const patience = { connectMs: 3000, answerMs: 2000, printMs: 15_000 }
export type Patience = typeof patience

export function createEscposPrinter({ host, port, paper }: EscposSettings, limits: Patience = patience): Printer {
  /** Whether it says when it has printed, as not every board does. Unknown after it was off: another may stand there. */
  let tells: boolean | undefined
  return {
    prints: true,
    state: async () => (await onLine(line => stateOf(line, limits.answerMs))) ?? 'off',
    async print(ticket, onSending) {
      const result = await onLine(async line => {
        const before = await stateOf(line, limits.answerMs)
        if (before !== 'well') return before
        await onSending()
        line.write(escpos(ticket, paper))
        const done = await line.ask(askWhenDone, tells === false ? limits.answerMs : limits.printMs)
        if (done !== undefined) {
          tells = true
          return done & paperEndWhenDone ? 'no-paper' : 'well'
        }
        // It was there and is silent now: most likely it stopped in the middle, and can still say why.
        const after = await stateOf(line, limits.answerMs)
        if (after !== 'well') return after
        if (tells) return 'no-answer'
        // It answers what was asked behind the ticket, so it has all of it, and nothing stands in its way.
        tells = false
        return 'well'
      })
      return result ?? 'off'
    },
  }

  /** Undefined where nothing listens. */
  async function onLine(talk: (line: Line) => Promise<PrinterState>): Promise<PrinterState | undefined> {
    const line = await open(host, port, limits.connectMs, limits.answerMs)
    if (!line) {
      tells = undefined
      return undefined
    }
    try {
      return await talk(line)
    } finally {
      line.close()
    }
  }
}

// Bits of the answers, as the makers document them.
const offline = 0x08
const coverOpen = 0x04
const paperEndStop = 0x20
const paperEnd = 0x60
const paperEndWhenDone = 0x0c

/** `well`: nothing stands in its way. */
async function stateOf(line: Line, answerMs: number): Promise<PrinterState> {
  const printer = await line.ask(askNow(1), answerMs)
  if (printer === undefined) return 'no-answer'
  const sensor = await line.ask(askNow(4), answerMs)
  if (sensor !== undefined && sensor & paperEnd) return 'no-paper'
  if (!(printer & offline)) return 'well'
  const cause = (await line.ask(askNow(2), answerMs)) ?? 0
  if (cause & coverOpen) return 'cover-open'
  return cause & paperEndStop ? 'no-paper' : 'no-answer'
}

interface Line {
  write(bytes: Uint8Array): void
  /** One byte, or undefined: none came in time, or the line broke. */
  ask(bytes: Uint8Array, ms: number): Promise<number | undefined>
  close(): void
}

function open(host: string, port: number, ms: number, hangUpMs: number): Promise<Line | undefined> {
  return new Promise(resolve => {
    const socket = connect({ host, port })
    const late = setTimeout(() => {
      socket.destroy()
      resolve(undefined)
    }, ms)
    // Past the connecting too: a printer that is pulled out must not end the hub.
    socket.on('error', () => {
      clearTimeout(late)
      resolve(undefined)
    })
    socket.once('connect', () => {
      clearTimeout(late)
      socket.setNoDelay(true)
      resolve(lineOn(socket, hangUpMs))
    })
  })
}

function lineOn(socket: Socket, hangUpMs: number): Line {
  let answered: ((byte: number | undefined) => void) | undefined
  socket.on('data', bytes => answered?.(bytes.at(-1)))
  socket.on('close', () => answered?.(undefined))
  return {
    write: bytes => void socket.write(bytes),
    ask: (bytes, ms) =>
      new Promise(resolve => {
        if (socket.destroyed) return resolve(undefined)
        const late = setTimeout(() => answered?.(undefined), ms)
        answered = byte => {
          answered = undefined
          clearTimeout(late)
          resolve(byte)
        }
        socket.write(bytes)
      }),
    close() {
      socket.end()
      // Many a cheap board never hangs up by itself, and is looked at every few seconds of every night.
      const late = setTimeout(() => socket.destroy(), hangUpMs)
      socket.once('close', () => clearTimeout(late))
    },
  }
}
