/** One device that taps all the time, by the outbox that the pages use: through every loss of the link, and of its own page. */
import { createOutbox, type Outbox } from '../../shared/client/outbox.ts'
import type { Tap } from '../../shared/client/tap.ts'
import type { Answer } from '../../shared/protocol/answer.ts'
import { connectDevice, type DeviceClient } from '../lib/device-client.ts'
import { createTapKeeper } from './tap-keeper.ts'
import type { Taps } from './taps.ts'

export interface Told {
  readonly device: string
  readonly outbox: string
  readonly n: number
  /** Of all that this device tapped, from 0. */
  readonly place: number
  /** When it was tapped (ms of this process). */
  readonly at: number
  /** How often it was sent: the first time, and after each loss again. */
  sent: number
  /** Every answer that came back, with the time at which it did (ms of this process). */
  readonly answers: { readonly answer: Answer; readonly at: number }[]
}

export interface Tapper {
  readonly told: readonly Told[]
  readonly waiting: number
  /** The page is loaded anew: what waits on the device is sent by the next one. */
  reload(): void
  /** No tap any more; what waits is still sent. */
  rest(): void
  close(): void
}

/** As in link.ts. */
const ackMs = 8000
const reconnectMs = { least: 40, most: 200 }
const quick = { least: 60, most: 360 }
/** A person stops tapping on a screen on which nothing happens. */
const mostWaiting = 25

export interface TapperDeps {
  readonly origin: string
  readonly device: string
  readonly token: string
  readonly taps: Taps
  readonly newId: (prefix: string) => string
  readonly chance: () => number
  readonly tapMs?: { readonly least: number; readonly most: number }
  /** For whom its taps are meant, as far as its view says; undefined: nobody is there yet. */
  readonly meant: (client: DeviceClient) => { visit?: string; session?: string } | undefined
}

export function startTapper(deps: TapperDeps): Tapper {
  const { origin, device, token, taps, newId, chance, tapMs = quick } = deps
  const keeper = createTapKeeper()
  const told: Told[] = []
  const known = new Map<string, Told>()
  let client: DeviceClient | undefined
  let outbox: Outbox & { readonly dead?: boolean }
  let pageNumber = 0
  let closed = false
  let resting = false
  let timer: NodeJS.Timeout | undefined

  const keyOf = (tap: Tap) => `${tap.outbox} ${tap.n}`
  const between = ({ least, most }: { least: number; most: number }) => least + chance() * (most - least)

  function openPage(): Outbox {
    pageNumber += 1
    const own = pageNumber
    return createOutbox({
      store: keeper.page(),
      async send(tap) {
        const one = known.get(keyOf(tap))
        if (one && client) one.sent += 1
        const answer = await client?.socket
          .timeout(ackMs)
          .emitWithAck('command', tap)
          .catch(() => undefined)
        if (!answer) return undefined
        one?.answers.push({ answer, at: performance.now() })
        if (own === pageNumber) taps.heard(tap.command, answer)
        return answer
      },
      newId,
      hubNow: () => Date.now(),
      wait: ms => new Promise(resolve => setTimeout(resolve, ms)),
    })
  }
  outbox = openPage()

  function tapNow(): void {
    const meant = client && deps.meant(client)
    if (meant) lastMeant = meant
    if (lastMeant && !resting && keeper.waiting < mostWaiting) {
      void outbox.tap(taps.next(), lastMeant)
      const tap = outbox.pending.peek().at(-1)
      if (tap) {
        const { outbox, n } = tap
        const one: Told = { device, outbox, n, place: told.length, at: performance.now(), sent: 0, answers: [] }
        told.push(one)
        known.set(keyOf(tap), one)
      }
    }
    if (!closed) timer = setTimeout(tapNow, between(tapMs))
  }
  let lastMeant: { visit?: string; session?: string } | undefined
  timer = setTimeout(tapNow, between(tapMs))

  async function stayConnected(): Promise<void> {
    while (!closed) {
      try {
        const connected = await connectDevice({ origin, device, token })
        const ended = new Promise<void>(end => void connected.socket.once('disconnect', () => end()))
        connected.onView(() => outbox.viewChanged())
        client = connected
        if (connected.socket.connected) {
          outbox.online(true)
          await ended
        }
      } catch {
        // The hub is away, or still starting.
      }
      client = undefined
      outbox.online(false)
      await new Promise(next => setTimeout(next, between(reconnectMs)))
    }
  }
  void stayConnected()

  return {
    told,
    get waiting() {
      return keeper.waiting
    },
    reload() {
      outbox.online(false)
      outbox = openPage()
      if (client) outbox.online(true)
    },
    rest() {
      resting = true
    },
    close() {
      closed = true
      clearTimeout(timer)
      client?.close()
    },
  }
}
