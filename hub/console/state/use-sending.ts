/**
 * What was typed is sent: `onDone` once the hub did it. Until then, and where it is refused, all of it stays, with why beside
 * it. Who left meanwhile is told where they are.
 */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { PeopleCommand } from '../../../shared/protocol/commands.ts'
import type { Refusal } from '../../../shared/protocol/refusals.ts'
import type { DraftOf } from './drafts.ts'
import { useHouse } from './house.ts'
import type { Words } from './notices.ts'
import { isSameTap } from './same-tap.ts'

export interface Sending {
  /** It, or the very same, is on its way. */
  readonly busy: boolean
  /** Why the hub did not. */
  readonly wrong: string | undefined
  /** `other`: that in its place. */
  send(other?: PeopleCommand): Promise<void>
}

/** `said` when the hub did it; then what it was typed in goes too, wherever its writer is: it would be sent once more. */
export function useSending(
  command: PeopleCommand | undefined,
  onDone: () => void,
  said?: Words,
  draft?: DraftOf<unknown>,
): Sending {
  const house = useHouse()
  const [sending, setSending] = useState(false)
  const [refusal, setRefusal] = useState<Refusal>()
  const here = useRef(true)
  useEffect(
    () => () => {
      here.current = false
    },
    [],
  )
  const busy = sending || (command !== undefined && isSameTap(command, house.link.pending.value))
  return {
    busy,
    wrong: refusal && house.wordsOf(refusal),
    async send(other) {
      const sent = other ?? command
      if (busy || !sent) return
      setSending(true)
      setRefusal(undefined)
      const typed = draft?.latest()
      const complain = (no: Refusal) => (here.current ? setRefusal(no) : house.complain(no))
      const done = await house.outcomeOf(sent, false, complain)
      setSending(false)
      if (!done) return
      if (said !== undefined) house.notices.say(said)
      // Left and begun anew, it is another's.
      if (draft?.latest() === typed) draft?.drop()
      if (here.current) onDone()
    },
  }
}
