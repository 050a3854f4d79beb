/** Somebody in the lobby needs a person. Ten taps are one call. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { DeskCall } from '../../../shared/protocol/words.ts'
import type { Accepted, Meta } from '../decision.ts'
import type { ReadState, Request } from '../state.ts'

export function callDesk(state: Pick<ReadState, 'requests'>, meta: Meta, kiosk: Id, why: DeskCall): Accepted {
  const open = openCall(state, kiosk, why)
  if (open) return { events: [], result: { request: open.id } }
  const request = meta.id('r')
  const escalatesAt = meta.at + meta.venue.policy.answerMs.service
  return { events: [{ type: 'DeskCalled', request, kiosk, why, escalatesAt }], result: { request } }
}

function openCall({ requests }: Pick<ReadState, 'requests'>, kiosk: Id, why: DeskCall): Request | undefined {
  for (const request of requests.values()) {
    const { about, what, status } = request
    const here = 'kiosk' in about && about.kiosk === kiosk
    if (here && what.kind === 'desk' && what.why === why && (status === 'open' || status === 'acknowledged'))
      return request
  }
  return undefined
}
