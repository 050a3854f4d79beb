/**
 * The command loop. A command is parsed, authorised, looked up for, decided and evolved in arrival order, in memory;
 * what arrived while a sync was under way shares the next one. Acknowledging and projecting wait for the sync.
 */
import * as v from 'valibot'
import { type Answer, done, refused } from '../shared/protocol/answer.ts'
import { type Command, type CommandType, Envelope, type TimeCommand } from '../shared/protocol/commands.ts'
import type { Id } from '../shared/protocol/primitives.ts'
import { type Refusal, refuse } from '../shared/protocol/refusals.ts'
import { decide } from './domain/decide.ts'
import { answerOf, type Facts, isRefusal, type LineMeta, type Meta } from './domain/decision.ts'
import type { Event } from './domain/events.ts'
import { evolve } from './domain/evolve.ts'
import type { Principal } from './domain/principal.ts'
import { noticeSession } from './domain/staff/session.ts'
import type { Visit } from './domain/state.ts'
import { may } from './identity/authorise.ts'
import type { Journal, JournalLine } from './ports.ts'
import type { Live } from './state-codec.ts'

export interface HubLoop {
  /** `raw` is what came over the wire, or a command of time. Never rejects: every outcome is an answer. */
  submit(by: Principal, raw: unknown): Promise<Answer>
  issue(command: TimeCommand): Promise<Answer>
  /** Facts that the edge itself establishes, not by a command: a token renewed, a session opened by a one-time link. */
  enact(type: string, device: Id, events: readonly Event[]): Promise<Answer>
  /** Runs `then` when everything decided so far is on the disk; at once when it already is. False: it never got there. */
  whenDurable(then: (durable: boolean) => void): void
  /** The last fact in memory, durable or not. */
  readonly seq: number
  /** No command is taken any more; resolves when the last batch is on the disk. */
  stop(): Promise<void>
}

export interface LoopDeps {
  readonly live: Live
  readonly journal: Journal<Event>
  readonly now: () => number
  readonly nextId: (prefix: string) => string
  readonly dayOf: (at: number) => string
  /** What the command needs that memory does not hold; a refusal ends it. Answers at once where nothing is to look up. */
  readonly resolve: (
    command: Command,
    by: Principal,
    visit: Visit | undefined,
  ) => Facts | Refusal | Promise<Facts | Refusal>
  /** The command was refused after all: rows written for it are forgotten. */
  readonly cancel: (command: CommandType, facts: Facts) => void
  /** The parts of a decision's meta that come from records. */
  readonly house: () => Pick<Meta, 'venue' | 'item' | 'staff' | 'cashierTakesTickets' | 'houseUsual'>
  /** An event was evolved: records commit what it names. */
  readonly commit: (event: Event, line: { seq: number; at: number }) => void
  /** A batch is closed: the state is exactly what it will be on the disk. What it answers is called after the sync. */
  readonly closeBatch: (lines: readonly JournalLine<Event>[]) => () => void
  readonly failed: (error: unknown) => void
}

interface Pending {
  readonly line: JournalLine<Event>
  readonly answer: Answer
  readonly settle: (answer: Answer) => void
}

// Commands that a guest would not want carried out minutes after the finger came down.
const perishable: ReadonlySet<CommandType> = new Set<CommandType>(['PlaceOrder', 'CallService', 'SkipSong'])

