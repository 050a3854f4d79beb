/** Who of the house is called so: in a list of members it stands who looks after whom. */
import type { Id } from '../../../../shared/protocol/primitives.ts'
import type { StaffView } from '../../../../shared/protocol/views/console.ts'

/** Undefined for nobody, and for two of one name. */
export const staffCalled =
  (staff: readonly StaffView[]) =>
  (name: string): Id | undefined => {
    const [one, ...others] = staff.filter(({ gone, name: own }) => !gone && Object.values(own).includes(name))
    return others.length === 0 ? one?.id : undefined
  }
