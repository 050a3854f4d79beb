/** One simulated device on a real socket: it comes back by itself, keeps the hub's pace, and counts what it is refused. */
import type { Answer, QueryAnswer } from '../../shared/protocol/answer.ts'
import type { PeopleCommand } from '../../shared/protocol/commands.ts'
import type { Id } from '../../shared/protocol/primitives.ts'
import type { AnswerOf, Query } from '../../shared/protocol/queries.ts'
import type { SlicesOf, Surface } from '../../shared/protocol/wire.ts'
import { connectDevice, type DeviceClient, type Expectation, renewToken } from '../lib/device-client.ts'
import { messageOf } from '../lib/message-of.ts'
import type { Tally } from './tally.ts'

export interface Credentials {
  readonly device: Id
  readonly token: string
}

export interface Link<S extends Surface> {
  readonly live: boolean
  one<K extends keyof SlicesOf[S] & string>(kind: K): SlicesOf[S][K] | undefined
  get<K extends keyof SlicesOf[S] & string>(kind: K, id: Id): SlicesOf[S][K] | undefined
  all<K extends keyof SlicesOf[S] & string>(kind: K): readonly SlicesOf[S][K][]
  /** The hub's clock, ms. */
  now(): number
  /**
   * Not sent when `still` (asked again when its turn comes) says that there is no reason any more. Undefined then, and
   * when the link broke before the answer.
   */
  send(command: PeopleCommand, more?: Expectation, still?: () => boolean): Promise<Answer | undefined>
  ask<Q extends Query>(query: Q): Promise<AnswerOf[Q['type']] | undefined>
  close(): void
}

export interface LinkDeps {
  readonly origin: string
  readonly tally: Tally
  /** Where the tokens of a cast that must renew them are kept. */
  readonly tokens?: TokenKeeper
}

export interface TokenKeeper {
  /** Resolves when it will be found again after a crash. */
  keep(next: Credentials): Promise<void>
  failed(error: unknown): void
}

/** A hub takes ten frames a second from one device; a person is slower. */
const paceMs = 120
const retryMs = 700
/** A screen that somebody opened in earnest is theirs. */
const takenRetryMs = 120_000

/** `changed` is called after each change of the view, and when the link comes or goes. */
export function createLink<S extends Surface>(
  { origin, tally, tokens }: LinkDeps,
  surface: S,
  credentials: Credentials,
  changed: () => void = () => undefined,
): Link<S> {
  let own = credentials
  let client: DeviceClient | undefined
  let closed = false
  let clockAhead = 0
  let last: Promise<unknown> = Promise.resolve()
  let wake: () => void = () => undefined

  void stayConnected()

  async function stayConnected(): Promise<void> {
    while (!closed) {
      const reason = await oneConnection()
      changed()
      if (!closed) await pause(isTaken(reason) ? takenRetryMs : retryMs)
    }
  }

  /** Answers why it ended. */
  async function oneConnection(): Promise<string> {
    try {
      const connected = await connectDevice({
        origin,
        ...own,
        shown: surface !== 'reader',
        ...(tokens && { onRenew: () => void renew(tokens) }),
      })
      if (closed) {
        connected.close()
        return 'closed'
      }
      const ended = new Promise<string>(end => void connected.socket.on('disconnect', end))
      connected.onView(({ now }) => {
        clockAhead = now - Date.now()
        changed()
      })
      // Simulated people hear what sounds.
      if (surface === 'console') connected.hearCalls()
      client = connected
      changed()
      return connected.socket.connected ? await ended : 'gone'
    } catch (error) {
      return messageOf(error)
    } finally {
      client = undefined
    }
  }

  async function renew({ keep, failed }: TokenKeeper): Promise<void> {
    try {
      const token = await renewToken(origin, own)
      if (token === undefined) return
      const next = { device: own.device, token }
      // Before it is shown: from then on the old one is over.
      await keep(next)
      own = next
    } catch (error) {
      // The hub asks again in some minutes.
      failed(error)
    }
  }

  function pause(ms: number): Promise<void> {
    return new Promise(go => {
      const timer = setTimeout(go, ms)
      wake = () => {
        clearTimeout(timer)
        go()
      }
    })
  }

  /** One after the other, each a moment after the one before. */
  function inTurn<T>(act: (client: DeviceClient) => Promise<T>): Promise<T | undefined> {
    const turn = last.then(async () => {
      if (!client) return undefined
      try {
        return await act(client)
      } catch {
        // Only the link can fail here; what it carried is planned again from what the house looks like then.
        tally.lose()
        return undefined
      }
    })
    last = turn.then(() => pauseFor(paceMs))
    return turn
  }

  return {
    get live() {
      return client !== undefined
    },
    // The hub's view of this surface: both ends are built together.
    one: <K extends keyof SlicesOf[S] & string>(kind: K) => client?.slice(kind) as SlicesOf[S][K] | undefined,
    get: <K extends keyof SlicesOf[S] & string>(kind: K, id: Id) =>
      client?.slice(`${kind}/${id}`) as SlicesOf[S][K] | undefined,
    all: <K extends keyof SlicesOf[S] & string>(kind: K) =>
      client ? ([...client.slices(`${kind}/`).values()] as SlicesOf[S][K][]) : [],
    now: () => Date.now() + clockAhead,
    async send(command, more = {}, still = always) {
      const answer = await inTurn(async one =>
        still() ? atPace(() => one.command(command, { tappedAt: Date.now() + clockAhead, ...more })) : undefined,
      )
      if (answer && !answer.ok) tally.refuse(command.type, answer.refusal.refused, !still())
      return answer
    },
    async ask<Q extends Query>(query: Q) {
      const answer: QueryAnswer<AnswerOf[Q['type']]> | undefined = await inTurn(one => atPace(() => one.query(query)))
      if (answer?.ok) return answer.value
      if (answer) tally.refuse('query', answer.refusal.refused)
      return undefined
    },
    close() {
      closed = true
      client?.close()
      wake()
    },
  }
}

const always = (): boolean => true

const isTaken = (reason: string): boolean => reason === 'not-paired' || reason === 'io server disconnect'

const pauseFor = (ms: number): Promise<void> => new Promise(next => setTimeout(next, ms))

/** What the hub would rather have a moment later is said a moment later, as every surface of ours does. */
async function atPace<A extends Answer | QueryAnswer<unknown>>(say: () => Promise<A>): Promise<A> {
  for (;;) {
    const answer = await say()
    if (answer.ok || answer.refusal.refused !== 'too-fast') return answer
    await pauseFor(answer.refusal.waitMs ?? paceMs)
  }
}
