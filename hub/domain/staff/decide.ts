/** Sessions on consoles, and PINs. */
import { assertNever } from '../../../shared/protocol/assert-never.ts'
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import { isEasyPin } from '../../../shared/protocol/easy-pin.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import type { Role } from '../../../shared/protocol/words.ts'
import type { Decision, Meta } from '../decision.ts'
import type { EventOf } from '../events.ts'
import type { ReadState, Session } from '../state.ts'
import { backUp, restoreHouse } from './backup.ts'
import { dueSession } from './due.ts'
import { endPairing, startPairing } from './pairing.ts'
import { refusePin } from './pin.ts'
import { sessionCalled } from './session.ts'
import { decideShift } from './shift.ts'

export type StaffCommand = CommandOf<
  | 'SignIn'
  | 'SignOut'
  | 'ResetPin'
  | 'ExpireSession'
  | 'StartPairing'
  | 'EndPairing'
  | 'BackUp'
  | 'RestoreHouse'
  | 'StartShift'
  | 'EndShift'
  | 'LapseShift'
>

export function decideStaff(state: ReadState, command: StaffCommand, meta: Meta): Decision {
  switch (command.type) {
    case 'SignIn':
      return signIn(state, command.staff, meta)
    case 'SignOut': {
      const { by } = meta
      const left = (session: Session) =>
        by.kind === 'staff' &&
        session.staff === by.staff &&
        (session.device === by.device) === (command.elsewhere === undefined) &&
        // A tap that was kept meant those of then.
        (command.elsewhere === undefined || session.since <= meta.tappedAt)
      return { events: [...state.sessions.values()].filter(left).map(({ id }) => signedOut(id, 'left')) }
    }
    case 'StartPairing':
      return startPairing(state, meta)
    case 'EndPairing':
      return endPairing(state, meta)
    case 'BackUp':
      return backUp(state)
    case 'RestoreHouse':
      return restoreHouse(state, meta)
    case 'StartShift':
    case 'EndShift':
    case 'LapseShift':
      return decideShift(state, command, meta)
    case 'ResetPin':
      return resetPin(state, command, meta)
    case 'ExpireSession': {
      const due = dueSession(sessionCalled(state, command.session))
      return { events: due && meta.at >= due.at ? [signedOut(command.session, 'expired')] : [] }
    }
    default:
      return assertNever(command)
  }
}

function signIn(state: ReadState, staff: Id, meta: Meta): Decision {
  const { by, at } = meta
  if (by.kind !== 'console' && by.kind !== 'station' && by.kind !== 'staff') return refuse('not-allowed')
  const refused = refusePin(state, meta, staff, meta.facts.pin)
  if (refused) return refused
  const former = state.sessions.get(by.device)
  const session = meta.id('s')
  const { sessionIdleMs, sessionMs } = meta.venue.policy
  const signedIn: EventOf<'SignedIn'> = {
    type: 'SignedIn',
    session,
    device: by.device,
    staff,
    // A console of one's own is put away with its owner; where the hub does not know, it is anybody's.
    idleMs: meta.facts.sharedConsole === false ? sessionMs : sessionIdleMs,
    endsAt: at + sessionMs,
  }
  return { events: former ? [signedOut(former.id, 'replaced'), signedIn] : [signedIn], result: { session } }
}

function resetPin(state: ReadState, { staff, newPin }: CommandOf<'ResetPin'>, meta: Meta): Decision {
  const { by, facts } = meta
  if (by.kind !== 'staff') return refuse('not-allowed')
  const whose = meta.staff(staff)
  if (!whose) return refuse('unknown', 'look-again', { about: staff })
  // A PIN that ten wrong tries turned off is the owner's affair, even where the manager could set it.
  if (!maySet(by.role, whose.role, by.staff === staff) || (state.pins.get(staff)?.off && by.role !== 'owner'))
    return refuse('not-allowed', 'ask-manager', { about: staff })
  const refused = refusePin(state, meta, by.staff, facts.pin)
  if (refused) return refused
  return renewed(state, { staff, newPin }, meta, {})
}

/**
 * By whoever has the hub's machine and the house's folder, and so everything: no PIN is asked for. It is the way back for an
 * owner who forgot theirs, or whose PIN ten wrong tries turned off, at whichever console.
 */
export function resetPinAtHub(state: ReadState, whose: NewPin, meta: Pick<Meta, 'staff' | 'facts'>): Decision {
  if (!meta.staff(whose.staff)) return refuse('unknown', 'look-again', { about: whose.staff })
  return renewed(state, whose, meta, { atHub: true })
}

type NewPin = Pick<CommandOf<'ResetPin'>, 'staff' | 'newPin'>

/** Whoever is signed in with the old one is out. */
function renewed(
  state: ReadState,
  { staff, newPin }: NewPin,
  { facts }: Pick<Meta, 'facts'>,
  where: Pick<EventOf<'PinReset'>, 'atHub'>,
): Decision {
  if (isEasyPin(newPin)) return refuse('easy-pin', 'choose-other', { about: staff })
  if (!facts.saved) return refuse('unknown', 'look-again', { about: staff })
  const open = [...state.sessions.values()].filter(session => session.staff === staff)
  return {
    events: [
      { type: 'PinReset', staff, rev: facts.saved.rev, ...where },
      ...open.map(session => signedOut(session.id, 'pin-reset')),
    ],
  }
}

/** Managers reset PINs of roles below theirs, the owner everybody's, anyone their own. */
function maySet(by: Role, whose: Role, own: boolean): boolean {
  if (by === 'owner' || own) return true
  return by === 'manager' && whose !== 'manager' && whose !== 'owner'
}

const signedOut = (session: Id, why: EventOf<'SignedOut'>['why']): EventOf<'SignedOut'> => ({
  type: 'SignedOut',
  session,
  why,
})
