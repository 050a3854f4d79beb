/** What the lobby's facts make of check-ins and of a kiosk's trouble. */
import { assertNever } from '../../../shared/protocol/assert-never.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { LineMeta } from '../decision.ts'
import type { EventOf } from '../events.ts'
import type { CheckIn, State } from '../state.ts'
import type { CheckInEvent } from './events.ts'
import { failuresAt } from './trouble.ts'

/** A call for the desk is a request like any other. */
type LobbyEvent = Exclude<CheckInEvent, { type: 'DeskCalled' }>

export function evolveCheckIn(state: State, event: LobbyEvent, line: LineMeta): void {
  switch (event.type) {
    case 'CheckedIn':
      return checkedIn(state, event, line)
    case 'PartySaid':
      return change(state, event.checkIn, ({ offer: _former, ...checkIn }) => ({
        ...checkIn,
        party: event.party,
        ...(event.offer !== undefined && { offer: event.offer }),
      }))
    case 'CheckInFailed':
      return failed(state, event, line)
    case 'CheckInSeated':
      return change(state, event.checkIn, checkIn => ({ ...checkIn, status: 'seated', visit: event.visit }))
    case 'CheckInDismissed':
      return change(state, event.checkIn, checkIn => ({
        ...checkIn,
        status: 'dismissed',
        dismissedAt: line.at,
        welcomeOver: true,
      }))
    case 'CheckInRestored':
      return change(state, event.checkIn, ({ dismissedAt: _undone, ...checkIn }) => ({ ...checkIn, status: 'waiting' }))
    case 'CheckInLapsed':
      return change(state, event.checkIn, checkIn => ({ ...checkIn, status: 'lapsed', welcomeOver: true }))
    case 'WelcomeEnded':
      return change(state, event.checkIn, checkIn => ({ ...checkIn, welcomeOver: true }))
    default:
      return assertNever(event)
  }
}

function checkedIn(state: State, { type: _type, checkIn: id, ...said }: EventOf<'CheckedIn'>, { at }: LineMeta): void {
  state.checkIns.set(id, { ...said, id, at, status: 'waiting', welcomeOver: !said.welcomed })
  if (said.kiosk !== undefined) state.kioskTrouble.delete(said.kiosk)
}

function failed(state: State, event: EventOf<'CheckInFailed'>, { at }: LineMeta): void {
  const { kiosk, failure, credential, member } = event
  if (kiosk === undefined) return
  state.kioskTrouble.set(kiosk, {
    failures: failuresAt(state, kiosk, at) + 1,
    lastAt: at,
    lastFailure: failure,
    ...(credential !== undefined && { credential }),
    ...(member !== undefined && { member }),
  })
}

function change(state: State, id: Id, to: (checkIn: CheckIn) => CheckIn): void {
  const checkIn = state.checkIns.get(id)
  if (checkIn) state.checkIns.set(id, to(checkIn))
}
