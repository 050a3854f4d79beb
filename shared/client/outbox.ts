/**
 * Every tap on its way to the hub: shown as done at once, sent in order, the next after the answer, again after every loss
 * with the same number, so that it happens once. Taps of an earlier load of the page keep the outbox and number they had;
 * each load numbers its own in an outbox of its own, so that nothing a crash took back is ever numbered twice.
 */
import { type ReadonlySignal, signal } from '@preact/signals'
import { type Answer, refused } from '../protocol/answer.ts'
import type { PeopleCommand } from '../protocol/commands.ts'
import type { Id } from '../protocol/primitives.ts'
import { type Refusal, refuse } from '../protocol/refusals.ts'
import type { TapInDoubt } from '../protocol/wire.ts'
import { isStoredTap, type Meant, type StoredTap, type Tap, type TapStore, takeBackOf } from './tap.ts'

export interface RefusedTap {
  readonly tap: Tap
  readonly refusal: Refusal
}

export interface Outbox {
  /** Taps that the view does not show yet, oldest first: what an interface draws as done already. */
  readonly pending: ReadonlySignal<readonly Tap[]>
  /** The last refusals, also of taps whose page is gone; each until it is dismissed or sent again. */
  readonly refusals: ReadonlySignal<readonly RefusedTap[]>
  /** False once a tap could not be kept on this device: what is waiting would not survive a reload. */
  readonly durable: ReadonlySignal<boolean>
  /** Resolves with the hub's answer, however long that takes. A closed visit's taps are answered when they are wiped. */
  tap(command: PeopleCommand, meant?: Meant): Promise<Answer>
  /** Takes back the tap of an order: it never leaves; if it may have left, its order is undone as soon as it has an id. */
  retract(tap: Tap): void
  /** The person confirmed: the same as a new tap of the same time, `sure`; `instead`: as they were asked about it. */
  again(one: RefusedTap, instead?: Tap['command']): Promise<Answer>
  dismiss(one: RefusedTap): void
  /**
   * Forgets every tap and refusal of a visit, on the screen and on this device. What waits is sent all the same if the hub can
   * be reached: it follows a party that moved to another room. Undefined: of what is of no visit.
   */
  wipe(visit: Id | undefined): Promise<void>
  /** The hub can be reached, or no longer. */
  online(reachable: boolean): void
  /** What an earlier page left is known. */
  readonly loaded: Promise<void>
  /** The tap that may have got to the hub, whose answer nobody heard; for the handshake. */
  inDoubt(): TapInDoubt | undefined
  /**
   * A frame of the view arrived: it shows what was answered before it and what is answered next, and with `doubtless` what was
   * in doubt.
   */
  viewChanged(doubtless?: boolean): void
}

export interface OutboxDeps {
  readonly store: TapStore
  /** The hub's answer; undefined when the way there or back was lost. Never rejects. */
  readonly send: (tap: Tap) => Promise<Answer | undefined>
  readonly newId: (prefix: string) => Id
  readonly hubNow: () => number
  readonly wait: (ms: number) => Promise<void>
}

const refusalsKept = 20
/** A command at which the hub itself fails must not hold up those behind it for ever. */
const triesOfOne = 5
const retryMs = 500
const longestRetryMs = 8000
/** A tap that changed nothing in the view, or whose change is still on its way, is unmarked after this. */
const lingerMs = 250

