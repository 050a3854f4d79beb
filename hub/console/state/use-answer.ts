/** The hub's answer to a question that changes while somebody types. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { AnswerOf, Query } from '../../../shared/protocol/queries.ts'
import { useHouse } from './house.ts'

/** Between the last key and the question, ms. */
const pauseMs = 150

/** `again`: another number asks anew. Undefined until it is there, and while nothing is asked; the last answer stays until the next one comes. */
export function useAnswer<Q extends Query>(query: Q | undefined, again = 0): AnswerOf[Q['type']] | undefined {
  const house = useHouse()
  const [answer, setAnswer] = useState<AnswerOf[Q['type']]>()
  const asked = useRef<string | undefined>(undefined)
  const wanted = query && `${again}${JSON.stringify(query)}`
  useEffect(() => {
    asked.current = wanted
    if (query === undefined) {
      setAnswer(undefined)
      return undefined
    }
    const timer = setTimeout(async () => {
      const given = await house.link.ask(query)
      // An older answer must not replace a newer one.
      if (asked.current !== wanted) return
      if (given.ok) setAnswer(given.value)
      else house.notices.complain(house.wordsOf(given.refusal))
    }, pauseMs)
    return () => clearTimeout(timer)
  }, [wanted, house])
  return answer
}
