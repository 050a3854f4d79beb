/** What staff do with one tap; at a station in the name that was tapped. */

import type { PeopleCommand } from '../../../shared/protocol/commands.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { OrderView, RequestView } from '../../../shared/protocol/views/console.ts'
import type { Outcome, RejectReason, SnoozeMinutes, SnoozeReason } from '../../../shared/protocol/words.ts'
import { dot } from '../parts/dot.ts'
import { callPlace, callWords, orderWords, roomName } from '../parts/names.ts'
import type { House } from './house.ts'
import type { Say } from './speech.ts'

type InName = { readonly as?: Id }

/**
 * Runs `then` with nobody's name for who is signed in, with the tapped name at a station; asks for it if need be, and
 * for another one where it is among `notTo`: whom a complaint is about is not who settles it.
 */
function inOnesName(house: House, then: (as: InName) => void, notTo: readonly (Id | undefined)[] = []): void {
  const self = house.link.one('self')
  if (self?.session || self?.station === undefined) return then({})
  const staff = house.acting.current()
  const unwanted = staff !== undefined && notTo.includes(staff)
  if (staff !== undefined && !unwanted) return then({ as: staff })
  house.acting.ask(chosen => then({ as: chosen }), unwanted ? staff : notTo.find(id => id !== undefined))
}

const wordsOf = (t: Say, calls: readonly RequestView[]): string => calls.map(({ what }) => callWords(t, what)).join(dot)

/** What is not seen any more is not known to be otherwise. */
const stillIs = <T>(now: T | undefined, is: (now: T) => boolean): boolean => now === undefined || is(now)

/** One of them still is as it was left. */
const still = (house: House, calls: readonly RequestView[], is: (call: RequestView) => boolean) => (): boolean =>
  calls.some(({ id }) => stillIs(house.link.get('request', id), is))

/** Asks of each call by itself; those that the hub gave. */
async function askEach(
  house: House,
  calls: readonly RequestView[],
  ask: (request: Id) => PeopleCommand,
): Promise<readonly RequestView[]> {
  const given = await Promise.all(calls.map(({ id }) => house.outcomeOf(ask(id))))
  return calls.filter((_, at) => given[at])
}

/** The take is on the row at once; that it can be undone is said of what the hub gave, and undone in the taker's name. */
export function takeRequest(house: House, ...calls: readonly RequestView[]): void {
  const take = async (as: InName) => {
    const taken = await askEach(house, calls, request => ({ type: 'TakeRequest', request, ...as }))
    const [first] = taken
    if (!first) return
    house.notices.say(
      ({ t }) => t('takenToast', { room: callPlace(house, first), what: wordsOf(t, taken) }),
      () => {
        for (const { id } of taken) house.tap({ type: 'ReleaseRequest', request: id, ...as })
      },
      still(house, taken, ({ status }) => status === 'acknowledged'),
    )
  }
  inOnesName(
    house,
    as => void take(as),
    calls.map(({ notTo }) => notTo),
  )
}

export function releaseRequest(house: House, { id }: RequestView): void {
  inOnesName(house, as => house.tap({ type: 'ReleaseRequest', request: id, ...as }))
}

export function goToRequest(house: House, ...calls: readonly RequestView[]): void {
  inOnesName(house, as => {
    for (const { id } of calls) house.tap({ type: 'GoToRequest', request: id, ...as })
  })
}

export function resolveRequest(house: House, outcome: Outcome, ...calls: readonly RequestView[]): void {
  const resolve = async (as: InName) => {
    const resolved = await askEach(house, calls, request => ({ type: 'ResolveRequest', request, outcome, ...as }))
    const [first] = resolved
    if (!first) return
    // What nobody is left to confirm is over at once: there is nothing to take up again.
    const again = resolved.filter(({ visit }) => visit !== undefined)
    const undo = () => {
      for (const call of again) resumeAs(house, call, as)
    }
    house.notices.say(
      ({ t }) => t('resolvedToast', { room: callPlace(house, first), what: wordsOf(t, resolved) }),
      again.length > 0 ? undo : undefined,
      still(house, resolved, ({ status }) => status !== 'open' && status !== 'acknowledged'),
    )
  }
  inOnesName(
    house,
    as => void resolve(as),
    calls.map(({ notTo }) => notTo),
  )
}

