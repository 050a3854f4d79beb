/** 我来找人: somebody at the door looks for a party. Whether it is here only the desk knows, and the host answers. */
import * as v from 'valibot'
import { Called } from '../called.ts'
import { Id } from '../primitives.ts'
import { seekerAnswers } from '../words.ts'

/** `called`: who is at the door, as the room is told. `seeker`: who is asked about again, after 稍等. */
export const AskHost = v.strictObject({
  type: v.literal('AskHost'),
  visit: Id,
  called: v.exactOptional(Called),
  seeker: v.exactOptional(Id),
})
/** By the room's panel; or by staff who asked in person. */
export const AnswerSeeker = v.strictObject({
  type: v.literal('AnswerSeeker'),
  seeker: Id,
  answer: v.picklist(seekerAnswers),
})
/** Whoever stood at the door was told, or went. */
export const EndSeeker = v.strictObject({ type: v.literal('EndSeeker'), seeker: Id })
