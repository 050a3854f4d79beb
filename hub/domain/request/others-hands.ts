/** A colleague was first: the refusals that say who. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import { type Refusal, refuse } from '../../../shared/protocol/refusals.ts'
import type { Request } from '../state.ts'

export const alreadyTaken = ({ takenBy }: Request): Refusal => refuse('already-taken', 'none', who(takenBy))

export const notYours = ({ takenBy }: Request): Refusal => refuse('not-allowed', 'none', who(takenBy))

export const alreadyResolved = ({ resolvedBy }: Request): Refusal => refuse('already-resolved', 'none', who(resolvedBy))

const who = (staff: Id | undefined): { about?: Id } => (staff === undefined ? {} : { about: staff })
