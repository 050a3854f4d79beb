/** Who may give the house's money away: somebody with a PIN, and for more than a little a second person with theirs. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import type { Role } from '../../../shared/protocol/words.ts'
import type { Meta, Refused } from '../decision.ts'
import { leads } from '../principal.ts'
import { refusePin } from '../staff/pin.ts'
import type { ReadState } from '../state.ts'

export interface Giver {
  readonly staff: Id
  readonly role: Role
  readonly second?: Id
}

/** Money that was due is given away by two people of whom one answers for the house: else a friend at the bar would do. */
export function oneLeads({ role, second }: Giver, { staff }: Pick<Meta, 'staff'>): boolean {
  const other = second === undefined ? undefined : staff(second)?.role
  return leads(role) || leads(other)
}

/**
 * `wanted`: whether it takes a second person. One that is named must be right in any case. The refusal carries the fact
 * of a wrong PIN: hand it on whole.
 */
export function checkPeople(
  state: ReadState,
  meta: Meta,
  second: { readonly staff: Id } | undefined,
  wanted: boolean,
): Giver | Refused {
  const { by, facts } = meta
  if (by.kind !== 'staff') return refuse('not-allowed', 'sign-in')
  const wrong = refusePin(state, meta, by.staff, facts.pin)
  if (wrong) return wrong
  if (!second && wanted && !isAlone(by, meta)) return refuse('second-person', 'ask-manager')
  if (!second) return { staff: by.staff, role: by.role }
  if (second.staff === by.staff) return refuse('second-person', 'ask-manager')
  const secondWrong = refusePin(state, meta, second.staff, facts.second)
  if (secondWrong) return secondWrong
  if (areOneHand(by.staff, second.staff, meta)) return refuse('one-hand', 'choose-other', { about: second.staff })
  return { staff: by.staff, role: by.role, second: second.staff }
}

/** Whoever leads and has nobody: there is no second person in that house, and it is their own money. */
const isAlone = ({ role }: { readonly role: Role }, { everybody }: Pick<Meta, 'everybody'>): boolean =>
  leads(role) && everybody().length === 1

/**
 * Who has set a colleague's PIN could be both: until the owner sets it, the two of them are one. So are two whose PINs one other
 * set, where one of them leads: by themselves nobody sets the PIN of who does, but may be raised after it was set.
 */
function areOneHand(one: Id, other: Id, { staff }: Pick<Meta, 'staff'>): boolean {
  const [ofOne, ofOther] = [knownTo(one, staff), knownTo(other, staff)]
  if (ofOne.has(other) || ofOther.has(one)) return true
  return [one, other].some(id => leads(staff(id)?.role)) && [...ofOne].some(id => ofOther.has(id))
}

/** Who may know the PIN of `id`: who set it, and who may know theirs. An owner is nobody else's hand, as long as they are one. */
function knownTo(id: Id, staff: Meta['staff']): ReadonlySet<Id> {
  const all = new Set<Id>()
  let from = staff(id)?.pinFrom
  while (from !== undefined && !all.has(from)) {
    all.add(from)
    from = staff(from)?.pinFrom
  }
  return new Set([...all].filter(each => (staff(each)?.role ?? 'owner') !== 'owner'))
}
