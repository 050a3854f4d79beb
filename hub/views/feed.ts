/** The live feed: what happened where and who did it, without names of guests. Songs are not in it: they are the guests' own. */
import type { FeedLine } from '../../shared/protocol/views/console.ts'
import type { LineMeta } from '../domain/decision.ts'
import type { Event } from '../domain/events.ts'
import { sees } from './console/sees.ts'
import type { ConsoleRole, ViewContext } from './context.ts'
import { storyOf } from './feed-story.ts'

/** Undefined for what this role is not told. `about` is an item, a category, a reason: an id that has its words elsewhere. */
export function feedLine(
  event: Event,
  line: { readonly seq: number; readonly at: number; readonly by: LineMeta['by'] },
  context: ViewContext,
  role: ConsoleRole,
): FeedLine | undefined {
  const story = storyOf(event, context)
  if (!story?.to(sees[role])) return undefined
  const staff = story.staff ?? line.by.staff
  const { room, about, amount, qty } = story
  return {
    seq: line.seq,
    at: line.at,
    event: event.type,
    ...(room !== undefined && { room }),
    ...(staff !== undefined && { staff }),
    ...(about !== undefined && { about }),
    ...(sees[role].spend && amount !== undefined && { amount }),
    ...(qty !== undefined && { qty }),
  }
}
