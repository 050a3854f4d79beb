/** The hub's answer to a question that changes while somebody types; where there is none, why, and that it is asked again. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { AnswerOf, Query } from '../../../shared/protocol/queries.ts'
import type { Refusal } from '../../../shared/protocol/refusals.ts'
import { useHouse } from './house.ts'
import { type Asking, keepAsking } from './keep-asking.ts'

export interface Asked<T> {
  /** Undefined until it is there, and while nothing is asked; the last one stays until the next one comes. */
  readonly value: T | undefined
  /** Why what is asked now has no answer yet; said in place by `Missing`. */
  readonly refusal: Refusal | undefined
  again(): void
}

/** Between the last key and the question, ms. */
const pauseMs = 150

/** `anew`: another number asks anew. */
export function useAnswer<Q extends Query>(query: Q | undefined, anew = 0): Asked<AnswerOf[Q['type']]> {
  const house = useHouse()
  const [value, setValue] = useState<AnswerOf[Q['type']]>()
  const [refusal, setRefusal] = useState<Refusal>()
  const asking = useRef<Asking | undefined>(undefined)
  const wanted = query && `${anew}${JSON.stringify(query)}`
  useEffect(() => {
    setRefusal(undefined)
    if (query === undefined) {
      setValue(undefined)
      return undefined
    }
    const own = keepAsking({
      ask: () => house.link.ask(query),
      connection: house.link.connection,
      answered(answer) {
        setRefusal(answer.ok ? undefined : answer.refusal)
        if (answer.ok) setValue(answer.value)
      },
      pauseMs,
    })
    asking.current = own
    return () => {
      asking.current = undefined
      own.stop()
    }
  }, [wanted, house])
  return {
    value,
    refusal,
    again() {
      setRefusal(undefined)
      asking.current?.again()
    },
  }
}
