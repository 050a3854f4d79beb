/** Facts of set-up: what of the house's settings was edited, from what to what. The settings themselves are records. */
import type { Edit } from './change.ts'

/** Commits `rev` of the document that was edited. */
export type SetupEvent = { type: 'SetupChanged'; rev: number } & Edit
