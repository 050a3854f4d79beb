/** Members and devices as records: the row was written before the decision, and its fact commits it. */
import { assertNever } from '../../../shared/protocol/assert-never.ts'
import type { MemberChanges } from '../../../shared/protocol/commands/house.ts'
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import { type Refusal, refuse } from '../../../shared/protocol/refusals.ts'
import type { Decision, Facts, Meta } from '../decision.ts'
import type { Event } from '../events.ts'
import { isLead } from '../principal.ts'
import { pairingAllowed } from '../staff/pairing.ts'
import type { ReadState } from '../state.ts'

export type RecordCommand = CommandOf<
  | 'NewMember'
  | 'SaveMember'
  | 'AddCard'
  | 'BlockCard'
  | 'UnblockCard'
  | 'ReplaceCard'
  | 'RenewCode'
  | 'SetCardFormat'
  | 'SetCamera'
  | 'ConfirmPairing'
  | 'ReadmitDevice'
  | 'PlaceReader'
  | 'RenameDevice'
  | 'RevokeDevice'
  | 'RevokeAgain'
>

export function decideRecord(state: ReadState, command: RecordCommand, meta: Meta): Decision {
  const { saved } = meta.facts
  switch (command.type) {
    case 'NewMember':
      if (!saved) return refuse('unavailable', 'try-again')
      if (!isColleague(command.details.accountManager, meta)) return refuse('unknown', 'look-again')
      return mayBan(command.details, meta) ?? samePhone(meta) ?? { ...savedMember(saved), result: { member: saved.id } }
    case 'SaveMember':
      // What a tier is worth, and whose guest they are, is the house's to say; whoever receives guests writes down who they are.
      if ((command.changes.tier ?? command.changes.accountManager) !== undefined && !isLead(meta.by))
        return refuse('not-allowed', 'ask-manager', { about: command.member })
      if (!mayRemove(command.changes.withoutNote, meta))
        return refuse('not-allowed', 'ask-manager', { about: command.member })
      if (!isColleague(command.changes.accountManager, meta)) return refuse('unknown', 'look-again')
      if (!saved) return refuse('unknown', 'look-again', { about: command.member })
      return mayBan(command.changes, meta) ?? samePhone(meta) ?? { ...savedMember(saved), result: { rev: saved.rev } }
    case 'AddCard':
    case 'UnblockCard':
    case 'RenewCode':
      return saved ? savedMember(saved) : refuse('unknown', 'look-again', { about: command.member })
    case 'BlockCard':
    case 'ReplaceCard':
      if (!saved) return refuse('unknown', 'look-again', { about: command.member })
      return { events: [{ type: 'CardBlocked', member: saved.id, rev: saved.rev }] }
    case 'SetCardFormat':
    case 'SetCamera':
      if (!saved) return refuse('unknown', 'look-again', { about: command.device })
      return { events: [{ type: 'RecordSaved', kind: 'device', ...saved }] }
    case 'ConfirmPairing':
    case 'ReadmitDevice': {
      const kind = command.type === 'ConfirmPairing' ? command.kind : meta.facts.deviceKind
      const allowed = pairingAllowed(state, meta, { ...command, kind })
      if ('refused' in allowed) return allowed
      if (!saved) return refuse(command.type === 'ConfirmPairing' ? 'bad-code' : 'code-expired', 'try-again')
      const paired: Event = { type: 'DevicePaired', device: saved.id, rev: saved.rev }
      return { events: [paired, ...allowed.goesOn], result: { device: saved.id } }
    }
    case 'PlaceReader':
    case 'RenameDevice':
      if (!saved) return refuse('unknown', 'look-again', { about: command.device })
      return { events: [{ type: 'RecordSaved', kind: 'device', ...saved }] }
    case 'RevokeDevice':
    case 'RevokeAgain':
      if (!saved) return refuse('unknown', 'look-again', { about: command.device })
      return { events: [{ type: 'DeviceRevoked', device: saved.id, rev: saved.rev }, ...signedOutOn(state, saved.id)] }
    default:
      return assertNever(command)
  }
}

const savedMember = (saved: NonNullable<Facts['saved']>): { events: Event[] } => ({
  events: [{ type: 'RecordSaved', kind: 'member', ...saved }],
})

/** Whom the house turns away, and takes in again, somebody answers for: by name, and with a reason. */
function mayBan({ blocked, note }: MemberChanges, { by }: Meta): Refusal | undefined {
  if (blocked === undefined) return undefined
  if (!isLead(by)) return refuse('not-allowed', 'ask-manager')
  return note === undefined ? refuse('malformed', 'look-again') : undefined
}

/** Whoever wrote a note takes it back themselves. */
const mayRemove = (note: MemberChanges['withoutNote'], { by }: Meta): boolean =>
  note === undefined || isLead(by) || (by.kind === 'staff' && by.staff === note.by)

/** Empty: nobody is named any more. */
const isColleague = (staff: Id | '' | undefined, meta: Meta): boolean =>
  staff === undefined || staff === '' || meta.staff(staff) !== undefined

/** A family may share a number; more often the same guest is written down twice. */
const samePhone = ({ facts: { phoneOf }, sure }: Meta): Refusal | undefined =>
  phoneOf === undefined || sure ? undefined : refuse('phone-taken', 'confirm', { about: phoneOf })

function signedOutOn(state: ReadState, device: Id) {
  const session = state.sessions.get(device)
  return session ? [{ type: 'SignedOut' as const, session: session.id, why: 'expired' as const }] : []
}
