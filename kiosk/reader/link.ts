/** The reader's link to the hub: a device like any other. A touch that waits longer than 10 s is lost, and said to be. */
import { io, type Socket } from 'socket.io-client'
import type { Answer } from '../../shared/protocol/answer.ts'
import type { Id } from '../../shared/protocol/primitives.ts'
import { PROTOCOL } from '../../shared/protocol/version.ts'
import type { ClientToHub, Handshake, HubToClient } from '../../shared/protocol/wire.ts'
import type { Scan } from './scan.ts'

/** An older touch must not welcome anybody later, ms. */
const freshMs = 10_000

export interface ReaderLink {
  /** Resolves with the hub's answer; undefined when the touch grew too old on the way. */
  send(scan: Scan): Promise<Answer | undefined>
  close(): void
}

export function createReaderLink(options: {
  origin: string
  device: Id
  token: string
  state: (connected: boolean, why: string) => void
}): ReaderLink {
  const { origin, device, token, state } = options
  const said: Handshake = { protocol: PROTOCOL, device }
  const cookie = `${origin.startsWith('https:') ? '__Host-' : ''}cm-${device}=${token}`
  const socket: Socket<HubToClient, ClientToHub> = io(origin, {
    transports: ['websocket'],
    auth: said,
    extraHeaders: { origin, cookie },
    reconnectionDelayMax: 2000,
  })
  const outbox = `r${Date.now().toString(36)}`
  let n = 0
  socket.on('connect', () => state(true, ''))
  socket.on('disconnect', reason => state(false, reason))
  socket.on('connect_error', ({ message }) => state(false, message))

  return {
    async send({ kind, text }) {
      const touchedAt = performance.now()
      n += 1
      const envelope = {
        outbox,
        n,
        tappedAt: Date.now(),
        command: kind === 'card' ? { type: 'TouchCard', card: text } : { type: 'ScanCode', code: text },
      }
      for (let left = freshMs; left > 0; left = freshMs - (performance.now() - touchedAt)) {
        const answer = await socket
          .timeout(left)
          .emitWithAck('command', envelope)
          .catch(() => undefined)
        if (answer) return answer
      }
      return undefined
    },
    close: () => void socket.disconnect(),
  }
}
