/**
 * Turns what a batch touched into frames, once per audience. It is asked when the batch is on the disk and the state holds
 * exactly its facts and no later ones; each audience is sent its frame before the next one's is made.
 */

import { changesMenu } from '../../shared/protocol/held-slices.ts'
import type { Id } from '../../shared/protocol/primitives.ts'
import type { FeedLine } from '../../shared/protocol/views/console.ts'
import type { FeedNews, ViewFrame } from '../../shared/protocol/wire.ts'
import type { Event } from '../domain/events.ts'
import { ofHouse } from '../domain/staff/backup.ts'
import { onlyDevices } from '../loop/touched.ts'
import type { JournalLine } from '../ports.ts'
import type { AttachOptions, Broadcaster, HubClient } from '../sockets/hub-door.ts'
import { changedView } from '../views/changed-view.ts'
import { clockView } from '../views/clock-view.ts'
import type { Audience, Slices, Touched, ViewContext } from '../views/context.ts'
import { feedFor, type News, newsOf } from '../views/feed.ts'
import { besideMenu } from '../views/panel.ts'
import { touchedRooms } from '../views/touched-rooms.ts'
import { wholeView } from '../views/whole-view.ts'
import { createMenuMarks } from './menu-marks.ts'
import { keptLines } from './recent-lines.ts'
import { createShownSlices, type ShownSlices } from './shown-slices.ts'

export interface Projector {
  /**
   * Tells a client its whole view and lets it join its audience; call it when what memory holds is on the disk. `own` is
   * what this client alone is shown beside it; `has`: what it holds already.
   */
  join(audience: Audience, client: HubClient, own: () => Slices, has: Holds): () => void
  /** Tells everybody whom it concerns what the batch changed. */
  publish(touched: Touched, lines: readonly JournalLine<Event>[]): void
  /** Presence is a slice that is not journaled. */
  presenceChanged(devices: ReadonlySet<Id>): void
  /** The wall clock shows another minute: prices and ends as of now. */
  minutePassed(): void
}

interface Holds extends Pick<AttachOptions, 'feedAfter' | 'menu'> {
  /** Its tap in doubt was answered. */
  readonly answered: boolean
}

interface Group {
  readonly key: string
  readonly audience: Audience
  readonly clients: Map<HubClient, () => Slices>
  readonly shown: ShownSlices
  /** The mark of the price list that every panel of the room holds. */
  menu: string | undefined
}

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

  const frame = (whole: boolean, { now }: ViewContext) => ({ seq: deps.seq(), whole, now })
  const putOf = (slices: Slices) => [...slices].filter(([, value]) => value !== undefined)

  /** The whole view, for a panel without its price list. */
  const wholeOf = (audience: Audience, at: ViewContext): Slices =>
    audience.kind === 'panel' ? besideMenu(at, audience.room) : wholeView(at, audience)

  const wholeFrame = (audience: Audience, slices: Slices, held: string | undefined, at: ViewContext): ViewFrame => {
    const restoredAt = at.state.backups.get(ofHouse)?.restored?.at
    const whole = { ...frame(true, at), ...(restoredAt !== undefined && { restoredAt }), put: putOf(slices), drop: [] }
    if (audience.kind !== 'panel') return whole
    const { mark, put } = menus.of(at, audience.room)
    return { ...whole, menu: mark === held ? { mark } : { mark, put } }
  }

  const says = ({ put, drop, change = [] }: Pick<ViewFrame, 'put' | 'drop' | 'change'>): boolean =>
    put.length + drop.length + change.length > 0

  const linesFor = (audience: Audience, news: readonly News[]): FeedLine[] =>
    audience.kind === 'console' ? feedFor(audience.role, news) : []

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
    const news = newsOf(lines, at)
    const restored = lines.some(({ events }) => events.some(({ type }) => type === 'HouseRestored'))
    // What a page is in the middle of is of a house that is gone: it sees that by its next whole view.
    toEach(restored ? audiences.values() : concerned(touched, at), group =>
      tellGroup(group, restored ? 'whole' : changedView(at, group.audience, touched), news, at),
    )
  }

  function toEach(groups: Iterable<Group>, tellOne: (group: Group) => void): void {
    for (const group of groups) {
      try {
        tellOne(group)
      } catch (error) {
        // One screen that cannot be drawn takes neither the others nor the facts with it. Nobody knows what it was sent.
        group.shown.began(new Map())
        group.menu = undefined
        deps.broken(group.key, error)
      }
    }
  }

  function tellGroup(group: Group, changed: Slices | 'whole', facts: readonly News[], at: ViewContext): void {
    const { key, audience } = group
    const lines = linesFor(audience, facts)
    const feed = lines.length > 0 && { feed: { lines, gap: false } }
    if (changed === 'whole') return tellWhole(group, feed, at)
    const news = group.shown.news(changed)
    if (changesMenu(news)) group.menu = undefined
    if (feed || says(news)) broadcaster.view(key, { ...frame(false, at), ...news, ...feed })
  }

  function tellWhole(group: Group, feed: false | Pick<ViewFrame, 'feed'>, at: ViewContext): void {
    const { key, audience, clients } = group
    const slices = wholeOf(audience, at)
    const whole = wholeFrame(audience, slices, group.menu, at)
    group.shown.began(slices)
    group.menu = whole.menu?.mark
    broadcaster.view(key, { ...whole, ownStays: true, ...feed })
    // What a client alone is told may rest on the same record: a name, say.
    for (const [client, own] of clients) {
      const put = putOf(own())
      if (put.length > 0) client.send({ ...frame(false, at), put, drop: [] })
    }
  }

  function newGroup(key: string, audience: Audience, slices: Slices, menu: string | undefined): Group {
    const group: Group = { key, audience, clients: new Map(), shown: createShownSlices(), menu }
    group.shown.began(slices)
    audiences.set(key, group)
    return group
  }

  function missedFeed(audience: Audience, feedAfter: number | undefined, at: ViewContext): FeedNews {
    if (feedAfter === undefined) return { lines: linesFor(audience, newsOf(recent, at)), gap: false }
    const first = recent[0]?.seq ?? 1
    const gap = feedAfter + 1 < first || mayBeOfBefore(feedAfter)
    const missed = gap ? recent : recent.filter(line => line.seq > feedAfter)
    return { lines: linesFor(audience, newsOf(missed, at)), gap }
  }

  /** The house was put back from before: what was seen as this fact may be one that never was. */
  const mayBeOfBefore = (seen: number): boolean =>
    seen > deps.seq() ||
    recent.some(({ seq, events }) => seq <= seen && events.some(({ type }) => type === 'HouseRestored'))

  return {
    join(audience, client, own, has) {
      const key = audienceKey(audience)
      const at = context()
      const slices = wholeOf(audience, at)
      const whole: ViewFrame = {
        ...wholeFrame(audience, new Map([...slices, ...own()]), has.menu, at),
        ...(has.answered && { answered: true }),
        ...(audience.kind === 'console' && { feed: missedFeed(audience, has.feedAfter, at) }),
      }
      const group = audiences.get(key) ?? newGroup(key, audience, slices, whole.menu?.mark)
      group.shown.joined(slices)
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
      toEach(audiences.values(), ({ key, audience, shown }) => {
        const news = shown.news(clockView(at, audience))
        if (says(news)) broadcaster.view(key, { ...frame(false, at), ...news })
      })
    },
    presenceChanged(devices) {
      tell(onlyDevices(devices), [])
    },
  }
}

const audienceKey = (audience: Audience): string => {
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
