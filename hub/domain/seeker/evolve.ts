/** Who stands at the door, and what the host said. */
import { assertNever } from '../../../shared/protocol/assert-never.ts'
import type { LineMeta } from '../decision.ts'
import type { Seeker, State } from '../state.ts'
import type { SeekerEvent } from './events.ts'

export function evolveSeeker(state: State, event: SeekerEvent, { at }: LineMeta): void {
  const visit = state.visits.get(event.visit)
  if (visit) state.visits.set(visit.id, { ...visit, seekers: after(visit.seekers ?? [], event, at) })
}

function after(seekers: readonly Seeker[], event: SeekerEvent, at: number): readonly Seeker[] {
  switch (event.type) {
    case 'HostAsked':
      return [
        ...seekers.filter(({ id }) => id !== event.seeker),
        { id: event.seeker, at, ...(event.text !== undefined && { text: event.text }) },
      ]
    case 'SeekerAnswered':
      return seekers.map(one => (one.id === event.seeker ? { ...one, answer: event.answer, answeredAt: at } : one))
    case 'SeekerGone':
      return seekers.filter(({ id }) => id !== event.seeker)
    default:
      return assertNever(event)
  }
}
