/** What the lobby's facts make of check-ins and of a kiosk's trouble. */
import { assertNever } from '../../../shared/protocol/assert-never.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { LineMeta } from '../decision.ts'
import type { EventOf } from '../events.ts'
import type { CheckIn, PhoneClaim, State } from '../state.ts'
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
        ...(event.language !== undefined && { language: event.language }),
      }))
    case 'CheckInNamed':
      return change(state, event.checkIn, checkIn => ({ ...checkIn, text: event.text }))
    case 'CheckInDiscreetSet':
      return change(state, event.checkIn, checkIn => ({ ...checkIn, discreet: event.discreet }))
    case 'CheckInRecognised':
      return change(state, event.checkIn, checkIn => recognised(state, checkIn, event, line))
    case 'CheckInMistaken':
      leaveLobby(state, event.checkIn)
      return change(state, event.checkIn, checkIn => mistaken(checkIn, event))
    case 'CheckInFailed':
      return failed(state, event, line)
    case 'TroubleCleared':
      return state.kioskTrouble.delete(event.kiosk)
    case 'CheckInKept':
      return change(state, event.checkIn, checkIn => ({ ...checkIn, lapsesAt: event.lapsesAt }))
    case 'CheckInSeated':
      leaveLobby(state, event.checkIn)
      return change(state, event.checkIn, checkIn => ({ ...checkIn, status: 'seated', visit: event.visit }))
    case 'CheckInDismissed':
      leaveLobby(state, event.checkIn)
      return change(state, event.checkIn, checkIn => ({
        ...checkIn,
        status: 'dismissed',
        dismissedAt: line.at,
        welcomeOver: true,
      }))
    case 'CheckInRestored':
      comeBack(state, event.checkIn)
      return change(state, event.checkIn, ({ dismissedAt: _undone, visit: _left, ...checkIn }) => ({
        ...checkIn,
        status: 'waiting',
      }))
    case 'CheckInLapsed':
      leaveLobby(state, event.checkIn)
      return change(state, event.checkIn, checkIn => ({ ...checkIn, status: 'lapsed', welcomeOver: true }))
    case 'WelcomeEnded':
      return change(state, event.checkIn, checkIn => ({ ...checkIn, welcomeOver: true }))
    default:
      return assertNever(event)
  }
}

function checkedIn(
  state: State,
  { type: _type, checkIn: id, ...said }: EventOf<'CheckedIn'>,
  { at, by }: LineMeta,
): void {
  const welcome = welcomeOf(state, said.welcomed)
  state.checkIns.set(id, { ...said, id, at, status: 'waiting', ...welcome })
  if (said.kiosk !== undefined) state.kioskTrouble.delete(said.kiosk)
  inLobby(state, said.reservation, waiting => [...waiting, id])
  changeClaim(state, by, claim => ({ ...claim, checkedIn: true }))
}

function changeClaim(state: State, by: LineMeta['by'], to: (claim: PhoneClaim) => PhoneClaim): void {
  if (by.phone && by.device !== undefined)
    state.claims.set(by.device, to(state.claims.get(by.device) ?? { checkedIn: false, failures: 0 }))
}

const leaveLobby = (state: State, id: Id): void =>
  inLobby(state, state.checkIns.get(id)?.reservation, waiting => waiting.filter(one => one !== id))

/** Sent away by a slip of the finger: they wait again for what was promised to them. */
const comeBack = (state: State, id: Id): void =>
  inLobby(state, state.checkIns.get(id)?.reservation, waiting => [...waiting, id])

function inLobby(state: State, id: Id | undefined, to: (waiting: readonly Id[]) => readonly Id[]): void {
  const reservation = id === undefined ? undefined : state.reservations.get(id)
  if (reservation) state.reservations.set(reservation.id, { ...reservation, inLobby: to(reservation.inLobby) })
}

function recognised(
  state: State,
  checkIn: CheckIn,
  { welcomed, welcomeUntil }: EventOf<'CheckInRecognised'>,
  { at }: LineMeta,
): CheckIn {
  return {
    ...checkIn,
    glance: false,
    recognisedAt: at,
    ...welcomeOf(state, welcomed),
    ...(welcomeUntil !== undefined && { welcomeUntil }),
  }
}

function welcomeOf({ checkIns }: State, welcomed: boolean): Pick<CheckIn, 'welcomed' | 'welcomeOver' | 'welcomeTurn'> {
  if (!welcomed) return { welcomed, welcomeOver: true }
  let welcomeTurn = 0
  for (const before of checkIns.values())
    if (before.welcomeTurn !== undefined) welcomeTurn = Math.max(welcomeTurn, before.welcomeTurn + 1)
  return { welcomed, welcomeOver: false, welcomeTurn }
}

/** What the code or number led to was another's; who stands there stays, how many they are and what they read. */
function mistaken(checkIn: CheckIn, { offer }: EventOf<'CheckInMistaken'>): CheckIn {
  const { id, at, how, kiosk, credential, party, language, discreet, lapsesAt, status } = checkIn
  return {
    ...{ id, at, how, discreet, lapsesAt, status },
    ...(kiosk !== undefined && { kiosk }),
    ...(credential !== undefined && { credential }),
    ...(party !== undefined && { party }),
    ...(language !== undefined && { language }),
    ...(offer !== undefined && { offer }),
    glance: false,
    welcomed: false,
    welcomeOver: true,
  }
}

function failed(state: State, event: EventOf<'CheckInFailed'>, { at, by }: LineMeta): void {
  changeClaim(state, by, claim => ({ ...claim, failures: claim.failures + 1 }))
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
