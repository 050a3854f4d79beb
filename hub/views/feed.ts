/** The live feed: what happened where and who did it, without names of guests. Songs are not in it: they are the guests' own. */
import type { FeedLine } from '../../shared/protocol/views/console.ts'
import type { LineMeta } from '../domain/decision.ts'
import type { Event } from '../domain/events.ts'
import { type Sees, sees } from './console/sees.ts'
import type { ConsoleRole, ViewContext } from './context.ts'
import { type Story, storyOf } from './feed-story.ts'

export interface Line {
  readonly seq: number
  readonly at: number
  readonly by: LineMeta['by']
  readonly events: readonly Event[]
}

/** A fact that somebody is told, for whoever may be told it. */
export interface News {
  readonly line: Line
  readonly event: Event['type'] | NonNullable<Story['event']>
  readonly story: Story
}

/** Worked out once, however many roles look on. */
export const newsOf = (lines: readonly Line[], context: ViewContext): readonly News[] =>
  lines.flatMap(line =>
    line.events.flatMap(event => {
      const story = storyOf(event, context)
      return story ? { line, event: story.event ?? event.type, story } : []
    }),
  )

/** What of it this role is told. */
export function feedFor(role: ConsoleRole, news: readonly News[]): FeedLine[] {
  const may = sees[role]
  return news.flatMap(one => (one.story.to(may) ? feedLine(one, may) : []))
}

/** `about` is an item, a category, a reason: an id that has its words elsewhere. */
function feedLine({ line, event, story }: News, may: Sees): FeedLine {
  const staff = story.staff ?? line.by.staff
  const { room, about, amount, qty, when } = story
  return {
    seq: line.seq,
    at: line.at,
    event,
    ...(room !== undefined && { room }),
    ...(staff !== undefined && { staff }),
    ...(about !== undefined && { about }),
    ...(may.spend && amount !== undefined && { amount }),
    ...(qty !== undefined && { qty }),
    ...(when !== undefined && { when }),
  }
}