export function createOutbox(deps: OutboxDeps): Outbox {
  const { store, send, hubNow, wait } = deps
  const outbox = deps.newId('o')
  const pending = signal<readonly Tap[]>([])
  const refusals = signal<readonly RefusedTap[]>([])
  const durable = signal(true)
  const tellers = new Map<Tap, (answer: Answer) => void>()
  const places = new WeakMap<Tap, string>()
  /** May have reached the hub; so may every tap of an earlier page. */
  const left = new WeakSet<Tap>()
  const retracted = new WeakSet<Tap>()
  /** Of visits that have left this room: nobody here is told anything about them. */
  const parted = new WeakSet<Tap>()
  const takeBacks = new WeakMap<Tap, PeopleCommand>()
  let queue: readonly Tap[] = []
  let answered: readonly Tap[] = []
  /** Frames of the view so far. */
  let frames = 0
  /** What the hub was last asked about. */
  let doubted: Tap | undefined
  let n = 0
  let place = 0
  let reachable = false
  let pumping = false
  let stopWaiting: (() => void) | undefined

  const keep = (work: () => Promise<void>): Promise<void> =>
    work().catch(() => {
      durable.value = false
    })

  const loaded = keep(async () => {
    const found = (await store.load()).filter(isStoredTap)
    for (const { key, tap, retracted: takenBack } of found) {
      places.set(tap, key)
      left.add(tap)
      if (takenBack) retracted.add(tap)
      place = Math.max(place, Number.parseInt(key, 36))
    }
    queue = [...found.map(({ tap }) => tap), ...queue]
    pending.value = queue.filter(tap => !retracted.has(tap))
  })
  // One change of the store after the other, in the order of the taps.
  let kept = loaded

  const put = (tap: Tap) => {
    kept = kept.then(() => {
      place += 1
      const stored: StoredTap = { key: `${place.toString(36).padStart(8, '0')}-${outbox}`, tap }
      places.set(tap, stored.key)
      return keep(() => store.put(stored))
    })
  }

  const mark = (tap: Tap) => {
    kept = kept.then(async () => {
      const key = places.get(tap)
      // Answered meanwhile: then its place is empty, and stays so.
      if (key !== undefined && queue.includes(tap)) await keep(() => store.put({ key, tap, retracted: true }))
    })
  }

  const drop = (taps: readonly Tap[]) => {
    kept = kept.then(() => keep(() => store.drop(taps.flatMap(tap => places.get(tap) ?? []))))
    return kept
  }

  const unmark = (taps: readonly Tap[]) => {
    answered = answered.filter(tap => !taps.includes(tap))
    pending.value = pending.value.filter(tap => !taps.includes(tap))
  }

  const settle = (tap: Tap, answer: Answer, shown: boolean) => {
    queue = queue.filter(other => other !== tap)
    const takeBack = answer.ok ? takeBackOf(tap, answer) : undefined
    if (takeBack) takeBacks.set(tap, takeBack)
    // Written before its tap is dropped: a page that dies in between leaves one of them.
    if (retracted.has(tap) && !parted.has(tap)) undo(tap)
    void drop([tap])
    if (answer.ok && !shown) {
      answered = [...answered, tap]
      void wait(lingerMs).then(() => unmark([tap]))
    } else {
      unmark([tap])
      // Nobody waits for what they took back.
      if (!answer.ok && !retracted.has(tap) && !parted.has(tap)) {
        refusals.value = [...refusals.value, { tap, refusal: answer.refusal }].slice(-refusalsKept)
      }
    }
    tell(tap, answer)
  }

  const tell = (tap: Tap, answer: Answer) => {
    tellers.get(tap)?.(answer)
    tellers.delete(tap)
  }

  const pause = (ms: number) =>
    new Promise<void>(resolve => {
      stopWaiting = resolve
      void wait(ms).then(resolve)
    })

  async function pump(): Promise<void> {
    if (pumping) return
    pumping = true
    await loaded
    let tries = 0
    for (let tap = queue[0]; reachable && tap; tap = queue[0]) {
      left.add(tap)
      const before = frames
      const answer = await send(tap)
      // Wiped while it was under way: whoever tapped was told.
      if (!queue.includes(tap)) tries = 0
      else if (answer && isFinal(answer, tries)) {
        tries = 0
        // The hub shows what a tap did, then answers it: marked on, a call would be seen twice, as made and as urged.
        settle(tap, answer, frames > before)
      } else if (reachable) {
        await pause(waitFor(answer, tries))
        tries += 1
      }
    }
    pumping = false
  }

  const tap = (command: PeopleCommand, meant: Meant = {}): Promise<Answer> => {
    n += 1
    const one: Tap = { tappedAt: hubNow(), ...meant, outbox, n, command }
    queue = [...queue, one]
    pending.value = [...pending.value, one]
    put(one)
    void pump()
    return new Promise(resolve => tellers.set(one, resolve))
  }

  const undo = (one: Tap) => {
    const takeBack = takeBacks.get(one)
    if (takeBack) void tap(takeBack, { ...(one.visit && { visit: one.visit }) })
  }

  const retract = (one: Tap) => {
    if (retracted.has(one)) return
    retracted.add(one)
    pending.value = pending.value.filter(other => other !== one)
    if (!queue.includes(one)) return undo(one)
    if (left.has(one)) return mark(one)
    queue = queue.filter(other => other !== one)
    void drop([one])
    tell(one, refused(refuse('forgotten')))
  }

  const dismiss = (one: RefusedTap) => {
    refusals.value = refusals.value.filter(other => other !== one)
  }

  return {
    pending,
    refusals,
    durable,
    loaded,
    tap,
    retract,
    dismiss,
    again(one, instead = one.tap.command) {
      dismiss(one)
      const { visit, session, tappedAt } = one.tap
      // Its time stays: the hub tells two rounds from a mash by when they were tapped, and the yes to both is one moment.
      return tap(instead, { ...(visit && { visit }), ...(session && { session }), sure: true, tappedAt })
    },
    async wipe(visit) {
      await loaded
      const gone = [...queue, ...answered].filter(one => one.visit === visit)
      for (const one of gone) parted.add(one)
      if (!reachable) queue = queue.filter(one => !parted.has(one))
      unmark(gone)
      refusals.value = refusals.value.filter(one => one.tap.visit !== visit)
      for (const one of gone) tell(one, refused(refuse('visit-closed')))
      await drop(gone)
    },
    online(now) {
      reachable = now
      if (!now) {
        queue = queue.filter(one => !parted.has(one))
        return
      }
      stopWaiting?.()
      void pump()
    },
    inDoubt() {
      doubted = queue.slice(0, 1).find(tap => left.has(tap))
      return doubted && { outbox: doubted.outbox, n: doubted.n }
    },
    viewChanged(doubtless = false) {
      frames += 1
      const shown = doubtless && doubted ? [...answered, doubted] : answered
      if (shown.length > 0) unmark(shown)
    },
  }
}

/** The hub said yes or no. It did neither when it was too busy or its disk failed: then it is asked again. */
function isFinal(answer: Answer, tries: number): boolean {
  if (answer.ok) return true
  const { refused: code, next } = answer.refusal
  if (code === 'too-fast') return false
  // `wait`: it takes nothing from anybody now. Otherwise it is this command that it stumbles over.
  return code !== 'unavailable' || (next !== 'wait' && tries + 1 >= triesOfOne)
}

function waitFor(answer: Answer | undefined, tries: number): number {
  const asked = answer && !answer.ok ? answer.refusal.waitMs : undefined
  return asked ?? Math.min(retryMs * 2 ** tries, longestRetryMs)
}
