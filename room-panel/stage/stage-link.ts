/** A link without a hub: a real view store and outbox, with answers from the stage itself. For looking and for tests. */
import { signal } from '@preact/signals'
import type { Link, LinkState } from '../../shared/client/link.ts'
import { newId } from '../../shared/client/new-id.ts'
import { createOutbox } from '../../shared/client/outbox.ts'
import type { Tap } from '../../shared/client/tap.ts'
import { createForgetfulStore } from '../../shared/client/tap-store.ts'
import { createViewStore } from '../../shared/client/view-store.ts'
import { type Answer, done, refused } from '../../shared/protocol/answer.ts'
import type { AnswerOf, Query } from '../../shared/protocol/queries.ts'
import { refuse } from '../../shared/protocol/refusals.ts'
import type { PanelSlices } from '../../shared/protocol/views/panel.ts'
import type { Scene, StageSlices } from './stage-slices.ts'
import { artists, songs } from './stage-songs.ts'

export interface StageLink extends Link<'panel'> {
  /** What the panel sent, in order. */
  readonly sent: readonly Tap[]
  /** How often it was told to forget what a reload would show. */
  readonly keptForgotten: number
  /** Puts and drops slices, as a frame of the hub does. */
  show(put: StageSlices, drop?: readonly string[]): void
  /** A whole view: everything else is forgotten. */
  showWhole(put: StageSlices): void
  setState(state: LinkState): void
  /** What the next commands are answered; undefined lets them wait. */
  answerWith(answer: (tap: Tap) => Answer | undefined): void
}

export function createStageLink(scene: Scene, slices: StageSlices): StageLink {
  const view = createViewStore<PanelSlices>()
  const state = signal<LinkState>(stateOf(scene))
  const sent: Tap[] = []
  let answer: (tap: Tap) => Answer | undefined = tap => answerOf(scene, tap)
  let seq = 0
  let keptForgotten = 0
  const outbox = createOutbox({
    store: createForgetfulStore(),
    send: async tap => {
      if (state.peek().at !== 'online') return undefined
      sent.push(tap)
      return answer(tap)
    },
    newId,
    hubNow: Date.now,
    wait: ms => new Promise(resolve => setTimeout(resolve, scene === 'plain' ? ms : 600_000)),
  })
  const frame = (put: StageSlices, drop: readonly string[], whole: boolean) => {
    seq += 1
    view.apply({ seq, whole, now: Date.now(), put, drop })
    outbox.viewChanged()
  }
  if (scene !== 'connecting' && scene !== 'pairing') frame(slices, [], true)
  outbox.online(state.peek().at === 'online')
  const visit = view.one('visit')?.id
  if ((scene === 'late' || scene === 'big') && visit !== undefined) {
    const lines = [
      { item: 'i-qingdao', qty: 12 },
      { item: 'i-fruit', qty: 1 },
    ]
    void outbox.tap({ type: 'PlaceOrder', source: 'menu', lines, seen: 45_400 }, { visit })
    if (scene === 'late') void outbox.tap({ type: 'CallService', service: 'ice' }, { visit })
  }
  return {
    ...outbox,
    state,
    health: signal('ok'),
    view,
    feed: signal([]),
    hubNow: Date.now,
    async ask<Q extends Query>(query: Q) {
      if (state.peek().at !== 'online') return refused(refuse('unavailable', 'try-again'))
      // The stage plays the hub: what it says is of the query's type because it says so.
      return { ok: true, value: found(query) as AnswerOf[Q['type']] }
    },
    sendNow: async ({ type }) => (type === 'ShowTotals' ? refused(refuse('bad-code', 'try-again')) : done()),
    report: async () => ({ ok: true, value: undefined }),
    get keptForgotten() {
      return keptForgotten
    },
    forgetKept() {
      keptForgotten += 1
    },
    reconnect: () => undefined,
    sent,
    show: (put, drop = []) => frame(put, drop, false),
    showWhole: put => frame(put, [], true),
    setState(next) {
      state.value = next
      outbox.online(next.at === 'online')
    },
    answerWith(next) {
      answer = next
    },
  }
}

function stateOf(scene: Scene): LinkState {
  if (scene === 'pairing') return { at: 'pairing', code: 'KWX7PM', expiresAt: Date.now() + 300_000 }
  if (scene === 'connecting') return { at: 'connecting' }
  return scene === 'away' ? { at: 'away', since: Date.now() } : { at: 'online' }
}

function answerOf(scene: Scene, { command, sure }: Tap): Answer {
  if (sure) return done()
  if (scene === 'late') return refused(refuse('late', 'confirm'))
  if (scene === 'big' && command.type === 'PlaceOrder') return refused(refuse('big-round', 'confirm'))
  return done()
}

function found(query: Query): unknown {
  if (query.type === 'BrowseArtists') return { artists, more: false }
  if (query.type === 'YourSongs') return { hits: songs.slice(0, 8).map(({ initials: _initials, ...hit }) => hit) }
  if (query.type !== 'SearchSongs') return {}
  const needle = query.text.toLowerCase()
  const hits = songs.filter(
    song =>
      (needle === '' || song.initials.includes(needle) || song.title.toLowerCase().includes(needle)) &&
      (query.language === undefined || song.language === query.language) &&
      (query.artist === undefined || song.artist === query.artist),
  )
  return { hits: hits.map(({ initials: _initials, ...hit }) => hit), more: false }
}
