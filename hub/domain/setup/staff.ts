/** Who works here: added, renamed, given another role or other floors, and gone. Their name stays with what they did. */
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import { isEasyPin } from '../../../shared/protocol/easy-pin.ts'
import { type Refusal, refuse } from '../../../shared/protocol/refusals.ts'
import type { Role } from '../../../shared/protocol/words.ts'
import type { Decision, Meta } from '../decision.ts'
import type { Event } from '../events.ts'
import { givenUp } from '../request/given-up.ts'
import { refusePin } from '../staff/pin.ts'
import type { Staff } from '../staff/staff.ts'
import type { ReadState } from '../state.ts'
import { changesBetween, type FieldChange } from './change.ts'

export type PeopleChange = CommandOf<'NewStaff' | 'SaveStaff' | 'RemoveStaff'>

export function decidePeople(state: ReadState, command: PeopleChange, meta: Meta): Decision {
  const { by, facts } = meta
  if (by.kind !== 'staff') return refuse('not-allowed')
  const before = command.type === 'NewStaff' ? undefined : meta.staff(command.staff)
  if (command.type !== 'NewStaff' && !before) return refuse('unknown', 'look-again', { about: command.staff })
  const role = command.type === 'RemoveStaff' ? undefined : command.role
  const refused =
    refuseRole(by.role, before?.role, role, by.staff === before?.id) ??
    refusePin(state, meta, by.staff, facts.pin) ??
    refuseName(command, meta) ??
    refuseEasyPin(command) ??
    refuseLastOwner(before, role, meta)
  if (refused) return refused
  const row = facts.staged?.find(({ kind }) => kind === 'staff')
  if (!row) return { events: [] }
  const fields = told(before, command)
  const changed: Event = { type: 'StaffChanged', staff: row.id, rev: row.rev, fields }
  // Whoever may do something else now signs in for it anew.
  const out = before && before.role !== role ? signedOut(state, before, role === undefined, meta) : []
  return { events: [changed, ...out], result: { staff: row.id } }
}

/** They had left when the house was put back from before that: no matter who says so. */
export function removeAgain(state: ReadState, { staff }: CommandOf<'RemoveAgain'>, meta: Meta): Decision {
  const before = meta.staff(staff)
  const row = meta.facts.staged?.find(({ kind, id }) => kind === 'staff' && id === staff)
  if (!before || !row) return refuse('unknown', 'look-again', { about: staff })
  const refused = refuseLastOwner(before, undefined, meta)
  if (refused) return refused
  const changed: Event = { type: 'StaffChanged', staff, rev: row.rev, fields: gone }
  return { events: [changed, ...signedOut(state, before, true, meta)] }
}

/** As whom somebody is written down; names are people's own and are in no fact. */
export const staffFields = ({ name, role, zone }: Pick<Staff, 'name' | 'role' | 'zone'>) => ({ name, role, zone })

function told(before: Staff | undefined, command: PeopleChange): readonly FieldChange[] {
  if (command.type === 'RemoveStaff') return gone
  const was = before && staffFields(before)
  return changesBetween(was, staffFields(command)).flatMap(change =>
    change.field.startsWith('name') ? [{ field: change.field }] : change,
  )
}

const gone: readonly FieldChange[] = [{ field: 'gone', now: true }]

/** Managers are the owner's affair; nobody raises or removes themselves. */
function refuseRole(by: Role, was: Role | undefined, now: Role | undefined, own: boolean): Refusal | undefined {
  if (own && was !== now) return refuse('not-allowed', 'ask-manager')
  const below = (role: Role | undefined) => role !== 'manager' && role !== 'owner'
  if (by === 'owner' || own || (by === 'manager' && below(was) && below(now))) return undefined
  return refuse('not-allowed', 'ask-manager')
}

/** One signs in by one's name. */
function refuseName(command: PeopleChange, { everybody }: Meta): Refusal | undefined {
  if (command.type === 'RemoveStaff') return undefined
  const self = command.type === 'SaveStaff' ? command.staff : undefined
  const taken = everybody().some(one => one.id !== self && one.name.zhHans === command.name.zhHans)
  return taken ? refuse('name-taken', 'choose-other') : undefined
}

const refuseEasyPin = (command: PeopleChange): Refusal | undefined =>
  command.type === 'NewStaff' && isEasyPin(command.newPin) ? refuse('easy-pin', 'choose-other') : undefined

function refuseLastOwner(before: Staff | undefined, role: Role | undefined, { everybody }: Meta): Refusal | undefined {
  if (before?.role !== 'owner' || role === 'owner') return undefined
  const others = everybody().some(one => one.role === 'owner' && one.id !== before.id)
  return others ? undefined : refuse('last-owner', 'choose-other', { about: before.id })
}

function signedOut(state: ReadState, { id }: Staff, gone: boolean, meta: Meta): Event[] {
  const open = [...state.sessions.values()].filter(({ staff }) => staff === id)
  return [
    ...open.map(({ id: session }): Event => ({ type: 'SignedOut', session, why: 'pin-reset' })),
    ...(gone && state.shifts.has(id) ? [{ type: 'ShiftEnded', staff: id, why: 'left' } as const] : []),
    ...(gone ? givenUp(state, { staff: id, onDuty: false }, meta) : []),
  ]
}
