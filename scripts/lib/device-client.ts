/** A device as a program plays it: the demo's guests, the bench and the crash campaign tap through this. */
import { io, type Socket } from 'socket.io-client'
import * as v from 'valibot'
import type { Answer, QueryAnswer } from '../../shared/protocol/answer.ts'
import type { PeopleCommand } from '../../shared/protocol/commands.ts'
import { createHeldSlices } from '../../shared/protocol/held-slices.ts'
import type { Id } from '../../shared/protocol/primitives.ts'
import type { AnswerOf, Query } from '../../shared/protocol/queries.ts'
import type { ReaderReport } from '../../shared/protocol/readers.ts'
import { heardMost, type SoundReport } from '../../shared/protocol/sound.ts'
import { PROTOCOL } from '../../shared/protocol/version.ts'
import type { ClientToHub, FeedNews, Handshake, HubToClient, ViewFrame } from '../../shared/protocol/wire.ts'

export interface DeviceClient {
  /** `tappedAt` is now unless given. Rejects when no answer came within `patienceMs` or the link broke. */
  command(command: PeopleCommand, more?: Expectation): Promise<Answer>
  query<Q extends Query>(query: Q): Promise<QueryAnswer<AnswerOf[Q['type']]>>
  /** The slice at `kind` or `kind/id`, as the view has it now. */
  slice(key: string): unknown
  /** Key → slice of all that start with `prefix`. */
  slices(prefix?: string): ReadonlyMap<string, unknown>
  onView(listener: (frame: ViewFrame) => void): void
  onFeed(listener: (frame: FeedNews) => void): void
  /** A console at which somebody hears every call from now on, and which says so as a real one does. */
  hearCalls(): void
  readonly socket: Socket<HubToClient, ClientToHub>
  close(): void
}

export interface Expectation {
  readonly outbox?: Id
  readonly n?: number
  readonly visit?: Id
  readonly session?: Id
  readonly sure?: boolean
  /** Hub time, ms. */
  readonly tappedAt?: number
}

export type Credentials = { readonly device: Id; readonly token: string } | { readonly claim: string }

/**
 * Resolves with the whole view there, for a reader (`shown: false`), which is shown none, when it is let in. Without
 * `reconnection` it rejects with the hub's refusal (`not-paired`, …) or why the link broke as its message.
 */
export async function connectDevice(
  options: {
    origin: string
    reconnection?: boolean
    feedAfter?: number
    shown?: boolean
    /** 10 s unless given: before a campaign begins a machine may have much else to do. */
    patienceMs?: number
    /** Its token is a day old: it wants `renewToken`. */
    onRenew?: () => void
  } & Credentials,
): Promise<DeviceClient> {
  const { origin, reconnection = false, feedAfter, shown = true, patienceMs = 10_000, onRenew } = options
  const held = createHeldSlices()
  const said: Handshake = {
    protocol: PROTOCOL,
    ...('device' in options ? { device: options.device } : { claim: options.claim }),
    ...(feedAfter !== undefined && { feedAfter }),
  }
  const socket: Socket<HubToClient, ClientToHub> = io(origin, {
    transports: ['websocket'],
    forceNew: true,
    reconnection,
    // A page that comes back says what it holds.
    auth: give => give({ ...said, ...(held.mark !== undefined && { menu: held.mark }) }),
    // As a browser would: with its cookie it is known before it is let in, and takes no stranger's place.
    extraHeaders: { origin, ...('device' in options && { cookie: cookieOf(origin, options) }) },
  })
  socket.on('view', sent => {
    if (!held.fill(sent)) socket.disconnect().connect()
  })
  if (onRenew) socket.on('renew', onRenew)
  // A hub that is still starting refuses by itself, which ends socket.io's own attempts.
  socket.on('connect_error', () => {
    if (reconnection && !socket.active) setTimeout(() => socket.connect(), startingRetryMs).unref()
  })
  /** The hub's clock less ours, from its first frame, or from its answer to what a reader says of itself. */
  let ahead = 0
  socket.once('view', ({ now }) => {
    ahead = now - Date.now()
  })
  await new Promise<void>((resolve, reject) => {
    if (shown) socket.once('view', () => resolve())
    else socket.once('connect', () => resolve())
    if (reconnection) return
    socket.once('connect_error', reject)
    // Let in and gone again before it was shown anything: a hub that was killed just then.
    socket.once('disconnect', reason => reject(new Error(reason)))
  })

  if (!shown) {
    const report: ReaderReport = { driver: true, readers: [], lost: 0 }
    const taken = await socket.timeout(patienceMs).emitWithAck('presence', report)
    if (taken.ok) ahead = v.parse(v.object({ now: v.number() }), taken.value).now - Date.now()
  }

  return {
    command: (command, more = {}) =>
      socket.timeout(patienceMs).emitWithAck('command', { tappedAt: Date.now() + ahead, ...more, command }),
    // The hub answers each query with its own shape; both ends are built together.
    query: async <Q extends Query>(query: Q) =>
      (await socket.timeout(patienceMs).emitWithAck('query', query)) as QueryAnswer<AnswerOf[Q['type']]>,
    slice: key => held.slices.get(key),
    slices: (prefix = '') => new Map([...held.slices].filter(([key]) => key.startsWith(prefix))),
    onView: listener => void socket.on('view', listener),
    onFeed: listener => void socket.on('view', ({ feed }) => feed && listener(feed)),
    hearCalls() {
      let told: string | undefined
      const tell = () => {
        const heard = openCalls(held.slices)
        if (heard.join() === told) return
        told = heard.join()
        const report: SoundReport = { sounding: true, heard }
        socket.emit('presence', report, taken => {
          if (!taken.ok) told = undefined
        })
      }
      socket.on('view', tell)
      tell()
    },
    socket,
    close: () => void socket.disconnect(),
  }
}

const startingRetryMs = 500

const openCalls = (view: ReadonlyMap<string, unknown>): string[] =>
  [...view]
    .filter(([key, call]) => key.startsWith('request/') && v.is(OpenCall, call))
    .map(([key]) => key.slice('request/'.length))
    .slice(-heardMost)

const OpenCall = v.object({ status: v.literal('open') })

/** Claims a one-time link that the hub made for `device`; its token is good until the next claim. */
export async function claimDevice(origin: string, device: Id, secret: string): Promise<string> {
  const response = await post(origin, '/pair/claim', { device, secret })
  const token = tokenIn(response)
  if (!response.ok || token === undefined) throw new Error(`${device} was not paired: ${await response.text()}`)
  return token
}

/**
 * The next token of a device that shows a good one; undefined while that is new enough. The old one stays good until the
 * next is first shown: whoever keeps it before showing it can die in between.
 */
export async function renewToken(origin: string, shown: { device: Id; token: string }): Promise<string | undefined> {
  const response = await post(origin, '/pair/renew', { device: shown.device }, { cookie: cookieOf(origin, shown) })
  if (!response.ok) throw new Error(`${shown.device} got no new token: ${await response.text()}`)
  return tokenIn(response)
}

function post(origin: string, path: string, body: object, more: Record<string, string> = {}): Promise<Response> {
  return fetch(origin + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin, ...more },
    body: JSON.stringify(body),
  })
}

const tokenIn = (response: Response): string | undefined =>
  /=([\w-]+);/.exec(response.headers.get('set-cookie') ?? '')?.[1]

function cookieOf(origin: string, { device, token }: { device: Id; token: string }): string {
  return `${origin.startsWith('https:') ? '__Host-' : ''}cm-${device}=${token}`
}
