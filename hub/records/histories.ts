/**
 * What members did here: derived from facts, kept in shards beside their records. A shard knows the last fact it holds and
 * passes over those at or below, so that a replay adds nothing twice. Saved at a checkpoint, only where something changed.
 */
import * as v from 'valibot'
import { severalAtOnce } from '../documents/several-at-once.ts'
import { shardOfId } from '../documents/shard-id.ts'
import type { Event, EventOf } from '../domain/events.ts'
import { History, type PastVisit } from '../domain/member/member.ts'
import { type Document, type Documents, isDamaged, StoreFailed } from '../ports.ts'
import { type Answered, toPastVisit, united, withOutcome, withVisit } from './past-visits.ts'

/** As the disk has it. Of twenty-five members a start asks for one or two. */
interface StoredHistory {
  readonly member: string
}
const isStoredHistory = (raw: unknown): raw is StoredHistory =>
  typeof raw === 'object' && raw !== null && 'member' in raw && typeof raw.member === 'string'

const Shard = v.strictObject({ seq: v.number(), rows: v.array(v.custom<StoredHistory>(isStoredHistory)) })
type Shard = v.InferOutput<typeof Shard>

/** What a history is made of. */
type Told = EventOf<'VisitClosed' | 'MemberErased' | 'MembersMerged'> | Answered
interface Fact {
  readonly event: Told
  readonly seq: number
}
const isFact = (event: Event): event is Told =>
  event.type === 'VisitClosed' ||
  event.type === 'MemberErased' ||
  event.type === 'MembersMerged' ||
  (event.type === 'RequestResolved' && event.gone !== undefined)

interface Loaded {
  readonly document: Document<Shard>
  /** Nobody asked for these yet: they go back as they came. */
  readonly unread: Map<string, StoredHistory>
  readonly rows: Map<string, History>
  seq: number
  dirty: boolean
}

export interface Histories {
  /** The member's history if its shard is loaded. Throws StoreFailed 'unreadable', as `load` rejects. */
  get(member: string): History
  load(member: string): Promise<History>
  /** Adds a closed visit and what was done later about its complaint, unites two of one person, forgets an erased member's. */
  learn(event: Event, line: { readonly seq: number }): void
  /**
   * The same with what a start found that the disk may lack, oldest first: a shard that is loaded takes its own with it, and
   * for the others nobody waits until `catchUp`, which the start of a full house cannot wait for.
   */
  heed(lines: readonly { readonly seq: number; readonly events: readonly Event[] }[]): void
  catchUp(): Promise<void>
  /** Saves the shards that changed; call it before the checkpoint that names the last fact. */
  settle(): Promise<void>
}

export const emptyHistory = (member: string): History => ({ member, visits: [], totals: { visits: 0, spend: 0 } })

/**
 * `visited` is told of every visit that is added, with those of that member before it; `passedOver` of what is damaged on the
 * disk, once for each: it stays as it is, the journal has what it lacks, and the evening goes on without.
 */
