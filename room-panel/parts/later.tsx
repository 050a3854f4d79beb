/** A part whose code is fetched when it is first needed, or ahead of that; from then on it is there at once. */
import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'

export interface LaterPart<P> {
  readonly Part: ComponentType<P>
  /** Ahead of time, so that a hub that goes away takes no screen with it. */
  fetch(): Promise<void>
}

const againMs = 2000

export function later<P extends object>(load: () => Promise<ComponentType<P>>): LaterPart<P> {
  let Loaded: ComponentType<P> | undefined
  const fetch = async () => {
    try {
      Loaded ??= await load()
    } catch (error) {
      // The hub is away.
      console.warn('part', error)
    }
  }
  const Part = (props: P) => {
    const [drawn, draw] = useState(Loaded !== undefined)
    useEffect(() => {
      if (drawn) return undefined
      const look = () => void fetch().then(() => Loaded && draw(true))
      look()
      // Whoever stands before it waits for it: a part that could not be fetched is asked for again.
      const again = setInterval(look, againMs)
      return () => clearInterval(again)
    }, [drawn])
    // Dark for a moment, nothing more.
    return Loaded ? <Loaded {...props} /> : null
  }
  return { Part, fetch }
}
