/**
 * The player's link to the hub: it is shown what each room is to play, and what it reports is sent until it was answered, in
 * order, over any outage: its number in the outbox makes it happen once.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { io, type Socket } from 'socket.io-client'
import { cookieOf, type Paired, renew } from '../../kiosk/reader/pairing.ts'
import type { Answer } from '../../shared/protocol/answer.ts'
import type { PeopleCommand } from '../../shared/protocol/commands.ts'
import { PROTOCOL } from '../../shared/protocol/version.ts'
import type { PlayingView } from '../../shared/protocol/views/player.ts'
import type { ClientToHub, Handshake, HubToClient } from '../../shared/protocol/wire.ts'

/** `unpaired`: the hub does not know this device any more; `replaced`: another program says it is this device. */
export type LinkState = 'connected' | 'away' | 'unpaired' | 'replaced'

export interface PlayerLink {
  report(command: PeopleCommand): void
  close(): void
}

const retryMs = 1000
/** Two programs that are one device would throw each other out for ever. */
const replacedRetryMs = 60_000
const answerMs = 5000

export function createPlayerLink(
  options: Paired & {
    ca?: string | undefined
    /** After each change: what every room that it may know of is to play. */
    shown: (playing: readonly PlayingView[]) => void
    state: (state: LinkState, why: string) => void
    /** The next token: resolves when it will be found again after a crash. */
    keep: (paired: Paired) => Promise<void>
    failed: (error: unknown) => void
  },
): PlayerLink {
  const { origin, device, token, ca, shown, state, keep, failed } = options
  const said: Handshake = { protocol: PROTOCOL, device }
  let own: Paired = { origin, device, token }
  const headers = { origin, cookie: cookieOf(own) }
  const socket: Socket<HubToClient, ClientToHub> = io(origin, {
    transports: ['websocket'],
    forceNew: true,
    auth: said,
    extraHeaders: headers,
    reconnectionDelayMax: 2 * retryMs,
    ...(ca !== undefined && { ca }),
  })
  const view = new Map<string, unknown>()
  const outbox = `p${Date.now().toString(36)}`
  const waiting: PeopleCommand[] = []
  let n = 0
  let sending = false
  let closed = false
  let ahead = 0
  let again: NodeJS.Timeout | undefined

  socket.on('view', ({ whole, put, drop, now }) => {
    ahead = now - Date.now()
    if (whole) view.clear()
    for (const key of drop) view.delete(key)
    for (const [key, value] of put) view.set(key, value)
    // The hub's view of a player: both ends are built together.
    shown([...view].flatMap(([key, value]) => (key.startsWith('playing/') ? [value as PlayingView] : [])))
  })
  socket.on('connect', () => {
    state('connected', '')
    void send()
  })
  socket.on('disconnect', reason => {
    // Dismissed by the hub socket.io stays away by itself.
    if (reason === 'io server disconnect') {
      state('replaced', '')
      comeBack(replacedRetryMs)
    } else if (reason !== 'io client disconnect') state('away', reason)
  })
  socket.on('connect_error', ({ message }) => {
    if (socket.active) return state('away', message)
    state(message === 'not-paired' ? 'unpaired' : 'away', message)
    comeBack(retryMs)
  })
  socket.on('renew', () => {
    renew(own, ca)
      .then(async next => {
        if (!next) return
        await keep(next)
        own = next
        headers.cookie = cookieOf(next)
      })
      .catch(failed)
  })

  function comeBack(afterMs: number): void {
    clearTimeout(again)
    again = setTimeout(() => socket.connect(), afterMs)
  }

  async function send(): Promise<void> {
    if (sending) return
    sending = true
    for (let next = waiting[0]; next && !closed && socket.connected; next = waiting[0]) {
      const answer = await socket
        .timeout(answerMs)
        .emitWithAck('command', { outbox, n: n + 1, tappedAt: Math.round(Date.now() + ahead), command: next })
        // Nobody knows whether it arrived; sent again under its number it happens once.
        .catch(() => undefined)
      const waitMs = answer ? patience(answer) : retryMs
      if (waitMs !== undefined) await pause(waitMs)
      else {
        n += 1
        waiting.shift()
      }
    }
    sending = false
  }

  return {
    report(command) {
      waiting.push(command)
      void send()
    },
    close() {
      closed = true
      clearTimeout(again)
      socket.disconnect()
    },
  }
}

/** The hub is there and cannot take it now. Undefined: that was its answer, a refusal too. */
function patience(answer: Answer): number | undefined {
  if (answer.ok) return undefined
  const { refused, waitMs = retryMs } = answer.refusal
  return refused === 'too-fast' || (refused === 'unavailable' && answer.refusal.next !== 'call-staff')
    ? waitMs
    : undefined
}
