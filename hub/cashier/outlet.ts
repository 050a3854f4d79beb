/** Hands tickets to the cashier system one after the other, and again while it does not take them. */
import type { Cashier, Clock, Ticket } from '../ports.ts'

export interface CashierOutlet {
  /** Call it when what the tickets say is on the disk. Never throws, never waits. */
  send(tickets: readonly Ticket[]): void
  /** What was not taken by now is sent at the next start. */
  stop(): void
}

/** A cashier that is away is asked again this often, ms. */
const retryMs = 5000

export function createCashierOutlet({
  cashier,
  clock,
  log,
}: {
  cashier: Cashier
  clock: Clock
  log: (level: 'warn', event: string, detail: Readonly<Record<string, unknown>>) => void
}): CashierOutlet {
  if (!cashier.takesTickets) return { send: () => undefined, stop: () => undefined }
  const { send } = cashier
  const queue: Ticket[] = []
  let busy = false
  let stopped = false
  let cancel: (() => void) | undefined

  async function work(): Promise<void> {
    if (busy) return
    busy = true
    for (let next = queue[0]; next && !stopped; next = queue[0]) {
      try {
        // In their order: a return makes no sense before its order.
        await send(next)
        queue.shift()
      } catch (error) {
        log('warn', 'cashier-away', { ticket: next.key, error: String(error) })
        if (!stopped) cancel = clock.wakeAt(clock.now() + retryMs, again)
        return
      }
    }
    busy = false
  }

  function again(): void {
    busy = false
    void work()
  }

  return {
    send(tickets) {
      queue.push(...tickets)
      void work()
    },
    stop() {
      stopped = true
      cancel?.()
    },
  }
}
