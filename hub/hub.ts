/**
 * The command loop. A command is parsed, authorised, looked up for, decided and evolved in arrival order, in memory;
 * what arrived in one turn of the loop, or while it waited for the disk, shares a sync. Acknowledging and projecting wait for it.
 */
import * as v from 'valibot'
import { type Answer, done, refused } from '../shared/protocol/answer.ts'
import { type Command, type CommandType, Envelope, type TimeCommand } from '../shared/protocol/commands.ts'
import type { Id } from '../shared/protocol/primitives.ts'
import { type Refusal, refuse } from '../shared/protocol/refusals.ts'
import { touchFreshMs } from '../shared/protocol/touch-fresh.ts'
import type { TapInDoubt } from '../shared/protocol/wire.ts'
import type { Live } from './checkpoint/state-codec.ts'
import { noticePhone, refuseMore } from './domain/check-in/claim.ts'
import { decide } from './domain/decide.ts'
import { answerOf, type Decision, type Facts, isRefusal, type LineMeta, type Meta } from './domain/decision.ts'
import type { Event } from './domain/events.ts'
import { evolve } from './domain/evolve.ts'
import type { Principal } from './domain/principal.ts'
import { noticeSession } from './domain/staff/session.ts'
import type { Visit } from './domain/state.ts'
import { passOn } from './domain/visit/pass-on.ts'
import { may } from './identity/authorise.ts'
import { type Batches, createBatches, unavailable } from './loop/batches.ts'
import { isFailedWrite, type Journal, type JournalLine } from './ports.ts'

export interface HubLoop {
  /** `raw` is what came over the wire, or a command of time. Never rejects: every outcome is an answer. */
  submit(by: Principal, raw: unknown): Promise<Answer>
  issue(command: TimeCommand): Promise<Answer>
  /** Facts that the edge itself establishes, not by a command: a token renewed, a session opened by a one-time link. */
  enact(type: string, by: JournalLine<Event>['by'], events: readonly Event[]): Promise<Answer>
  /** Whether this tap of the principal's was answered, if maybe not out loud. */
  answered(by: Principal, tap: TapInDoubt): boolean
  readonly whenDurable: Batches['whenDurable']
  readonly written: Batches['written']
  /** A store that memory rests on failed elsewhere: as when a write of the journal fails. */
  fail(error: unknown): void
  /** False: a write failed, and memory may hold what is on no disk. */
  readonly sound: boolean
  /** The last fact in memory, durable or not. */
  readonly seq: number
  /** No command is taken any more, and the last batch is on the disk. */
  stop(): void
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
  /** Rows were written from a version that is not the newest any more: somebody else saved in between. */
  readonly outdated: (command: CommandType, facts: Facts) => Refusal | undefined
  /** The command was refused after all: rows written for it are forgotten. */
  readonly cancel: (command: CommandType, facts: Facts) => void
  /** The parts of a decision's meta that come from records. */
  readonly house: () => Pick<
    Meta,
    'venue' | 'item' | 'packs' | 'staff' | 'everybody' | 'cashierTakesTickets' | 'houseUsual'
  >
  /** What this device says to have tapped before was tapped then, ms. */
  readonly earliestTap: (device: Id) => number
  /** An event was evolved: from here on look-ups find the row that it names. It may not be on the disk yet. */
  readonly show: (event: Event) => void
  /** These are on the disk, and the state is exactly what they made of it. */
  readonly publish: (lines: readonly JournalLine<Event>[]) => void
  /** Something broke that is nobody's tap: a bug, or a store that cannot be read. */
  readonly stumbled: (command: CommandType, error: unknown) => void
  /** Somebody asked what is not theirs to ask. */
  readonly turnedAway: (by: Principal, what: CommandType) => void
  readonly failed: (error: unknown) => void
}

type Asked = Partial<Envelope> & { tappedAt: number }

/** What a hand does at the entrance, by a reader or by the page that a reader types into. */
const touches: ReadonlySet<CommandType> = new Set<CommandType>(['TouchCard', 'MisreadCard', 'ScanCode'])
// Commands that a guest would not want carried out minutes after the finger came down.
const perishable: ReadonlySet<CommandType> = new Set<CommandType>(['PlaceOrder', 'CallService', 'SkipSong'])

