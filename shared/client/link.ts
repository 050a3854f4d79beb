/** The link to the hub, the same for all four apps: becomes known, connects, shows the view, sends the taps. */
import { batch, type ReadonlySignal, signal } from '@preact/signals'
import { io, type Socket } from 'socket.io-client'
import type { Answer, QueryAnswer } from '../protocol/answer.ts'
import type { CameraReport } from '../protocol/camera.ts'
import type { PeopleCommand } from '../protocol/commands.ts'
import { forgets } from '../protocol/forgets.ts'
import { createHeldSlices } from '../protocol/held-slices.ts'
import type { Id } from '../protocol/primitives.ts'
import type { AnswerOf, Query } from '../protocol/queries.ts'
import type { SoundReport } from '../protocol/sound.ts'
import { PROTOCOL } from '../protocol/version.ts'
import type { FeedLine } from '../protocol/views/console.ts'
import type { ClientToHub, FeedNews, Handshake, HubHealth, HubToClient, SlicesOf, Surface } from '../protocol/wire.ts'
import { claimLink, claimTicket, renewToken, type ShownCode, waitForPairing } from './become-known.ts'
import { createDirect, unavailable } from './direct.ts'
import { createHubClock } from './hub-clock.ts'
import { createViewKeeper } from './kept-view.ts'
import { newId } from './new-id.ts'
import { createOutbox, type Outbox } from './outbox.ts'
import { reloadPage, startAnew } from './reload.ts'
import type { Meant } from './tap.ts'
import { createForgetfulStore, createTapStore } from './tap-store.ts'
import { createViewStore, type View } from './view-store.ts'

export type LinkState =
  | { readonly at: 'connecting' }
  | { readonly at: 'online' }
  /** The hub cannot be reached since this hub time, ms. Taps wait in the outbox. */
  | { readonly at: 'away'; readonly since: number }
  /** Nobody knows this device: it shows the code for a manager to type. No code: the hub is away, or `full`: too many wait. */
  | ({ readonly at: 'pairing'; readonly full?: true } & Partial<ShownCode>)
  /** The same device was opened elsewhere; `reconnect` takes it back. */
  | { readonly at: 'replaced' }
  /** A phone without a ticket, or with one that was used or lapsed: scan the kiosk, or type its letters. */
  | { readonly at: 'expired' }

export interface Link<S extends Surface> extends Omit<Outbox, 'loaded' | 'online' | 'inDoubt' | 'viewChanged'> {
  readonly state: ReadonlySignal<LinkState>
  readonly health: ReadonlySignal<HubHealth['status']>
  readonly view: View<SlicesOf[S]>
  /** A console's live feed, oldest first. */
  readonly feed: ReadonlySignal<readonly FeedLine[]>
  /** Hub time, ms. */
  hubNow(): number
  /** Refused with `unavailable` while the hub is away: questions do not wait. */
  ask<Q extends Query>(query: Q): Promise<QueryAnswer<AnswerOf[Q['type']]>>
  /** For what never enters the outbox, a PIN or a guest's at the entrance: now or, with `unavailable`, not at all. Tried again, it is the same. */
  sendNow(command: PeopleCommand, meant?: Meant): Promise<Answer>
  /** What this surface says of itself; to be said again after every loss. */
  report(report: SoundReport | CameraReport): Promise<QueryAnswer<unknown>>
  /** Forgets what a reload without the hub would show of the view. What is on the screen stays. */
  forgetKept(): void
  /** Takes the device back; a phone tries the claim that it got meanwhile. */
  reconnect(): void
}

const ackMs = 8000
/** What an earlier page left may be in doubt; a browser whose store hangs is let in all the same. */
const storeMs = 300
const startingRetryMs = 1500
const feedKept = 300

