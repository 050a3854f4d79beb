/** The reader's link to the hub: a device like any other. A touch that waits longer than 10 s is lost, and said to be. */
import { setTimeout as pause } from 'node:timers/promises'
import * as v from 'valibot'
import type { Answer } from '../../shared/protocol/answer.ts'
import type { PeopleCommand } from '../../shared/protocol/commands.ts'
import { Instant } from '../../shared/protocol/primitives.ts'
import type { ReaderReport } from '../../shared/protocol/readers.ts'
import { isUndecided } from '../../shared/protocol/refusals.ts'
import { touchFreshMs } from '../../shared/protocol/touch-fresh.ts'
import { type HubSocketOptions, openHubSocket, retryMs } from './hub-socket.ts'
import type { Scan } from './scan.ts'

export interface ReaderLink {
  /** Resolves with the hub's answer; undefined when the touch grew too old on the way. In order, the next after the answer. */
  touch(scan: Scan, cameAt: number): Promise<Answer | undefined>
  /** How the readers are, from now on: told at once, and again whenever the hub is back. */
  report(report: ReaderReport): void
  close(): void
}

const answerMs = 5000

const Taken = v.object({ ok: v.literal(true), value: v.object({ now: Instant }) })

export function createReaderLink(options: HubSocketOptions): ReaderLink {
  const { socket, close } = openHubSocket(options)
  const outbox = `r${Date.now().toString(36)}`
  /** The hub's time when our own steady clock stood at nought, once it was told: touches carry the hub's time. */
  let hubStart: number | undefined
  const whenReady = new Set<() => void>()
  let current: ReaderReport | undefined
  let n = 0
  let queue: Promise<unknown> = Promise.resolve()
  let again: NodeJS.Timeout | undefined

  socket.on('connect', tell)
  socket.on('disconnect', () => {
    hubStart = undefined
  })

  /** The answer is worth waiting for: without the hub's clock no touch can say when it came. */
  function tell(): void {
    if (!socket.connected || !current) return
    socket
      .timeout(answerMs)
      .emitWithAck('presence', current)
      .then(answer => {
        hubStart = v.parse(Taken, answer).value.now - performance.now()
        for (const ready of whenReady) ready()
      })
      .catch(() => {
        // Not answered in time, or refused as too fast: as long as we are connected, once more.
        clearTimeout(again)
        again = setTimeout(tell, retryMs)
      })
  }

  /** When the hub can be told, or `withinMs` are over. */
  function ready(withinMs: number): Promise<void> {
    if (hubStart !== undefined && socket.connected) return Promise.resolve()
    return new Promise(done => {
      const end = () => {
        clearTimeout(timer)
        whenReady.delete(end)
        done()
      }
      const timer = setTimeout(end, withinMs)
      whenReady.add(end)
    })
  }

  async function deliver(scan: Scan, cameAt: number): Promise<Answer | undefined> {
    n += 1
    let learnt = false
    const age = () => performance.now() - cameAt
    while (age() < touchFreshMs) {
      await ready(touchFreshMs - age())
      if (hubStart === undefined || age() >= touchFreshMs) continue
      const answer = await socket
        .timeout(touchFreshMs - age())
        .emitWithAck('command', {
          outbox,
          n,
          tappedAt: Math.round(hubStart + cameAt),
          command: commandOf(scan),
        })
        // The link broke, or it took too long: nobody knows whether it arrived, and sent again it happens once.
        .catch(() => undefined)
      // By our own clock it is not: the hub's was set since. That number is answered for good.
      if (isLate(answer) && !learnt) {
        learnt = true
        n += 1
        hubStart = undefined
        tell()
        continue
      }
      const waitMs = answer && !answer.ok ? patience(answer) : undefined
      if (answer && waitMs === undefined) return answer
      if (waitMs !== undefined) await pause(Math.min(waitMs, Math.max(0, touchFreshMs - age())))
    }
    return undefined
  }

  return {
    touch(scan, cameAt) {
      const answer = queue.then(() => deliver(scan, cameAt))
      queue = answer
      return answer
    },
    report(report) {
      current = report
      tell()
    },
    close() {
      clearTimeout(again)
      close()
    },
  }
}

/** The hub is there and cannot take it now: worth another try. Undefined: that was its answer. */
function patience(answer: Extract<Answer, { ok: false }>): number | undefined {
  const { refused, waitMs = retryMs } = answer.refusal
  return isUndecided(refused) ? Math.min(waitMs, retryMs) : undefined
}

const isLate = (answer: Answer | undefined): boolean => answer?.ok === false && answer.refusal.refused === 'late'

function commandOf(scan: Scan): PeopleCommand {
  if (scan.kind === 'unreadable') return { type: 'MisreadCard' }
  return scan.kind === 'card' ? { type: 'TouchCard', card: scan.text } : { type: 'ScanCode', code: scan.text }
}
