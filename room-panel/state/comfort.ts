/** How these guests want the panel: larger words, keys for the left hand, keys near the bottom. Gone with their visit; then it is as the house keeps this panel. */
import { batch, effect, type Signal, signal } from '@preact/signals'
import type { KeptComfort } from './device-memory.ts'

export type Comfort = Readonly<Record<ComfortChoice, Signal<boolean>>>
export type ComfortChoice = 'large' | 'left' | 'low'
export const comfortChoices = ['large', 'left', 'low'] as const satisfies readonly ComfortChoice[]

export function createComfort(kept: KeptComfort | undefined): Comfort {
  const comfort = {
    large: signal(kept?.large ?? false),
    left: signal(kept?.left ?? false),
    low: signal(kept?.low ?? false),
  }
  // The sheets do the rest.
  effect(() => {
    for (const choice of comfortChoices)
      document.documentElement.toggleAttribute(attributes[choice], comfort[choice].value)
  })
  return comfort
}

const attributes = { large: 'data-large-type', left: 'data-left-hand', low: 'data-low-reach' } as const

/** Reading it in an effect subscribes. */
export const keptOf = ({ large, left, low }: Comfort): KeptComfort => ({
  large: large.value,
  left: left.value,
  low: low.value,
})

/** `usual`: how the house keeps this panel; as panels are made when it said nothing. */
export function resetComfort(comfort: Comfort, usual: KeptComfort | undefined): void {
  batch(() => {
    for (const choice of comfortChoices) comfort[choice].value = usual?.[choice] ?? false
  })
}
