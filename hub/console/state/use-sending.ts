/**
 * What was typed is sent: `onDone` once the hub did it. Until then, and where it is refused, all of it stays, with why beside
 * it. Who left meanwhile is told where they are.
 */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { PeopleCommand } from '../../../shared/protocol/commands.ts'
import { useHouse } from './house.ts'
import { isSameTap } from './same-tap.ts'

export interface Sending {
  /** It, or the very same, is on its way. */
  readonly busy: boolean
  /** Why the hub did not. */
  readonly wrong: string | undefined
  send(): Promise<void>
}

/** `said` when the hub did it. */
export function useSending(command: PeopleCommand | undefined, onDone: () => void, said?: string): Sending {
  const house = useHouse()
  const [sending, setSending] = useState(false)
  const [wrong, setWrong] = useState<string>()
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
    wrong,
    async send() {
      if (busy || !command) return
      setSending(true)
      setWrong(undefined)
      const complain = (words: string) => (here.current ? setWrong(words) : house.notices.complain(words))
      const done = await house.outcomeOf(command, false, complain)
      setSending(false)
      if (!done) return
      if (said !== undefined) house.notices.say(said)
      if (here.current) onDone()
    },
  }
}
