/** Waits for the next card at a reader. While this is on the screen the card is for the desk; the lobby has its reader back after. */
import { useEffect, useState } from 'preact/hooks'
import type { Id } from '../../../shared/protocol/primitives.ts'
import { useHouse } from '../state/house.ts'

export type CardReading =
  /** The hub does not know yet: a card would still be the lobby's. */
  | { readonly at: 'asking' }
  | { readonly at: 'waiting' }
  | { readonly at: 'read'; readonly read: Id; readonly tail: string }
  /** Somebody else waits there, or the hub cannot be asked. */
  | { readonly at: 'busy' }
  | { readonly at: 'over' }

const askEveryMs = 800
/** Nobody stands there any more. */
const waitsMs = 60_000

/** `round`: another number waits anew. `after`: a card that counts already. */
export function useCardRead(device: Id | undefined, round: number, after?: Id): CardReading {
  const house = useHouse()
  const [reading, setReading] = useState<CardReading>({ at: 'asking' })
  useEffect(() => {
    setReading({ at: 'asking' })
    if (device === undefined) return undefined
    const since = Date.now()
    let timer: ReturnType<typeof setTimeout> | undefined
    let stopped = false
    const ask = async () => {
      const answer = await house.link.ask({ type: 'ReadCard', device, ...(after !== undefined && { after }) })
      if (stopped) return
      if (answer.ok && answer.value.read !== undefined)
        return setReading({ at: 'read', read: answer.value.read, tail: answer.value.tail ?? '' })
      if (Date.now() - since > waitsMs) return setReading({ at: 'over' })
      setReading({ at: answer.ok ? 'waiting' : 'busy' })
      timer = setTimeout(() => void ask(), askEveryMs)
    }
    void ask()
    return () => {
      stopped = true
      clearTimeout(timer)
    }
  }, [house, device, round, after])
  return reading
}
