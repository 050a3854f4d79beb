/** A part whose code is fetched ahead of its need; from then on it is there at once, whether the hub is or not. */
import { signal } from '@preact/signals'
import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Fetching } from './fetching.tsx'

export interface LaterPart<P> {
  readonly Part: ComponentType<P>
  /** Ahead of time, so that a hub that goes away takes no screen with it. */
  fetch(): Promise<void>
}

/**
 * A part could not be fetched. Asking again would not do: browsers may remember that a script failed, and a style sheet
 * that failed counts as loaded. This page has to start anew.
 */
export const incomplete = signal(false)

export function later<P extends object>(load: () => Promise<ComponentType<P>>): LaterPart<P> {
  let Loaded: ComponentType<P> | undefined
  let loading: Promise<void> | undefined
  const fetch = () => {
    loading ??= load().then(
      part => {
        Loaded = part
      },
      error => {
        console.warn('part', error)
        incomplete.value = true
      },
    )
    return loading
  }
  const Part = (props: P) => {
    const [drawn, draw] = useState(Loaded !== undefined)
    useEffect(() => {
      if (!drawn) void fetch().then(() => Loaded && draw(true))
    }, [drawn])
    return Loaded ? <Loaded {...props} /> : <Fetching />
  }
  return { Part, fetch }
}
