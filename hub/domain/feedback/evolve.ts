/** What a face makes of its visit. */
import type { LineMeta } from '../decision.ts'
import type { State } from '../state.ts'
import type { FeedbackEvent } from './events.ts'

export function evolveFeedback(state: State, event: FeedbackEvent, { at }: LineMeta): void {
  const visit = state.visits.get(event.visit)
  if (!visit) return
  const { guest, face, factors, reward } = event
  state.visits.set(visit.id, {
    ...visit,
    feedback: new Map([...visit.feedback, [guest, { face, factors, at }]]),
    ...(reward !== undefined && { rewarded: reward }),
  })
}
