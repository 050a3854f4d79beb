/**
 * Turns what a batch touched into frames, once per audience. It is asked when the batch is on the disk and the state holds
 * exactly its facts and no later ones; each audience is sent its frame before the next one's is made.
 */

import { changesMenu } from '../shared/protocol/held-menu.ts'
import type { Id } from '../shared/protocol/primitives.ts'
import type { FeedLine } from '../shared/protocol/views/console.ts'
import type { FeedNews, ViewFrame } from '../shared/protocol/wire.ts'
import type { Event } from './domain/events.ts'
import { createMenuMarks } from './menu-marks.ts'
import type { JournalLine } from './ports.ts'
import type { AttachOptions, Broadcaster, HubClient } from './sockets/hub-door.ts'
import { onlyDevices } from './touched.ts'
import { changedView } from './views/changed-view.ts'
import { clockView } from './views/clock-view.ts'
import type { Audience, Slices, Touched, ViewContext } from './views/context.ts'
import { feedLine } from './views/feed.ts'
import { besideMenu } from './views/panel.ts'
import { touchedRooms } from './views/touched-rooms.ts'
import { wholeView } from './views/whole-view.ts'

export interface Projector {
  /**
   * Tells a client its whole view and lets it join its audience; call it when what memory holds is on the disk. `own` is
   * what this client alone is shown beside it; `has`: what it holds already.
   */
  join(audience: Audience, client: HubClient, own: () => Slices, has: AttachOptions): () => void
  /** Tells everybody whom it concerns what the batch changed. */
  publish(touched: Touched, lines: readonly JournalLine<Event>[]): void
  /** Presence is a slice that is not journaled. */
  presenceChanged(devices: ReadonlySet<Id>): void
  /** The wall clock shows another minute: prices and ends as of now. */
  minutePassed(): void
}

interface Group {
  readonly key: string
  readonly audience: Audience
  readonly clients: Map<HubClient, () => Slices>
  /** The mark of the price list that every panel of the room holds. */
  menu: string | undefined
}

/** Lines kept for consoles that were away; older ones are a gap. */
const keptLines = 500

