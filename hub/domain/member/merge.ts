/** 重复会员: two files turn out to be one person's. What either was part of is the kept one's from then on. */
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import { waitingOf } from '../check-in/waiting.ts'
import { commits, type Decision, type Meta } from '../decision.ts'
import { refusePin } from '../staff/pin.ts'
import type { ReadState, State } from '../state.ts'
import type { Table } from '../table.ts'
import type { MemberEvent } from './events.ts'

/** Both rows are on the disk already: the kept one as it will be, the end of the other. */
export function merge(state: ReadState, { kept, gone }: CommandOf<'MergeMembers'>, meta: Meta): Decision {
  const { by, facts } = meta
  if (by.kind !== 'staff') return refuse('not-allowed')
  const refused = refusePin(state, meta, by.staff, facts.pin)
  if (refused) return refused
  if (kept === gone) return refuse('malformed', 'choose-other', { about: kept })
  const end = facts.staged?.find(({ id }) => id === gone)
  if (!end || !facts.staged?.some(({ id }) => id === kept)) return refuse('unknown', 'look-again', { about: gone })
  // Nobody is in two places: whoever was taken for the other has to be set right first.
  if (isHere(state, kept) && isHere(state, gone)) return refuse('both-here', 'look-again', { about: gone })
  const { staged } = facts
  return {
    events: [
      ...commits({ ...facts, staged: staged.filter(row => row !== end) }),
      { type: 'MembersMerged', kept, gone, rev: end.rev },
    ],
    result: { member: kept },
  }
}

const isHere = (state: ReadState, member: Id): boolean =>
  state.present.has(member) || waitingOf(state, member) !== undefined

/** Wherever the one was, the other is. */
export function evolveMerge(state: State, { kept, gone }: Extract<MemberEvent, { type: 'MembersMerged' }>): void {
  const named = (id: Id | undefined) => (id === gone ? kept : id)
  for (const visit of each(state.visits)) {
    const { host, booker, members, left } = visit
    if (host !== gone && booker !== gone && !members.includes(gone) && !left?.includes(gone)) continue
    state.visits.set(visit.id, {
      ...visit,
      ...(host === gone && { host: kept }),
      ...(booker === gone && { booker: kept }),
      members: [...new Set(members.map(one => (one === gone ? kept : one)))],
      ...(left && { left: left.map(one => (one === gone ? kept : one)) }),
    })
  }
  const visit = state.present.get(gone)
  if (visit !== undefined) {
    state.present.delete(gone)
    state.present.set(kept, visit)
  }
  for (const one of each(state.checkIns)) if (one.member === gone) state.checkIns.set(one.id, { ...one, member: kept })
  for (const one of each(state.keeps)) if (one.member === gone) state.keeps.set(one.id, { ...one, member: kept })
  for (const one of each(state.reservations)) {
    const [member, booker] = [named(one.member), named(one.booker)]
    if (member === one.member && booker === one.booker) continue
    state.reservations.set(one.id, {
      ...one,
      ...(member !== undefined && { member }),
      ...(booker !== undefined && { booker }),
    })
  }
  for (const [kiosk, trouble] of [...state.kioskTrouble.entries()])
    if (trouble.member === gone) state.kioskTrouble.set(kiosk, { ...trouble, member: kept })
  // Who asked to leave has asked, by whichever name.
  const leaving = state.leaving.get(gone)
  if (!leaving) return
  state.leaving.delete(gone)
  state.leaving.set(kept, { at: Math.min(leaving.at, state.leaving.get(kept)?.at ?? leaving.at) })
}

/** As it is now: the table is written while it is gone through. */
const each = <V>(table: Table<V>): readonly V[] => [...table.values()]
