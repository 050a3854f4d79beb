/** What the hub makes of a file: asked again and again until it is told, and until it could be taken at once. */
import { useEffect, useState } from 'preact/hooks'
import type { QueryOf } from '../../../../shared/protocol/queries.ts'
import { isUndecided } from '../../../../shared/protocol/refusals.ts'
import type { SongsImportAnswer } from '../../../../shared/protocol/song-import.ts'
import { useHouse } from '../../state/house.ts'

const againMs = 700

/** `'gone'`: the hub has it no more. */
export function usePlan(query: QueryOf<'PlanSongs'> | undefined): SongsImportAnswer | 'gone' | undefined {
  const house = useHouse()
  const [told, setTold] = useState<SongsImportAnswer | 'gone'>()
  const asked = JSON.stringify(query)
  useEffect(() => {
    setTold(undefined)
    if (query === undefined) return undefined
    let over = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const ask = async () => {
      const answer = await house.link.ask(query)
      if (over) return
      if (answer.ok) setTold(answer.value)
      else if (!isUndecided(answer.refusal.refused)) return setTold('gone')
      const done = answer.ok && answer.value.state === 'told' && (answer.value.ready || answer.value.plan.problem)
      if (!done) timer = setTimeout(() => void ask(), againMs)
    }
    void ask()
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [asked, house])
  return told
}
