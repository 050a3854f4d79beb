/** Facts of set-up: what of the house's settings was edited, from what to what. The settings themselves are records. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { Edit, FieldChange } from './change.ts'

export type SetupEvent =
  /** Commits `rev` of the document that was edited. */
  | ({ type: 'SetupChanged'; rev: number } & Edit)
  /** Commits row `staff` at `rev`; of a name only that it changed. */
  | { type: 'StaffChanged'; staff: Id; rev: number; fields: readonly FieldChange[] }
  /** Document `catalogue` is what is sung from here on. */
  | {
      type: 'SongsImported'
      catalogue: string
      /** The one that it takes the place of. */
      before: string
      file: string
      encoding: string
      songs: number
      added: number
      changed: number
      dropped: number
      faulty: number
      by: Id
    }
