/** Facts about membership itself. */
import type { Id } from '../../../shared/protocol/primitives.ts'

export type MemberEvent =
  | { type: 'LeaveAsked'; member: Id }
  | { type: 'LeaveWithdrawn'; member: Id }
  /** Commits the end of `gone`'s row at `rev`: from here on whatever was theirs is `kept`'s. */
  | { type: 'MembersMerged'; kept: Id; gone: Id; rev: number }
  /** Commits the row's end at `rev`: from here on this id leads nowhere, nor do those of who was found to be this member. */
  | { type: 'MemberErased'; member: Id; rev: number; formerly?: readonly Id[] }