export function createProjector(deps: {
  context: () => ViewContext
  seq: () => number
  recent: readonly JournalLine<Event>[]
  broadcaster: Broadcaster
  /** What an audience was to see could not be made. */
  broken: (audience: string, error: unknown) => void
}): Projector {
  const { context, broadcaster } = deps
  // Only audiences that somebody is in are projected for.
  const audiences = new Map<string, Group>()
  let recent = deps.recent.slice(-keptLines)
  const menus = createMenuMarks()

  const frameOf = (slices: Slices, whole: boolean, now: number): ViewFrame => ({
    seq: deps.seq(),
    whole,
    now,
    put: [...slices].filter(([, value]) => value !== undefined),
    drop: whole ? [] : [...slices].flatMap(([key, value]) => (value === undefined ? [key] : [])),
  })

  const wholeFrame = (audience: Audience, own: Slices, held: string | undefined, at: ViewContext): ViewFrame => {
    if (audience.kind !== 'panel') return frameOf(new Map([...wholeView(at, audience), ...own]), true, at.now)
    const { mark, put } = menus.of(at, audience.room)
    const frame = frameOf(new Map([...besideMenu(at, audience.room), ...own]), true, at.now)
    return { ...frame, menu: mark === held ? { mark } : { mark, put } }
  }

  const linesFor = (audience: Audience, lines: readonly JournalLine<Event>[], at: ViewContext): FeedLine[] =>
    audience.kind === 'console'
      ? lines.flatMap(line => line.events.flatMap(event => feedLine(event, line, at, audience.role) ?? []))
      : []

  /** Panels are found by their rooms; the other audiences are few. */
  function* concerned(touched: Touched, at: ViewContext) {
    const rooms = touchedRooms(at, touched)
    if (rooms === 'all') yield* audiences.values()
    else {
      // Staff first: the panel that was tapped has shown it as done already.
      for (const key of others) {
        const found = audiences.get(key)
        if (found) yield found
      }
      for (const room of rooms) {
        const found = audiences.get(`panel/${room}`)
        if (found) yield found
      }
    }
  }
  /** Keys of audiences that are no panels. */
  const others = new Set<string>()

  function tell(touched: Touched, lines: readonly JournalLine<Event>[]): void {
    const at = context()
    menus.notice(touched)
    for (const group of concerned(touched, at)) {
      try {
        tellGroup(group, touched, lines, at)
      } catch (error) {
        // One screen that cannot be drawn takes neither the others nor the facts with it.
        deps.broken(group.key, error)
      }
    }
  }

  function tellGroup(group: Group, touched: Touched, lines: readonly JournalLine<Event>[], at: ViewContext): void {
    const { key, audience, clients } = group
    const changed = changedView(at, audience, touched)
    const news = linesFor(audience, lines, at)
    const frame: ViewFrame = {
      ...(changed === 'whole'
        ? { ...wholeFrame(audience, new Map(), group.menu, at), ownStays: true as const }
        : frameOf(changed, false, at.now)),
      ...(news.length > 0 && { feed: { lines: news, gap: false } }),
    }
    if (frame.menu) group.menu = frame.menu.mark
    else if (changesMenu(frame)) group.menu = undefined
    if (frame.whole || frame.feed || frame.put.length + frame.drop.length > 0) broadcaster.view(key, frame)
    // What a client alone is told may rest on the same record: a name, say.
    if (frame.whole)
      for (const [client, own] of clients) {
        const again = frameOf(own(), false, at.now)
        if (again.put.length > 0) client.send(again)
      }
  }

  function missedFeed(audience: Audience, feedAfter: number | undefined, at: ViewContext): FeedNews {
    if (feedAfter === undefined) return { lines: linesFor(audience, recent, at), gap: false }
    const first = recent[0]?.seq ?? 1
    const gap = feedAfter + 1 < first || mayBeOfBefore(feedAfter)
    return { lines: linesFor(audience, gap ? recent : recent.filter(line => line.seq > feedAfter), at), gap }
  }

  /** The house was put back from before: what was seen as this fact may be one that never was. */
  const mayBeOfBefore = (seen: number): boolean =>
    seen > deps.seq() ||
    recent.some(({ seq, events }) => seq <= seen && events.some(({ type }) => type === 'HouseRestored'))

  return {
    join(audience, client, own, has) {
      const key = audienceKey(audience)
      const at = context()
      const whole: ViewFrame = {
        ...wholeFrame(audience, own(), has.menu, at),
        ...(audience.kind === 'console' && { feed: missedFeed(audience, has.feedAfter, at) }),
      }
      const group: Group = audiences.get(key) ?? { key, audience, clients: new Map(), menu: whole.menu?.mark }
      audiences.set(key, group)
      if (audience.kind !== 'panel') others.add(key)
      group.clients.set(client, own)
      client.send(whole)
      client.join(key)
      return () => {
        group.clients.delete(client)
        if (group.clients.size > 0 || audiences.get(key) !== group) return
        audiences.delete(key)
        others.delete(key)
      }
    },
    publish(touched, lines) {
      recent.push(...lines)
      if (recent.length > 2 * keptLines) recent = recent.slice(-keptLines)
      tell(touched, lines)
    },
    minutePassed() {
      const at = context()
      for (const { key, audience } of audiences.values()) {
        const frame = frameOf(clockView(at, audience), false, at.now)
        if (frame.put.length > 0) broadcaster.view(key, frame)
      }
    },
    presenceChanged(devices) {
      tell(onlyDevices(devices), [])
    },
  }
}

export const audienceKey = (audience: Audience): string => {
  switch (audience.kind) {
    case 'panel':
      return `panel/${audience.room}`
    case 'kiosk':
      return `kiosk/${audience.device}`
    case 'console':
      return `console/${audience.role}`
    case 'player':
      return audience.room === undefined ? 'player' : `player/${audience.room}`
  }
}
