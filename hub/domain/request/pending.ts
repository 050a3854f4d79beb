/** Which calls and complaints of a party still want somebody. */
import { assertNever } from '../../../shared/protocol/assert-never.ts'
import type { ReadState, Request, Visit } from '../state.ts'

/** Oldest first. */
export const pendingOf = (state: ReadState, { requests }: Visit): readonly Request[] =>
  requests.flatMap(id => state.requests.get(id) ?? []).filter(isPending)

export const isPending = ({ status }: Request): boolean => status === 'open' || status === 'acknowledged'

export const isSameKind = (a: Request['what'], b: Request['what']): boolean => kindOf(a) === kindOf(b)

function kindOf(what: Request['what']): string {
  switch (what.kind) {
    case 'service':
      return `service ${what.service}`
    case 'complaint':
      return `complaint ${what.category}`
    case 'desk':
      return `desk ${what.why}`
    case 'copied':
      return `copied ${what.device}`
    default:
      return assertNever(what)
  }
}
