/** Parts whose code is fetched ahead of its need; from then on they are there at once, whether the hub is or not. */
import { signal } from '@preact/signals'
import type { ComponentType } from 'preact'
import { useEffect } from 'preact/hooks'
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

/** A part that somebody opens: where it is not there yet, it is fetched, with words in its place. */
export function later<P extends object>(load: () => Promise<ComponentType<P>>): LaterPart<P> {
  const { loaded, fetch } = once(load)
  const Part = (props: P) => {
    const Loaded = loaded.value
    useEffect(() => void fetch(), [])
    return Loaded ? <Loaded {...props} /> : <Fetching />
  }
  return { Part, fetch }
}

/** A part of what is on the glass from the start that may come a moment after the rest: until it is fetched there is nothing. */
export function soon<P extends object>(load: () => Promise<ComponentType<P>>): LaterPart<P> {
  const { loaded, fetch } = once(load)
  const Part = (props: P) => {
    const Loaded = loaded.value
    return Loaded ? <Loaded {...props} /> : null
  }
  return { Part, fetch }
}

function once<P extends object>(load: () => Promise<ComponentType<P>>) {
  const loaded = signal<ComponentType<P> | undefined>(undefined)
  let loading: Promise<void> | undefined
  const fetch = () => {
    loading ??= load().then(
      part => {
        loaded.value = part
      },
      error => {
        console.warn('part', error)
        incomplete.value = true
      },
    )
    return loading
  }
  return { loaded, fetch }
}
