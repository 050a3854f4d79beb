/** Who is signed in, and whether a touched session can have changed that. */
import type { Id } from '../../shared/protocol/primitives.ts'
import type { Touched, ViewContext } from './context.ts'
import { onceAMoment } from './worked-out-once.ts'

/** The staff with a session on some console. */
export const signedIn = onceAMoment(({ state }): ReadonlySet<Id> => {
  const staff = new Set<Id>()
  for (const session of state.sessions.values()) staff.add(session.staff)
  return staff
})

// Longer than any batch takes to close, so that a session that began within this batch is younger.
const youngMs = 60_000

/**
 * A session is touched by everything that is done in it. Only where it ended, or began so lately that it may have
 * replaced somebody's, can another person be signed in now.
 */
export function signInsChanged({ state, now }: ViewContext, { tables, staff }: Touched): boolean {
  if (staff) return true
  for (const device of tables.sessions) {
    const session = state.sessions.get(device)
    if (!session || now - session.since < youngMs) return true
  }
  return false
}