export function createHubLoop(deps: LoopDeps): HubLoop {
  const { live, journal } = deps
  const { state, outboxes } = live
  const inFlight = new Map<string, Promise<Answer>>()
  const waiting: { readonly batch: number; readonly tell: (durable: boolean) => void }[] = []
  let seq = journal.lastSeq
  let batch = journal.lastBatch
  let pending: Pending[] = []
  let writing: Promise<void> | undefined
  let planned = false
  let accepting = true

  const unavailable = refused(refuse('unavailable', 'wait'))

  async function submit(by: Principal, raw: unknown): Promise<Answer> {
    if (!accepting) return unavailable
    const parsed = v.safeParse(Envelope, raw)
    if (!parsed.success) return refused(refuse('malformed'))
    const envelope = parsed.output
    const sender = senderOf(by)
    if (envelope.outbox === undefined || envelope.n === undefined) return run(by, envelope, envelope.command)
    const { outbox, n } = envelope
    const key = `${sender} ${outbox} ${n}`
    // Asked for first: what is decided but not yet on the disk has an answer that nobody may hear yet.
    const running = inFlight.get(key)
    if (running !== undefined) return running
    const known = outboxes.answered(sender, outbox, n)
    if (known) return known
    const answer = run(by, envelope, envelope.command).finally(() => inFlight.delete(key))
    inFlight.set(key, answer)
    return answer
  }

  async function run(
    by: Principal,
    envelope: Partial<Envelope> & { tappedAt: number },
    command: Command,
  ): Promise<Answer> {
    if (!may(by, command.type))
      return answerNo(by, envelope, refuse('not-allowed', by.kind === 'console' ? 'sign-in' : 'none'))
    const found = deps.resolve(command, by, meant(by, envelope))
    const facts = found instanceof Promise ? await found : found
    if (!accepting) return unavailable
    if ('refused' in facts) return answerNo(by, envelope, facts)
    return decideNow(by, envelope, command, facts)
  }

  /** From here to the end of the batch nothing waits: decisions are made in the order in which they get here. */
  function decideNow(
    by: Principal,
    envelope: Partial<Envelope> & { tappedAt: number },
    command: Command,
    facts: Facts,
  ): Answer | Promise<Answer> {
    const at = deps.now()
    const unexpected = checkExpectation(by, envelope, command, at)
    if (unexpected) {
      deps.cancel(command.type, facts)
      return answerNo(by, envelope, unexpected)
    }
    const visit = meant(by, envelope)
    const decision = decide(state, command, {
      ...deps.house(),
      at,
      tappedAt: Math.min(envelope.tappedAt, at),
      sure: envelope.sure === true,
      day: deps.dayOf(at),
      by,
      id: deps.nextId,
      facts,
      ...(visit && { visit }),
    })
    const answer = answerOf(decision)
    const events = decision.events ?? []
    if (isRefusal(decision) || events.length === 0) deps.cancel(command.type, facts)
    if (events.length === 0) {
      remember(by, envelope, answer)
      return onceDurable(answer)
    }
    const line = lineOf(by, envelope, command, events, answer, at)
    return enqueue(line, answer)
  }

  function enqueue(line: JournalLine<Event>, answer: Answer): Promise<Answer> {
    applyLine(live, line)
    for (const event of line.events) deps.commit(event, line)
    return new Promise(settle => {
      pending.push({ line, answer, settle })
      plan()
    })
  }

  function lineOf(
    by: Principal,
    envelope: Partial<Envelope>,
    command: Command,
    events: readonly Event[],
    answer: Answer,
    at: number,
  ) {
    seq += 1
    const { outbox, n } = envelope
    const line: JournalLine<Event> = {
      seq,
      batch: batch + 1,
      at,
      command: { type: command.type, ...(outbox !== undefined && { outbox }), ...(n !== undefined && { n }) },
      by: actorOf(by),
      events,
      ...(answer.ok ? { answer: answer.result } : { refusal: answer.refusal }),
    }
    return line
  }

  function plan(): void {
    if (planned || writing !== undefined || pending.length === 0) return
    planned = true
    // After this turn's frames have all been read: they share one write.
    setImmediate(() => {
      planned = false
      writing = write().finally(() => {
        writing = undefined
        plan()
      })
    })
  }

  async function write(): Promise<void> {
    const closing = pending
    pending = []
    batch += 1
    const lines = closing.map(({ line }) => line)
    const publish = deps.closeBatch(lines)
    try {
      await journal.append(lines)
    } catch (error) {
      stopTaking(closing, error)
      return
    }
    for (const { answer, settle } of closing) settle(answer)
    publish()
    while (waiting[0] && waiting[0].batch <= batch) waiting.shift()?.tell(true)
  }

  function stopTaking(closing: readonly Pending[], error: unknown): void {
    accepting = false
    // Nothing of this was promised: memory is wrong now and will be read anew from the disk.
    for (const { settle } of [...closing, ...pending]) settle(unavailable)
    for (const { tell } of waiting.splice(0)) tell(false)
    pending = []
    deps.failed(error)
  }

  function whenDurable(tell: (durable: boolean) => void): void {
    if (pending.length > 0) waiting.push({ batch: batch + 1, tell })
    else if (writing !== undefined) waiting.push({ batch, tell })
    else tell(accepting)
  }

  /** What an answer says may rest on facts that are not on the disk yet. */
  const onceDurable = (answer: Answer): Answer | Promise<Answer> =>
    pending.length === 0 && writing === undefined
      ? answer
      : new Promise(settle => whenDurable(durable => settle(durable ? answer : unavailable)))

  const answerNo = (by: Principal, envelope: Partial<Envelope>, refusal: Refusal): Answer => {
    const answer = refused(refusal)
    remember(by, envelope, answer)
    return answer
  }

  function remember(by: Principal, { outbox, n }: Partial<Envelope>, answer: Answer): void {
    if (outbox !== undefined && n !== undefined) outboxes.record(senderOf(by), outbox, n, answer)
  }

  /** The visit that a panel's tap was meant for, if it is still one of this room's. */
  function meant(by: Principal, envelope: Partial<Envelope>): Visit | undefined {
    if (by.kind !== 'panel' || envelope.visit === undefined) return undefined
    const visit = state.visits.get(envelope.visit)
    return visit && visit.status !== 'closed' && visit.wasIn.includes(by.room) ? visit : undefined
  }

  function checkExpectation(
    by: Principal,
    envelope: Partial<Envelope> & { tappedAt: number },
    command: Command,
    at: number,
  ): Refusal | undefined {
    if (by.kind === 'panel' && !meant(by, envelope)) return refuse('visit-closed')
    if (by.kind === 'staff') {
      const session = state.sessions.get(by.device)
      if (!session || session.id !== by.session || (envelope.session !== undefined && envelope.session !== session.id))
        return refuse('signed-out', 'sign-in')
    }
    const { lateAfterMs } = deps.house().venue.policy
    if (perishable.has(command.type) && !envelope.sure && at - envelope.tappedAt > lateAfterMs)
      return refuse('late', 'confirm')
    return undefined
  }

  return {
    submit,
    enact(type, device, events) {
      if (!accepting) return Promise.resolve(unavailable)
      seq += 1
      return enqueue(
        { seq, batch: batch + 1, at: deps.now(), command: { type }, by: { device }, events, answer: {} },
        done(),
      )
    },
    issue: command => run({ kind: 'system' }, { tappedAt: deps.now() }, command),
    whenDurable,
    get seq() {
      return seq
    },
    async stop() {
      accepting = false
      while (pending.length > 0 || writing !== undefined)
        await (writing ?? new Promise<void>(next => setImmediate(next)))
    },
  }
}

/** What one line of the journal does to memory: the same at the moment of the command and at replay. */
export function applyLine({ state, outboxes }: Live, line: JournalLine<Event>): void {
  const meta: LineMeta = { at: line.at, by: line.by }
  for (const event of line.events) evolve(state, event, meta)
  noticeSession(state, meta)
  const { outbox, n } = line.command
  if (outbox !== undefined && n !== undefined)
    outboxes.record(line.by.device ?? '', outbox, n, line.refusal ? refused(line.refusal) : done(line.answer))
}

const senderOf = (by: Principal): string => (by.kind === 'system' ? '' : by.kind === 'phone' ? by.claim : by.device)

function actorOf(by: Principal): JournalLine<Event>['by'] {
  switch (by.kind) {
    case 'system':
      return { system: true }
    case 'phone':
      return { phone: true, device: by.claim }
    case 'staff':
      return { device: by.device, staff: by.staff }
    case 'kiosk':
    case 'reader':
    case 'panel':
    case 'player':
    case 'console':
    case 'station':
      return { device: by.device }
  }
}
