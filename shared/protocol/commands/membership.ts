/** What members decide about their own card, from their phone; and how they leave. */
import * as v from 'valibot'
import { Called } from '../called.ts'
import { Id, Pin } from '../primitives.ts'
import { tastes } from '../words.ts'

const Rev = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

export const Tastes = v.pipe(v.array(v.picklist(tastes)), v.maxLength(tastes.length))

/** Whose card it is follows from the phone's claim. Never a phone number, birthday or taboo: those are not this page's. */
export const OwnChanges = v.strictObject({
  called: v.exactOptional(Called),
  tastes: v.exactOptional(Tastes),
  welcome: v.exactOptional(v.boolean()),
  discreet: v.exactOptional(v.boolean()),
  /** Past evenings on the member's own page. */
  showHistory: v.exactOptional(v.boolean()),
})
export type OwnChanges = v.InferOutput<typeof OwnChanges>

export const SaveMyself = v.strictObject({ type: v.literal('SaveMyself'), changes: OwnChanges })
/** A request to staff: nothing is deleted by it. */
export const AskToLeave = v.strictObject({ type: v.literal('AskToLeave') })
export const StayAfterAll = v.strictObject({ type: v.literal('StayAfterAll') })

/** Staff spoke with the member, who stays. */
export const DismissLeave = v.strictObject({ type: v.literal('DismissLeave'), member: Id })
/** Of two files of one person, these are chosen one by one; everything else of both counts. */
export const mergeFields = ['called', 'name', 'tier', 'phone', 'birthday', 'accountManager'] as const
export type MergeField = (typeof mergeFields)[number]

/** 重复会员. The revisions are those that were looked at; `take`: what the file that goes says wins. */
export const MergeMembers = v.strictObject({
  type: v.literal('MergeMembers'),
  kept: Id,
  keptRev: Rev,
  gone: Id,
  goneRev: Rev,
  take: v.pipe(v.array(v.picklist(mergeFields)), v.maxLength(mergeFields.length)),
  pin: Pin,
})
/** The record, its history and its codes are gone for good; facts keep an id that leads nowhere. */
export const EraseMember = v.strictObject({
  type: v.literal('EraseMember'),
  member: Id,
  /** What they keep in the house is given up. */
  keepsToo: v.boolean(),
  pin: Pin,
})
