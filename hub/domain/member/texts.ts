/** What was typed for one evening: the names and numbers that reservations, check-ins and visits lead to. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import { seekerTexts } from '../seeker/seeker.ts'
import type { ReadState } from '../state.ts'

type Tables = Pick<ReadState, 'reservations' | 'checkIns' | 'visits'>

/** Of evenings that are over: nothing leads to them once the day has rolled. A party that sings on keeps its name. */
export function textsOver({ reservations, checkIns, visits }: Tables): readonly Id[] {
  const rows = [
    ...[...reservations.values()].map(({ status, text, phone, note }) => ({
      lives: status === 'held',
      texts: [text, phone, note],
    })),
    ...[...checkIns.values()].map(({ status, text }) => ({ lives: status === 'waiting', texts: [text] })),
    ...[...visits.values()].map(visit => ({
      lives: visit.status !== 'closed',
      texts: [visit.text, ...seekerTexts(visit)],
    })),
  ]
  const known = (alive: boolean) =>
    new Set(rows.flatMap(({ lives, texts }) => (lives === alive ? texts.filter(text => text !== undefined) : [])))
  const alive = known(true)
  return [...known(false)].filter(text => !alive.has(text))
}

export function textsOf(state: Tables, member: Id): ReadonlySet<Id> {
  const found = new Set<Id>()
  const note = (text: Id | undefined) => text !== undefined && found.add(text)
  for (const one of state.reservations.values())
    if (one.member === member) [one.text, one.phone, one.note].forEach(note)
  for (const one of state.checkIns.values()) if (one.member === member) note(one.text)
  for (const one of state.visits.values()) if (one.host === member) note(one.text)
  return found
}