/** The guests want what the bar had asked about: it is ordered for them, and the call is done. Else it is told why not. */
export async function orderAsAsked(house: House, call: RequestView): Promise<void> {
  const { visit, asks = [] } = call
  if (visit === undefined) return
  const lines = asks.map(({ item, qty, options }) => ({
    item,
    qty,
    ...(options.length > 0 && { options: [...options] }),
  }))
  if (await house.outcomeOf({ type: 'PlaceOrderFor', visit, lines })) resolveRequest(house, 'done', call)
}

/** 重开: it was not done after all. */
export function resumeRequest(house: House, call: RequestView): void {
  inOnesName(house, as => resumeAs(house, call, as), [call.notTo])
}

const resumeAs = (house: House, { id }: RequestView, as: InName) =>
  house.tap({ type: 'ResumeRequest', request: id, ...as })

/** 转交; its undo gives it back to whoever had it, if anybody. */
export function passRequest(
  house: House,
  call: RequestView,
  to: NonNullable<RequestView['passed']>['to'],
  whom: string,
): void {
  const pass = (as: InName) => {
    void house.outcomeOf({ type: 'PassRequest', request: call.id, to, ...as }).then(done => {
      if (!done) return
      house.notices.say(
        ({ t }) => t('passedToast', { room: callPlace(house, call), what: callWords(t, call.what), to: whom }),
        () => house.tap({ type: 'ReleaseRequest', request: call.id, ...as }),
        still(house, [call], ({ passed }) => passed !== undefined),
      )
    })
  }
  inOnesName(house, pass, [call.notTo])
}

/** 稍后. */
export function snoozeRequest(house: House, call: RequestView, reason: SnoozeReason, minutes: SnoozeMinutes): void {
  const snooze = (as: InName) => {
    const until = house.link.hubNow() + minutes * 60_000
    void house.outcomeOf({ type: 'SnoozeRequest', request: call.id, reason, minutes, ...as }).then(done => {
      if (!done) return
      house.notices.say(
        ({ t, format }) => {
          const time = format.time(until)
          return t('snoozedToast', { room: callPlace(house, call), what: callWords(t, call.what), time })
        },
        () => house.tap({ type: 'ReleaseRequest', request: call.id, ...as }),
        still(house, [call], ({ snooze }) => snooze !== undefined),
      )
    })
  }
  inOnesName(house, snooze, [call.notTo])
}

/** Where tickets are being printed: a second round would overtake the first, and print what that comes to later. */
const printing = new WeakSet<House>()

/** What may be on paper or not is made for sure: taken in one's name, and printed once more, one after the other. */
export function printAll(house: House, orders: readonly Id[]): void {
  inOnesName(house, as => void printEach(house, orders, as))
}

async function printEach(house: House, orders: readonly Id[], as: InName): Promise<void> {
  if (printing.has(house)) return
  printing.add(house)
  for (const order of orders) {
    const placed = house.link.get('order', order)?.status === 'placed'
    const taken = !placed || (await house.outcomeOf({ type: 'AcceptOrder', order, ...as }))
    if (taken) await house.outcomeOf({ type: 'PrintTicket', order, ...as })
  }
  printing.delete(house)
}

export function actOnOrder(
  house: House,
  order: OrderView,
  what:
    | { readonly type: 'ApproveOrder' | 'AcceptOrder' | 'DeliverOrder' | 'PrintTicket' | 'RecallOrder' }
    | { readonly type: 'RejectOrder'; readonly reason: RejectReason; readonly lines?: Id[] },
  /** Once the hub did it. */
  then?: () => void,
): void {
  inOnesName(house, as => {
    const done = house.outcomeOf({ ...what, order: order.id, ...as })
    if (then) void done.then(out => out && then())
    if (what.type !== 'DeliverOrder') return
    void done.then(out => {
      if (!out) return
      house.notices.say(
        ({ t }) => t('deliveredToast', { room: roomName(house, order.room), what: orderWords(house, order) }),
        () => house.tap({ type: 'RecallOrder', order: order.id, ...as }),
        () => stillIs(house.link.get('order', order.id), ({ status }) => status === 'delivered'),
      )
    })
  })
}
