/**
 * What a guest at the entrance asks of the hub: tried as long as a touch counts, in memory alone, and then not at all. Nobody
 * stands there any more when the hub is back, and a card, a number, a birthday wait on no disk.
 */
import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { Answer } from '../../../shared/protocol/answer.ts'
import type { PeopleCommand } from '../../../shared/protocol/commands.ts'
import { isUndecided } from '../../../shared/protocol/refusals.ts'
import { touchFreshMs } from '../../../shared/protocol/touch-fresh.ts'
import type { KioskLink } from './kiosk-link.ts'

export interface Sender {
  /** Something is on its way. */
  readonly sending: ReadonlySignal<boolean>
  /** The hub's answer, or that it could not be had. */
  send(command: PeopleCommand): Promise<Answer>
}

const retryMs = 500

export function createSender(link: Pick<KioskLink, 'sendNow' | 'hubNow'>): Sender {
  const underWay = signal(0)

  async function tryUntil(giveUpAt: number, command: PeopleCommand): Promise<Answer> {
    for (;;) {
      const answer = await link.sendNow(command)
      if (answer.ok || !isUndecided(answer.refusal.refused) || link.hubNow() + retryMs > giveUpAt) return answer
      await new Promise(next => setTimeout(next, retryMs))
    }
  }

  return {
    sending: computed(() => underWay.value > 0),
    async send(command) {
      underWay.value += 1
      try {
        return await tryUntil(link.hubNow() + touchFreshMs, command)
      } finally {
        underWay.value -= 1
      }
    },
  }
}
