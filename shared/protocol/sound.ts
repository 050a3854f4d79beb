/** What a console says of its sound: presence, shown and never journaled. */
import * as v from 'valibot'
import { Id } from './primitives.ts'

/** As many as fit a frame; more than wait in any house. */
export const heardMost = 200

export const SoundReport = v.strictObject({
  /** False: nobody started the shift, the browser took the sound away, or it is muted. */
  sounding: v.boolean(),
  /** The open calls that sounded here. */
  heard: v.pipe(v.array(Id), v.maxLength(heardMost)),
})
export type SoundReport = v.InferOutput<typeof SoundReport>
