/** Facts of who stood at the door and looked for a party. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { SeekerAnswer } from '../../../shared/protocol/words.ts'

export type SeekerEvent =
  /** `text`: key of who it is, in the texts. Of a `seeker` who is known: asked about again. */
  | { type: 'HostAsked'; seeker: Id; visit: Id; text?: Id }
  | { type: 'SeekerAnswered'; seeker: Id; visit: Id; answer: SeekerAnswer }
  | { type: 'SeekerGone'; seeker: Id; visit: Id }
