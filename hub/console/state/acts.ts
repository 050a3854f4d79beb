/** What staff do with one tap; at a station in the name that was tapped. */

import type { OrderView, RequestView } from '../../../shared/protocol/views/console.ts'
import type { Outcome, RejectReason } from '../../../shared/protocol/words.ts'
import { callWords, roomName } from '../parts/names.ts'
import type { House } from './house.ts'

/** Runs `then` with nobody's name for who is signed in, with the tapped name at a station; asks for it if need be. */
export function inOnesName(house: House, then: (as: { readonly as?: string }) => void): void {
  const self = house.link.one('self')
  if (self?.session || self?.station === undefined) return then({})
  const staff = house.acting.staff.peek()
  if (staff !== undefined) return then({ as: staff })
  house.acting.ask(chosen => then({ as: chosen }))
}

export function takeRequest(house: House, ...calls: readonly RequestView[]): void {
  const [first] = calls
  if (!first) return
  inOnesName(house, as => {
    for (const { id } of calls) house.tap({ type: 'TakeRequest', request: id, ...as })
    const { t } = house.speech.peek()
    const what = calls.map(call => callWords(t, call.what)).join(' · ')
    house.notices.say(t('takenToast', { room: roomName(house, first.room), what }), () => {
      for (const { id } of calls) house.tap({ type: 'ReleaseRequest', request: id })
    })
  })
}

export function resolveRequest(house: House, call: RequestView, outcome: Outcome): void {
  inOnesName(house, as => {
    const { t } = house.speech.peek()
    house.tap(
      { type: 'ResolveRequest', request: call.id, outcome, ...as },
      { text: t('resolvedToast', { room: roomName(house, call.room), what: callWords(t, call.what) }) },
    )
  })
}

export function actOnOrder(
  house: House,
  order: OrderView,
  what:
    | { readonly type: 'ApproveOrder' | 'AcceptOrder' | 'DeliverOrder' }
    | { readonly type: 'RejectOrder'; readonly reason: RejectReason },
): void {
  inOnesName(house, as => house.tap({ ...what, order: order.id, ...as }))
}
