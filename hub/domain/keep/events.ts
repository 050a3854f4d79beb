/** Facts of guests' bottles in the house. What is optional older journals do not say. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { KeepExtension } from '../../../shared/protocol/words.ts'

export type KeepEvent =
  | {
      type: 'KeepStored'
      keep: Id
      member?: Id
      visit?: Id
      room?: Id
      item: Id
      tenths: number
      shelf: string
      label: string
      expiresAt: number
      by?: Id
      /** Who stood by, where it was not of what the party had. */
      second?: Id
    }
  /** It was stored by mistake. */
  | { type: 'KeepUndone'; keep: Id; visit: Id; item: Id; label: string; tenths: number; by: Id }
  | {
      type: 'KeepDrawn'
      keep: Id
      visit: Id
      item?: Id
      label?: string
      tenths: number
      left: number
      by?: Id
      second?: Id
      /** The call that it answered. */
      request?: Id
    }
  | { type: 'KeepExtended'; keep: Id; item: Id; label: string; expiresAt: number; reason: KeepExtension; by: Id }
  /** What it is by now, and what it was said to be; without `member` nobody's by name. */
  | {
      type: 'KeepCorrected'
      keep: Id
      item: Id
      label: string
      tenths: number
      shelf: string
      member?: Id
      was: { readonly tenths: number; readonly shelf: string; readonly member?: Id }
      by: Id
      second?: Id
    }
  /** 归店. */
  | { type: 'KeepForfeited'; keep: Id; item: Id; label: string; tenths: number; by: Id }