export function createHistories(
  documents: Documents,
  told: {
    readonly visited?: (earlier: readonly PastVisit[], visit: PastVisit) => void
    readonly passedOver?: (reason: StoreFailed) => void
  } = {},
): Histories {
  const shards = new Map<string, Promise<Loaded>>()
  const loaded = new Map<string, Loaded>()
  /** Members whose row is another's by now. */
  const given = new Set<string>()
  /** Facts that came before their shards were there, in their order. */
  const waiting: Fact[] = []
  let adding: Promise<void> | undefined
  /** Paths. */
  const damaged = new Set<string>()

  /** Undefined where what is read there is damaged. Throws as `read` does where the disk could not be read at all. */
  function passOver(reason: unknown): undefined {
    if (!isDamaged(reason)) throw reason
    if (!damaged.has(reason.path)) told.passedOver?.(reason)
    damaged.add(reason.path)
    return undefined
  }

  const shardFor = (member: string): Promise<Loaded> => {
    const name = shardOfId(member)
    if (name === undefined) throw new Error(`${member} is no member's id`)
    const known = shards.get(name)
    if (known) return known
    const opening = open(name)
    shards.set(name, opening)
    opening.catch(() => shards.delete(name))
    return opening
  }

  async function open(name: string): Promise<Loaded> {
    const document = await documents.open(
      `histories/${name}`,
      raw => v.parse(Shard, raw),
      () => ({ seq: 0, rows: [] }),
    )
    const { seq, rows } = document.value
    const unread = new Map(rows.map(row => [row.member, row]))
    const shard: Loaded = { document, seq, unread, rows: new Map(), dirty: false }
    loaded.set(name, shard)
    for (const fact of waiting) {
      const concerned = membersOf(fact.event).filter(member => shardOfId(member) === name)
      // Two shards have a part in it: this and all after it come in their turn.
      if (fact.event.type === 'MembersMerged' && concerned.length > 0) break
      for (const member of concerned) add(shard, member, fact)
    }
    return shard
  }

  function add(shard: Loaded, member: string, { event, seq }: Fact): void {
    // Equal is not older: two members of one visit may share a shard.
    if (seq < shard.seq || event.type === 'MembersMerged') return
    if (event.type === 'MemberErased') forget(shard, member)
    else if (event.type === 'RequestResolved') {
      const row = soundRow(shard, member)
      if (!row?.visits.some(({ visit }) => visit === event.gone.visit)) return
      shard.rows.set(member, withOutcome(row, event))
    } else {
      const past = toPastVisit(event)
      const row = soundRow(shard, member)
      if (!row || row.visits.some(({ visit }) => visit === past.visit)) return
      shard.rows.set(member, withVisit(row, past))
      told.visited?.(row.visits, past)
    }
    shard.seq = seq
    shard.dirty = true
  }

  async function take(fact: Fact): Promise<void> {
    if (fact.event.type === 'MembersMerged') return unite(fact.event, fact.seq)
    for (const member of membersOf(fact.event)) {
      const shard = await shardFor(member).catch(passOver)
      if (shard) add(shard, member, fact)
    }
  }

  /** What comes meanwhile as well; over at once when nothing waits any more, so that what comes then starts it again. */
  async function takeWaiting(): Promise<void> {
    try {
      for (let fact = waiting[0]; fact; fact = waiting[0]) {
        await take(fact)
        waiting.shift()
      }
    } finally {
      adding = undefined
    }
  }

  async function catchUp(): Promise<void> {
    if (waiting.length === 0) return
    adding ??= takeWaiting()
    return adding
  }

  /** Two shards are not saved at once: the row that was given away stays until the other shard is on the disk. */
  async function unite({ kept, gone }: EventOf<'MembersMerged'>, seq: number): Promise<void> {
    const to = await shardFor(kept).catch(passOver)
    const from = await shardFor(gone).catch(passOver)
    const row = to && soundRow(to, kept)
    const goneRow = from && soundRow(from, gone)
    if (!to || !row || !goneRow) return
    given.add(gone)
    if (seq < to.seq || row.merged?.includes(gone)) return
    to.rows.set(kept, united(row, goneRow))
    to.seq = seq
    to.dirty = true
  }

  async function saveDirty(): Promise<void> {
    const dirty = [...loaded.values()].filter(shard => shard.dirty)
    await severalAtOnce(dirty, async shard => {
      shard.dirty = false
      await shard.document.save({ seq: shard.seq, rows: [...shard.unread.values(), ...shard.rows.values()] })
    })
  }

  function rowOf(shard: Loaded | undefined, member: string): History {
    const stored = shard?.unread.get(member)
    if (shard && stored) {
      shard.rows.set(member, readHistory(stored))
      shard.unread.delete(member)
    }
    return shard?.rows.get(member) ?? emptyHistory(member)
  }

  function soundRow(shard: Loaded, member: string): History | undefined {
    try {
      return rowOf(shard, member)
    } catch (error) {
      return passOver(error)
    }
  }

  /** Answers whether there was anything. */
  function forget(shard: Loaded, member: string): boolean {
    const unread = shard.unread.delete(member)
    return shard.rows.delete(member) || unread
  }

  return {
    get: member => rowOf(loaded.get(shardOfId(member) ?? ''), member),
    load: async member => rowOf(await shardFor(member), member),
    learn(event, line) {
      if (!isFact(event)) return
      waiting.push({ event, seq: line.seq })
      // A shard that cannot be read is told to whoever saves, not to the process.
      catchUp().catch(() => undefined)
    },
    heed(lines) {
      for (const { seq, events } of lines) for (const event of events) if (isFact(event)) waiting.push({ event, seq })
    },
    catchUp,
    async settle() {
      await catchUp()
      const spent = [...given]
      await saveDirty()
      // Only what is on the disk under the kept name may go under the other.
      for (const member of spent) {
        given.delete(member)
        const shard = await shardFor(member)
        shard.dirty = forget(shard, member) || shard.dirty
      }
      await saveDirty()
    },
  }
}

function readHistory(stored: StoredHistory): History {
  const read = v.safeParse(History, stored)
  if (read.success) return read.output
  const [issue] = read.issues
  throw new StoreFailed('unreadable', `histories/${stored.member}`, issue.message)
}

/** The journal was cut after `seq`: what follows it there is new, and must not pass for what a shard holds already. */
export async function forgetFactsAfter(documents: Documents, seq: number): Promise<void> {
  for (const name of await documents.list('histories')) {
    const document = await documents.open(
      name,
      raw => v.parse(Shard, raw),
      () => ({ seq: 0, rows: [] }),
    )
    if (document.value.seq > seq) await document.save({ ...document.value, seq })
  }
  await documents.close()
}

function membersOf(event: Told): readonly string[] {
  switch (event.type) {
    case 'VisitClosed':
      return event.members
    case 'MemberErased':
      return [event.member]
    case 'RequestResolved':
      return event.gone.members
    case 'MembersMerged':
      return [event.kept, event.gone]
  }
}
