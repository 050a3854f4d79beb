/** What is asked before a venue is made, and whether to make it. Nothing is written here. */
import type { Asking } from './ask.ts'
import type { Flags } from './flags.ts'
import { interview } from './interview.ts'
import type { VenuePlan } from './plan.ts'
import { readPin, readYes } from './read.ts'
import { summary } from './summary.ts'
import { withWayBack } from './way-back.ts'
import { makeIt, noRooms, ownerPin, ownerPinAgain } from './words.ts'

export interface Agreed {
  readonly plan: VenuePlan
  /** The owner's. */
  readonly pin: string
}

/** Undefined: whoever was asked would rather not. */
export function agree(flags: Flags, asking: Asking): Promise<Agreed | undefined> {
  return withWayBack(asking, async (retold, hasAsked) => {
    const plan = await interview(flags, flags.yes ? undefined : retold)
    if (plan.classes.every(({ floors }) => floors.every(({ rooms }) => rooms === 0))) throw new Error(noRooms)
    const pin = flags.ownerPin ?? (await retold.askSecret(ownerPin, ownerPinAgain, readPin))
    const agreed = { plan, pin }
    // A script says all of it in flags, and has nobody who would answer.
    if (flags.yes || !hasAsked()) return agreed
    retold.tell(summary(plan, flags.data))
    return (await retold.ask(makeIt, 'y', readYes)) ? agreed : undefined
  })
}
