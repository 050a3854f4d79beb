/**
 * The socket of a device without a screen: it comes back by itself after every outage, steps aside for a twin, and fetches its
 * next token when the hub asks for that, showing it only once `keep` has it: until then the one before is good.
 */
import { io, type Socket } from 'socket.io-client'
import { PROTOCOL } from '../../shared/protocol/version.ts'
import type { ClientToHub, Handshake, HubToClient } from '../../shared/protocol/wire.ts'
import { cookieOf, type Paired, renew } from './pairing.ts'

/** `unpaired`: the hub does not know this device any more; `replaced`: another program says it is this device. */
export type LinkState = 'connected' | 'away' | 'unpaired' | 'replaced'

export interface HubSocketOptions extends Paired {
  /** The certificate of the venue's own authority, PEM. */
  readonly ca?: string | undefined
  readonly state: (state: LinkState, why: string) => void
  /** The next token: resolves when it will be found again after a crash. */
  readonly keep: (paired: Paired) => Promise<void>
  /** The next token was not to be had, or not kept: the hub asks again in some minutes. */
  readonly failed: (error: unknown) => void
}

export interface HubSocket {
  readonly socket: Socket<HubToClient, ClientToHub>
  close(): void
}

export const retryMs = 2000
/** Two programs that are one device would throw each other out for ever. */
const replacedRetryMs = 60_000

export function openHubSocket(options: HubSocketOptions): HubSocket {
  const { origin, device, token, ca, state, keep, failed } = options
  const said: Handshake = { protocol: PROTOCOL, device }
  let shown: Paired = { origin, device, token }
  const headers = { origin, cookie: cookieOf(shown) }
  const socket: Socket<HubToClient, ClientToHub> = io(origin, {
    transports: ['websocket'],
    forceNew: true,
    auth: said,
    extraHeaders: headers,
    reconnectionDelayMax: retryMs,
    ...(ca !== undefined && { ca }),
  })
  let again: NodeJS.Timeout | undefined
  const comeBack = (afterMs: number) => {
    clearTimeout(again)
    again = setTimeout(() => socket.connect(), afterMs)
  }

  socket.on('connect', () => state('connected', ''))
  socket.on('disconnect', reason => {
    // Dismissed by the hub socket.io stays away by itself.
    if (reason === 'io server disconnect') {
      state('replaced', '')
      comeBack(replacedRetryMs)
    } else if (reason !== 'io client disconnect') state('away', reason)
  })
  socket.on('connect_error', ({ message }) => {
    if (socket.active) return state('away', message)
    // Refused by the hub itself: it may be starting, or not know us.
    state(message === 'not-paired' ? 'unpaired' : 'away', message)
    comeBack(retryMs)
  })
  socket.on('renew', () => {
    renew(shown, ca)
      .then(async next => {
        if (!next) return
        await keep(next)
        shown = next
        // For whenever it connects next.
        headers.cookie = cookieOf(next)
      })
      .catch(failed)
  })
  return {
    socket,
    close() {
      clearTimeout(again)
      socket.disconnect()
    },
  }
}
