/**
 * The player's link to the hub: it is shown what each room is to play, and what it reports is sent until it was answered, in
 * order, over any outage: its number in the outbox makes it happen once.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { type HubSocketOptions, openHubSocket, retryMs } from '../../kiosk/reader/hub-socket.ts'
import type { Answer } from '../../shared/protocol/answer.ts'
import type { PeopleCommand } from '../../shared/protocol/commands.ts'
import { createHeldSlices } from '../../shared/protocol/held-slices.ts'
import type { PlayingView } from '../../shared/protocol/views/player.ts'

export interface PlayerLink {
  report(command: PeopleCommand): void
  close(): void
}

const answerMs = 5000

/** `shown`: after each change, what every room that it may know of is to play. */
export function createPlayerLink({
  shown,
  ...options
}: HubSocketOptions & { readonly shown: (playing: readonly PlayingView[]) => void }): PlayerLink {
  const { socket, close } = openHubSocket(options)
  const held = createHeldSlices()
  const outbox = `p${Date.now().toString(36)}`
  const waiting: PeopleCommand[] = []
  let n = 0
  let sending = false
  let closed = false
  let ahead = 0

  socket.on('view', sent => {
    // Asked for anew it comes whole.
    if (!held.fill(sent)) {
      socket.disconnect()
      return void setTimeout(() => {
        if (!closed) socket.connect()
      }, retryMs)
    }
    ahead = sent.now - Date.now()
    // The hub's view of a player: both ends are built together.
    shown([...held.slices].flatMap(([key, value]) => (key.startsWith('playing/') ? [value as PlayingView] : [])))
  })
  socket.on('connect', () => void send())

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
      close()
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