export function createHubLoop(deps: LoopDeps): HubLoop {
  const { live, journal } = deps
  const { state, outboxes } = live
  const inFlight = new Map<string, Promise<Answer>>()
  const batches = createBatches({
    journal,
    publish: deps.publish,
    answerOf: answerOfLine,
    failed: deps.failed,
  })

  async function submit(by: Principal, raw: unknown): Promise<Answer> {
    if (!batches.accepting) return unavailable
    const parsed = v.safeParse(Envelope, raw, { abortEarly: true })
    if (!parsed.success) return refused(refuse('malformed'))
    const envelope = parsed.output
    const sender = senderOf(actorOf(by))
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

  async function run(by: Principal, envelope: Asked, command: Command): Promise<Answer> {
    if (!may(by, command.type)) {
      deps.turnedAway(by, command.type)
      return answerNo(by, envelope, refuse('not-allowed', by.kind === 'console' ? 'sign-in' : 'none'))
    }
    const enough = refuseMore(state, by)
    if (enough) return answerNo(by, envelope, enough)
    try {
      const found = deps.resolve(command, by, meant(by, envelope))
      const facts = found instanceof Promise ? await found : found
      if (!batches.accepting) return unavailable
      if ('refused' in facts) return answerNo(by, envelope, facts)
      return await decideNow(by, envelope, command, facts)
    } catch (error) {
      return stumble(command.type, error)
    }
  }

  /** Nothing was evolved, so nothing is lost but this tap. A store that broke takes memory with it. */
  function stumble(command: CommandType, error: unknown): Answer {
    if (isFailedWrite(error)) {
      batches.fail(error)
      return unavailable
    }
    deps.stumbled(command, error)
    return refused(refuse('unavailable', 'try-again'))
  }

  /** From here to the end of the batch nothing waits: decisions are made in the order in which they get here. */
  function decideNow(by: Principal, envelope: Asked, command: Command, facts: Facts): Answer | Promise<Answer> {
    const at = deps.now()
    const unexpected = checkExpectation(by, envelope, command, at) ?? deps.outdated(command.type, facts)
    if (unexpected) {
      deps.cancel(command.type, facts)
      const passed = unexpected.refused === 'late' ? passedOn(by, envelope, command) : []
      if (passed.length > 0) return batches.add(lineOf(by, envelope, command, passed, refused(unexpected), at), apply)
      return answerNo(by, envelope, unexpected)
    }
    const decision = decideSafely(by, envelope, command, facts, at)
    const answer = answerOf(decision)
    // On the panel that sent it nobody is told a "no": its party is not there.
    const events = isRefusal(decision)
      ? [...(decision.events ?? []), ...passedOn(by, envelope, command)]
      : (decision.events ?? [])
    if (isRefusal(decision) || events.length === 0) deps.cancel(command.type, facts)
    if (events.length > 0) return batches.add(lineOf(by, envelope, command, events, answer, at), apply)
    remember(by, envelope, answer)
    return batches.onceDurable(answer)
  }

  function decideSafely(by: Principal, envelope: Asked, command: Command, facts: Facts, at: number): Decision {
    const visit = meant(by, envelope)
    const { venue, item, packs, staff, everybody, cashierTakesTickets, houseUsual } = deps.house()
    try {
      // One by one: spread, an object of so many fields costs more than most decisions.
      return decide(state, command, {
        venue,
        item,
        packs,
        staff,
        everybody,
        cashierTakesTickets,
        houseUsual,
        at,
        tappedAt: Math.min(Math.max(envelope.tappedAt, 'device' in by ? deps.earliestTap(by.device) : 0), at),
        sure: envelope.sure === true,
        day: deps.dayOf(at),
        by,
        id: deps.nextId,
        facts,
        ...(visit && { visit }),
      })
    } catch (error) {
      deps.cancel(command.type, facts)
      throw error
    }
  }

  function apply(line: JournalLine<Event>): void {
    applyLine(live, line)
    for (const event of line.events) deps.show(event)
  }

  const lineOf = (
    by: Principal,
    { outbox, n }: Asked,
    command: Command,
    events: readonly Event[],
    answer: Answer,
    at: number,
  ): Omit<JournalLine<Event>, 'seq' | 'batch'> => ({
    at,
    command: { type: command.type, ...(outbox !== undefined && { outbox }), ...(n !== undefined && { n }) },
    by: actorOf(by),
    events,
    ...(answer.ok ? { answer: answer.result } : { refusal: answer.refusal }),
  })

  const answerNo = (by: Principal, envelope: Asked, refusal: Refusal): Answer | Promise<Answer> => {
    const answer = refused(refusal)
    remember(by, envelope, answer)
    return batches.onceDurable(answer)
  }

  function remember(by: Principal, { outbox, n }: Asked, answer: Answer): void {
    if (outbox !== undefined && n !== undefined) outboxes.record(senderOf(actorOf(by)), outbox, n, answer)
  }

  /** The visit that a panel's tap was meant for, or what it went on as, if its party is still there. */
  function meant(by: Principal, envelope: Asked): Visit | undefined {
    if (by.kind !== 'panel' || envelope.visit === undefined) return undefined
    let visit = state.visits.get(envelope.visit)
    if (!visit?.wasIn.includes(by.room)) return undefined
    while (visit?.into !== undefined) visit = state.visits.get(visit.into)
    return visit?.status === 'closed' ? undefined : visit
  }

  /** Not done as it was tapped, and its party is in another room by now: it is asked about there. */
  function passedOn(by: Principal, envelope: Asked, command: Command): readonly Event[] {
    const visit = meant(by, envelope)
    if (by.kind !== 'panel' || !visit) return []
    return passOn(visit, by.room, command, envelope.tappedAt, deps.nextId('t'))
  }

  function checkExpectation(by: Principal, envelope: Asked, command: Command, at: number): Refusal | undefined {
    if (by.kind === 'panel' && !meant(by, envelope)) return refuse('visit-closed')
    if (by.kind === 'staff') {
      const session = state.sessions.get(by.device)
      if (!session || session.id !== by.session || (envelope.session !== undefined && envelope.session !== session.id))
        return refuse('signed-out', 'sign-in')
    }
    // Who meant it has signed out, and the station does not do it in nobody's name.
    if (by.kind === 'station' && envelope.session !== undefined) return refuse('signed-out', 'sign-in')
    // Whoever touched it has gone on, or touched it again: nobody is to be welcomed by it now.
    const touched = by.kind === 'reader' || (by.kind === 'kiosk' && touches.has(command.type))
    if (touched && at - envelope.tappedAt > touchFreshMs) return refuse('late')
    if (!perishable.has(command.type) || envelope.sure) return undefined
    const { lateAfterMs } = deps.house().venue.policy
    return at - envelope.tappedAt > lateAfterMs ? refuse('late', 'confirm') : undefined
  }

  return {
    submit,
    enact(type, by, events) {
      if (!batches.accepting) return Promise.resolve(unavailable)
      return batches.add({ at: deps.now(), command: { type }, by, events, answer: {} }, apply)
    },
    answered: (by, { outbox, n }) => outboxes.answered(senderOf(actorOf(by)), outbox, n) !== undefined,
    issue: command => run({ kind: 'system' }, { tappedAt: deps.now() }, command),
    whenDurable: batches.whenDurable,
    written: batches.written,
    fail: batches.fail,
    get sound() {
      return !batches.failed
    },
    get seq() {
      return batches.seq
    },
    stop: batches.stop,
  }
}

/** What one line of the journal does to memory: the same at the moment of the command and at replay. */
export function applyLine({ state, outboxes }: Live, line: JournalLine<Event>): void {
  const meta: LineMeta = { at: line.at, by: line.by }
  for (const event of line.events) evolve(state, event, meta)
  noticeSession(state, meta)
  noticePhone(state, meta)
  const { outbox, n } = line.command
  if (outbox !== undefined && n !== undefined) outboxes.record(senderOf(line.by), outbox, n, answerOfLine(line))
  for (const event of line.events) {
    if (event.type === 'DeviceRevoked') outboxes.forget(event.device)
    // A claim lasts minutes, and phones come by the hundred every night. Who stands there at six is still answered once.
    if (event.type === 'DayRolled') outboxes.forgetAll(phones, claim => state.claims.has(claim))
  }
}

const answerOfLine = ({ refusal, answer }: JournalLine<Event>): Answer => (refusal ? refused(refusal) : done(answer))

const phones = 'phone/'

/** Whose outboxes: a device's, or a phone's as long as its claim lasts. */
const senderOf = ({ device = '', phone }: JournalLine<Event>['by']): string => (phone ? `${phones}${device}` : device)

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
