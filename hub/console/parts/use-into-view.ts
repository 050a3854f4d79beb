/** What a tap opens further down than is shown comes into view: else the tap looks as though nothing had been there. */
import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { prefersLessMotion } from '../../../shared/ui/run-wipe.ts'

/** For the element that opens; again each time that another `what` is open in it. */
export function useIntoView<E extends Element>(what: string | undefined): RefObject<E | null> {
  const opened = useRef<E>(null)
  useEffect(() => {
    if (what !== undefined)
      opened.current?.scrollIntoView({ block: 'nearest', behavior: prefersLessMotion() ? 'instant' : 'smooth' })
  }, [what])
  return opened
}
