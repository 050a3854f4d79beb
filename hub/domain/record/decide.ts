/** Members and devices as records: the row was written before the decision, and its fact commits it. */
import { assertNever } from '../../../shared/protocol/assert-never.ts'
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import type { Decision, Meta } from '../decision.ts'
import { refusePin } from '../staff/pin.ts'
import type { ReadState } from '../state.ts'

export type RecordCommand = CommandOf<'SaveMember' | 'BlockCard' | 'ConfirmPairing' | 'RevokeDevice'>

export function decideRecord(state: ReadState, command: RecordCommand, meta: Meta): Decision {
  const { saved } = meta.facts
  switch (command.type) {
    case 'SaveMember':
      if (!saved) return refuse('unknown', 'look-again', { about: command.member })
      return { events: [{ type: 'RecordSaved', kind: 'member', ...saved }], result: { rev: saved.rev } }
    case 'BlockCard':
      if (!saved) return refuse('unknown', 'look-again', { about: command.member })
      return { events: [{ type: 'CardBlocked', member: saved.id, rev: saved.rev }] }
    case 'ConfirmPairing': {
      if (meta.by.kind !== 'staff') return refuse('not-allowed')
      const refused = refusePin(state, meta, meta.by.staff, meta.facts.pin)
      if (refused) return refused
      if (!saved) return refuse('bad-code', 'try-again')
      return { events: [{ type: 'DevicePaired', device: saved.id, rev: saved.rev }], result: { device: saved.id } }
    }
    case 'RevokeDevice':
      if (!saved) return refuse('unknown', 'look-again', { about: command.device })
      return { events: [{ type: 'DeviceRevoked', device: saved.id, rev: saved.rev }, ...signedOutOn(state, saved.id)] }
    default:
      return assertNever(command)
  }
}

function signedOutOn(state: ReadState, device: Id) {
  const session = state.sessions.get(device)
  return session ? [{ type: 'SignedOut' as const, session: session.id, why: 'expired' as const }] : []
}
