/** What happens in the lobby. */
import { assertNever } from '../../../shared/protocol/assert-never.ts'
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import type { Decision, Meta } from '../decision.ts'
import type { ReadState } from '../state.ts'
import { amend, partySaid, readsToo, resultOfSaid } from './amend.ts'
import { kioskOf, resultOf } from './arrival.ts'
import { enrol, walkIn } from './arrive.ts'
import { checkInAtDesk, checkInExpected } from './at-desk.ts'
import { callDesk } from './call-desk.ts'
import { refuseClaim } from './claim.ts'
import { dueLapse, dueWelcome } from './due.ts'
import { identify, misread } from './identify.ts'
import { leaveNumber } from './leave-number.ts'
import { restore } from './restore.ts'
import { join, seat } from './seat.ts'
import { waitingCheckIn } from './waiting.ts'

export type CheckInCommand = CommandOf<
  | 'TouchCard'
  | 'MisreadCard'
  | 'ScanCode'
  | 'EnterPhone'
  | 'WalkIn'
  | 'CallDesk'
  | 'SayParty'
  | 'Enrol'
  | 'LeaveNumber'
  | 'SeatCheckIn'
  | 'JoinVisit'
  | 'DismissCheckIn'
  | 'RestoreCheckIn'
  | 'AmendCheckIn'
  | 'CheckInMember'
  | 'CheckInReservation'
  | 'ClearTrouble'
  | 'EndWelcome'
  | 'LapseCheckIn'
>

export function decideCheckIn(state: ReadState, command: CheckInCommand, meta: Meta): Decision {
  switch (command.type) {
    case 'TouchCard':
      return identify(state, meta, 'card', command)
    case 'MisreadCard':
      return misread(state, meta)
    case 'ScanCode':
      return (
        refuseClaim(state, meta.by) ?? identify(state, meta, meta.by.kind === 'phone' ? 'phone-page' : 'code', command)
      )
    case 'EnterPhone':
      return withdrawing(state, command.instead, meta, identify(state, meta, 'phone-number', command))
    case 'WalkIn':
      return walkIn(state, command, meta)
    case 'CallDesk': {
      const kiosk = kioskOf(meta)
      return kiosk === undefined ? refuse('not-allowed') : callDesk(state, meta, kiosk, command.why)
    }
    case 'SayParty':
      return sayParty(state, command, meta)
    case 'Enrol':
      return refuseClaim(state, meta.by) ?? enrol(state, command, meta)
    case 'LeaveNumber':
      return leaveNumber(state, command, meta)
    case 'SeatCheckIn':
      return seat(state, command, meta)
    case 'JoinVisit':
      return join(state, command, meta)
    case 'DismissCheckIn': {
      const checkIn = waitingCheckIn(state, command.checkIn)
      if ('refused' in checkIn) return checkIn
      return { events: [{ type: 'CheckInDismissed', checkIn: checkIn.id }] }
    }
    case 'RestoreCheckIn':
      return restore(state, command.checkIn, meta)
    case 'AmendCheckIn':
      return amend(state, command, meta)
    case 'CheckInMember':
      return checkInAtDesk(state, meta, { party: command.party })
    case 'CheckInReservation':
      return checkInExpected(state, command, meta)
    case 'ClearTrouble':
      return { events: state.kioskTrouble.has(command.kiosk) ? [{ type: 'TroubleCleared', kiosk: command.kiosk }] : [] }
    case 'EndWelcome': {
      const due = dueWelcome(state.checkIns.get(command.checkIn))
      return { events: due && meta.at >= due.at ? [{ type: 'WelcomeEnded', checkIn: command.checkIn }] : [] }
    }
    case 'LapseCheckIn': {
      const due = dueLapse(state.checkIns.get(command.checkIn))
      return { events: due && meta.at >= due.at ? [{ type: 'CheckInLapsed', checkIn: command.checkIn }] : [] }
    }
    default:
      return assertNever(command)
  }
}

/** Another number was typed: whoever the first one led to is not here, and waits for nobody. */
function withdrawing(state: ReadState, id: Id | undefined, meta: Meta, decision: Decision): Decision {
  const slip = id === undefined ? undefined : state.checkIns.get(id)
  const typedHere = slip?.how === 'phone-number' && slip.kiosk === kioskOf(meta)
  if (!slip || !typedHere || slip.status !== 'waiting' || !slip.glance) return decision
  return { ...decision, events: [{ type: 'CheckInDismissed', checkIn: slip.id }, ...(decision.events ?? [])] }
}

function sayParty(state: ReadState, { checkIn: id, party, language }: CommandOf<'SayParty'>, meta: Meta): Decision {
  const checkIn = waitingCheckIn(state, id)
  if ('refused' in checkIn) return checkIn
  const kiosk = kioskOf(meta)
  // Another kiosk's guest is nobody's business here.
  if (kiosk !== undefined && checkIn.kiosk !== kiosk) return refuse('unknown', 'look-again')
  if (checkIn.party === party) return { events: readsToo(checkIn, language), result: resultOf(checkIn) }
  const said = { ...partySaid(state, checkIn, party, meta), ...(language !== undefined && { language }) }
  return { events: [said], result: resultOfSaid(checkIn, said) }
}