/** `device` is the one in the page's address unless given. Once per page. */
export function connect<S extends Surface>(options: { surface: S; device?: Id }): Link<S> {
  const { surface, device = deviceInAddress() } = options
  const clock = createHubClock()
  const view = createViewStore<SlicesOf[S]>()
  // A room's guests go on while the hub is away, also after a reload; nobody else has anything to go on with.
  const keeper = surface === 'panel' && device !== undefined ? createViewKeeper(device, 'visit') : undefined
  const kept = keeper?.load()
  const state = signal<LinkState>({ at: 'connecting' })
  const health = signal<HubHealth['status']>('ok')
  const feed = signal<readonly FeedLine[]>([])
  let held = createHeldSlices()
  let claim: string | undefined
  let session: unknown
  /** Of the house that this page was shown first. */
  let life: { readonly restoredAt: number | undefined } | undefined

  const socket: Socket<HubToClient, ClientToHub> = io({
    transports: ['websocket'],
    autoConnect: false,
    reconnectionDelay: 300,
    reconnectionDelayMax: 3000,
    timeout: 5000,
    auth: async give => {
      await Promise.race([outbox.loaded, pause(storeMs)])
      const feedAfter = feed.peek().at(-1)?.seq
      const inDoubt = outbox.inDoubt()
      const said: Handshake = {
        protocol: PROTOCOL,
        ...(claim === undefined ? device !== undefined && { device } : { claim }),
        ...(feedAfter !== undefined && { feedAfter }),
        ...(held.mark !== undefined && { menu: held.mark }),
        ...(inDoubt && { inDoubt }),
      }
      give(said)
    },
  })

  const outbox = createOutbox({
    // Guests who stand at the entrance leave nothing behind.
    store:
      surface === 'phone' || surface === 'kiosk' || device === undefined
        ? createForgetfulStore()
        : createTapStore(device),
    send: tap => send(tap),
    newId,
    hubNow: clock.now,
    wait: pause,
  })

  const direct = createDirect({ send: envelope => send(envelope), outbox: newId('o'), hubNow: clock.now })

  /** Undefined when no answer came: not connected, cut off, or too slow. */
  async function send(envelope: object): Promise<Answer | undefined> {
    if (!socket.connected) return undefined
    return socket
      .timeout(ackMs)
      .emitWithAck('command', envelope)
      .catch(() => undefined)
  }

  socket.on('connect', () => {
    state.value = { at: 'online' }
    // What is not well is said after this.
    health.value = 'ok'
    outbox.online(true)
  })
  socket.on('disconnect', reason => {
    outbox.online(false)
    // The hub's own farewell: coming back unasked would throw the other one out.
    state.value = reason === 'io server disconnect' ? { at: 'replaced' } : { at: 'away', since: clock.now() }
  })
  socket.on('connect_error', ({ message }) => {
    if (message === 'not-paired') return becomeStranger()
    if (message === 'other-version') return reloadPage(connectSoon)
    if (state.peek().at !== 'away') state.value = { at: 'away', since: clock.now() }
    // A refusal by the hub itself (starting, too-many) ends socket.io's own attempts.
    if (!socket.active) return connectSoon()
    void showKept()
  })
  socket.on('view', sent => {
    const frame = held.fill(sent)
    // Without it nothing of this can be shown: asked for anew it comes whole. Not at once: should that not do, a house of
    // pages would be all that the hub is busy with.
    if (!frame) {
      socket.disconnect()
      return connectSoon()
    }
    // What somebody is in the middle of is of a house that is gone.
    if (frame.whole && life && life.restoredAt !== frame.restoredAt) startAnew()
    if (frame.whole) life ??= { restoredAt: frame.restoredAt }
    clock.learn(frame.now)
    view.apply(frame)
    keeper?.keep(frame)
    if (forgets(frame, 'self')) forgetOthersFeed(frame.put)
    if (frame.feed) addNews(frame.feed)
    outbox.viewChanged(frame.answered)
  })
  socket.on('renew', () => {
    if (device !== undefined) void renewToken(device)
  })
  socket.on('health', ({ status }) => {
    health.value = status
    // What waits until its disk is asked again need not wait any longer.
    if (status === 'ok' && socket.connected) outbox.online(true)
  })

  function addNews({ lines, gap }: FeedNews): void {
    const last = feed.peek().at(-1)?.seq ?? 0
    const more = lines.filter(({ seq }) => gap || seq > last)
    feed.value = [...(gap ? [] : feed.peek()), ...more].slice(-feedKept)
  }

  /** What one person's feed said is not the next one's to read. */
  function forgetOthersFeed(put: readonly (readonly [string, unknown])[]): void {
    const self = put.find(([key]) => key === 'self')?.[1]
    const now = JSON.stringify(
      typeof self === 'object' && self !== null && 'session' in self ? self.session : undefined,
    )
    if (now !== session) feed.value = []
    session = now
  }

  /** No hub at all, and this page has heard nothing yet: what the one before it knew is what there is. */
  async function showKept(): Promise<void> {
    const found = await kept
    if (!found || view.ready.peek() || state.peek().at !== 'away') return
    clock.assume(found.at, found.wall)
    batch(() => {
      state.value = { at: 'away', since: found.at }
      view.apply({ seq: 0, whole: true, now: found.at, put: found.slices, drop: [] })
    })
  }

  function connectSoon(): void {
    setTimeout(() => socket.connect(), startingRetryMs)
  }

  function becomeStranger(): void {
    if (state.peek().at === 'pairing') return
    view.clear()
    held = createHeldSlices()
    keeper?.forget()
    feed.value = []
    if (surface === 'phone') {
      state.value = { at: 'expired' }
      return
    }
    state.value = { at: 'pairing' }
    const show = (code: ShownCode | { full: true } | undefined) => {
      state.value = { at: 'pairing', ...code }
    }
    const was = device === undefined ? {} : { device }
    void waitForPairing({ surface, ...was, show, stopped: () => state.peek().at !== 'pairing' })
  }

  async function start(): Promise<void> {
    if (surface === 'phone') claim = await claimTicket()
    else if (device !== undefined) await claimLink(device)
    if (claim === undefined && device === undefined) becomeStranger()
    else socket.connect()
  }
  void start()

  return {
    ...outbox,
    state,
    health,
    view,
    feed,
    hubNow: clock.now,
    async ask<Q extends Query>(query: Q) {
      if (!socket.connected) return unavailable
      const answer = await socket
        .timeout(ackMs)
        .emitWithAck('query', query)
        .catch(() => unavailable)
      return answer as QueryAnswer<AnswerOf[Q['type']]>
    },
    async sendNow(command, meant) {
      return socket.connected ? direct(command, meant) : unavailable
    },
    async report(report) {
      if (!socket.connected) return unavailable
      return socket
        .timeout(ackMs)
        .emitWithAck('presence', report)
        .catch(() => unavailable)
    },
    forgetKept: () => keeper?.forget(),
    reconnect: () => void start(),
  }
}

const pause = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms))

/** `/panel/d1` is the page of device `d1`. */
function deviceInAddress(): Id | undefined {
  return /^\/[a-z]+\/([a-z0-9][\w.-]{0,47})$/.exec(location.pathname)?.[1]
}
