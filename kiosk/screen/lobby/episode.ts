/** What the lobby is doing with the guest who stands before it. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { DeskCall } from '../../../shared/protocol/words.ts'

export type Episode =
  /** Nobody, or somebody who has not said anything yet. */
  | { readonly kind: 'home' }
  /** A walk-in is asked how many they are. */
  | { readonly kind: 'walk-in' }
  /** A card, code, number or walk-in is on its way to the hub. */
  | { readonly kind: 'sent' }
  | {
      readonly kind: 'check-in'
      readonly id: Id
      /** The number of people was tapped: it is as good as said. */
      readonly said: boolean
      /** A code or number may be somebody else's: staff look first. */
      readonly glance: boolean
      /** No room is free for so many. */
      readonly full: boolean
      /** The number that led here, for who goes back to set it right. */
      readonly phone?: string
    }
  /** `staff`: a person comes; else there is another way. `typed`: it was a number, which may have been a slip of the finger. */
  | { readonly kind: 'failed'; readonly staff: boolean; readonly typed: boolean }
  /** Who became a member just now leaves a number; with `phone` it is typed, and a birthday is asked for. */
  | { readonly kind: 'number'; readonly id: Id; readonly phone?: string }
  | { readonly kind: 'number-kept' }
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'called'; readonly why: DeskCall }

export const home: Episode = { kind: 'home' }

/** How long words stay that ask for nothing, ms. Questions stay until they are answered or nobody is there. */
export const wordsMs = {
  'check-in': 15_000,
  failed: 30_000,
  unreadable: 8_000,
  called: 12_000,
  'number-kept': 8_000,
} as const
