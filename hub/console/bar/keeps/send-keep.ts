/** What is done to a bottle by two people's PINs: said once the hub did it; where the bottle is not as it was seen, it is looked at again. */
import type { CommandOf } from '../../../../shared/protocol/commands.ts'
import type { Refusal } from '../../../../shared/protocol/refusals.ts'
import type { House } from '../../state/house.ts'
import type { Words } from '../../state/notices.ts'

export interface KeepSent {
  readonly said: Words
  readonly onDone: () => void
  readonly onChanged: () => void
}

/** The refusal that is left to say. */
export async function sendKeep(
  house: House,
  command: CommandOf<'DrawKeep' | 'CorrectKeep'>,
  { said, onDone, onChanged }: KeepSent,
): Promise<Refusal | undefined> {
  const answer = await house.link.sendNow(command)
  if (answer.ok) {
    house.notices.say(said)
    onDone()
    return undefined
  }
  const { refusal } = answer
  if (refusal.about !== command.keep || refusal.next !== 'look-again') return refusal
  house.complain(refusal)
  onChanged()
  return undefined
}
