/** Who is signed in where. A session lives from what is done in it: each line of the journal by staff keeps it awake. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { LineMeta } from '../decision.ts'
import type { ReadState, Session, State } from '../state.ts'

export function noticeSession(state: State, { at, by }: LineMeta): void {
  if (by.staff === undefined || by.device === undefined) return
  const session = state.sessions.get(by.device)
  if (session?.staff === by.staff) state.sessions.set(by.device, { ...session, lastUsedAt: at })
}

/** Sessions are kept by device, of which there are few. */
export function sessionCalled(state: ReadState, id: Id): Session | undefined {
  for (const session of state.sessions.values()) if (session.id === id) return session
  return undefined
}
