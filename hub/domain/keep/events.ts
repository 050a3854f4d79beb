/** Facts of members' bottles in the house. */
import type { Id } from '../../../shared/protocol/primitives.ts'

export type KeepEvent =
  | {
      type: 'KeepStored'
      keep: Id
      member: Id
      visit: Id
      item: Id
      tenths: number
      shelf: string
      label: string
      expiresAt: number
    }
  | { type: 'KeepDrawn'; keep: Id; visit: Id; tenths: number; left: number }
