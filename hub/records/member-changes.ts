/** New versions of a member's row: by enrolling on a phone, by the member, and by staff. */

import type { MemberChanges } from '../../shared/protocol/commands/house.ts'
import type { OwnChanges } from '../../shared/protocol/commands/membership.ts'
import type { CommandOf } from '../../shared/protocol/commands.ts'
import type { Id } from '../../shared/protocol/primitives.ts'
import { tastes as offeredTastes } from '../../shared/protocol/words.ts'
import type { Member } from '../domain/member/member.ts'
import type { Principal } from '../domain/principal.ts'

/** Notes kept per member, the newest. */
export const keptNotes = 100

export function changedMember(
  before: Member,
  { note, withoutNote: out, ...changes }: MemberChanges,
  by: Principal,
  at: number,
): Member {
  const author = by.kind === 'staff' ? by.staff : ''
  const left = out ? before.notes.filter(one => one.at !== out.at || one.by !== out.by) : before.notes
  const notes = note === undefined ? left : [...left, { at, by: author, text: note }].slice(-keptNotes)
  const { name, say, phone, birthday, accountManager, ...member } = { ...before, ...changes }
  return {
    ...member,
    // A list shows who it is also where nobody knows their name.
    name: name === '' ? member.called : name,
    ...(say && { say }),
    ...(phone && { phone }),
    ...(birthday && { birthday }),
    ...(accountManager && { accountManager }),
    notes,
  }
}

/** The desk writes down who has no file yet: nobody's card, and no code before they ask for one. */
export const memberFromDesk = (
  id: Id,
  details: CommandOf<'NewMember'>['details'],
  by: Principal,
  at: number,
): Member => {
  const blank: Member = {
    id,
    called: details.called,
    name: details.called,
    tier: 'silver',
    cards: [],
    tastes: [],
    taboos: [],
    notes: [],
    welcome: false,
    discreet: false,
    blocked: false,
    since: at,
  }
  return changedMember(blank, details, by, at)
}

/** Of what they like, the page shows and changes the words it offers; what staff wrote beside them stays. */
export function changedByThemselves(member: Member, { tastes, ...changes }: OwnChanges): Member {
  const offered: readonly string[] = offeredTastes
  return {
    ...member,
    ...changes,
    ...(tastes && { tastes: [...tastes, ...member.tastes.filter(taste => !offered.includes(taste))] }),
  }
}

/** Whatever code led to them before leads to nobody. */
export const withCode = ({ formerly = [], ...member }: Member, code: string): Member => ({
  ...member,
  code,
  ...(formerly.length > 0 && { formerly: formerly.map(({ id }) => ({ id })) }),
})

export const enrolledMember = (id: Id, enrol: CommandOf<'Enrol'>, code: string, at: number): Member => ({
  id,
  called: enrol.called,
  name: enrol.called,
  tier: 'guest',
  cards: [],
  code,
  tastes: enrol.tastes,
  taboos: [],
  notes: [],
  welcome: enrol.welcome,
  discreet: enrol.discreet,
  blocked: false,
  since: at,
})
