/**
 * Prints tickets one after the other, and again while the printer takes none. What waits is derived from the state, so it
 * waits however often the hub starts anew; before the first byte of a ticket its id goes to the disk, so that what may be
 * out already, after a crash in just that moment, is printed with a mark that says so.
 */
import * as v from 'valibot'
import type { Id } from '../../shared/protocol/primitives.ts'
import type { PrinterView } from '../../shared/protocol/views/console.ts'
import type { PrinterState } from '../../shared/protocol/words.ts'
import { printsFrom } from '../domain/order/to-print.ts'
import type { ReadState } from '../domain/state.ts'
import type { Clock, Files, Printer } from '../ports.ts'
import { createDoubts } from './doubts.ts'
import type { Paper } from './paper.ts'
import type { TicketMark } from './ticket-paper.ts'

export interface PrintDesk {
  /** These orders changed: call it when that is on the disk. Never throws, never waits. */
  look(orders: Iterable<Id>): void
  /** The venue has another printer now, or none. */
  settingsChanged(): void
  /** Undefined: the house has no printer. */
  now(): PrinterView | undefined
  /** A page that nothing waits for: 试打, a label. How it went; undefined without a printer. */
  printPage(paper: Paper): Promise<PrinterState | undefined>
  stop(): void
}

export interface PrintDeskDeps {
  readonly clock: Clock
  readonly state: ReadState
  /** As the venue has it at this moment. */
  readonly printer: () => Printer
  readonly paper: (order: Id, mark: TicketMark | undefined) => Promise<Paper>
  /** Its ticket is out: writes that down. False: the journal did not take it. */
  readonly printed: (order: Id) => Promise<boolean>
  readonly files: Pick<Files, 'read' | 'replace'>
  readonly path: string
  readonly changed: () => void
  readonly log: (level: 'warn', event: string, detail: Readonly<Record<string, unknown>>) => void
}

/** A printer that takes nothing is asked again this often, and one that rests is looked after this often; ms. */
const retryMs = 5000
const lookMs = 30_000

const Sending = v.strictObject({ order: v.string() })

export function createPrintDesk(deps: PrintDeskDeps): PrintDesk {
  const { clock, state } = deps
  const candidates = new Set<Id>([...state.orders.entries()].map(([id]) => id))
  const doubts = createDoubts()
  let at: { readonly state: PrinterState; readonly since: number } | undefined
  let told = ''
  let stopped = false
  let cancel: (() => void) | undefined
  /** One at a time: tickets and pages. */
  let turn: Promise<unknown> = readMark()

  const isMissed = (id: Id) => printsFrom(state, id) !== undefined && state.orders.get(id)?.status !== 'delivered'

  const due = (now: number): readonly Id[] =>
    [...candidates]
      .flatMap(id => {
        const from = printsFrom(state, id)
        if (from === undefined) candidates.delete(id)
        return from === undefined || from > now || doubts.isSetAside(id) ? [] : { id, from }
      })
      .sort((one, other) => one.from - other.from)
      .map(({ id }) => id)

  const tell = (next: PrinterState) => {
    if (at?.state !== next) at = { state: next, since: clock.now() }
    const said = JSON.stringify(now())
    if (said === told) return
    told = said
    deps.changed()
  }

  function now(): PrinterView | undefined {
    if (!deps.printer().prints || !at) return undefined
    const unsure = doubts.setAside().filter(isMissed)
    const state = unsure.length > 0 && at.state === 'well' ? 'no-answer' : at.state
    return { ...at, state, waiting: due(clock.now()).length, ...(unsure.length > 0 && { unsure }) }
  }

  async function readMark(): Promise<void> {
    try {
      const raw = await deps.files.read(deps.path)
      const read = raw && v.safeParse(Sending, JSON.parse(raw.toString('utf8')))
      if (read?.success) doubts.add(read.output.order)
    } catch (error) {
      deps.log('warn', 'print-mark-unreadable', { error: String(error) })
    }
  }

  async function work(): Promise<void> {
    const printer = deps.printer()
    if (!printer.prints) {
      at = undefined
      return
    }
    let well = due(clock.now()).length > 0 ? 'well' : await stateOf(printer)
    for (let [next] = due(clock.now()); next !== undefined && well === 'well' && !stopped; [next] = due(clock.now()))
      well = await printOne(printer, next)
    if (!stopped) tell(well)
  }

  async function stateOf(printer: Extract<Printer, { prints: true }>): Promise<PrinterState> {
    const now = await printer.state()
    doubts.heard(now)
    return now
  }

  async function printOne(printer: Extract<Printer, { prints: true }>, order: Id): Promise<PrinterState> {
    const before = state.orders.get(order)
    const mark = doubts.has(order) ? 'maybe' : before?.printedAt === undefined ? undefined : 'again'
    let sent = false
    const result = await printer.print(await deps.paper(order, mark), async () => {
      await deps.files.replace(deps.path, JSON.stringify({ order }))
      sent = true
    })
    if (result !== 'well') {
      if (sent) doubts.sent(order, result)
      else doubts.heard(result)
      return result
    }
    doubts.out(order)
    if (await deps.printed(order)) return 'well'
    // Asked for again at once, it would come out for ever.
    doubts.add(order)
    return 'no-answer'
  }

  const later = () => {
    cancel?.()
    // Without a printer nothing wakes.
    if (stopped || !deps.printer().prints) return
    const now = clock.now()
    const waits = at !== undefined && at.state !== 'well' ? retryMs : lookMs
    // The first that a guest can still undo.
    const soonest = Math.min(...[...candidates].map(id => printsFrom(state, id) ?? Infinity).filter(from => from > now))
    cancel = clock.wakeAt(Math.min(now + waits, soonest), run)
  }

  const run = () => {
    turn = turn.then(work).catch(error => deps.log('warn', 'not-printed', { error: String(error) }))
    void turn.then(later)
  }
  run()

  return {
    look(orders) {
      let news = false
      for (const id of orders) {
        const inHand = doubts.takenInHand(id)
        if (printsFrom(state, id) !== undefined) candidates.add(id)
        else if (!inHand) continue
        news = true
      }
      if (!news || stopped || !deps.printer().prints) return
      // A printer that takes nothing is not asked more often because more is ordered; but the count is told.
      if (at && at.state !== 'well') tell(at.state)
      else run()
    },
    settingsChanged() {
      at = undefined
      told = ''
      doubts.back()
      run()
      deps.changed()
    },
    now,
    printPage(paper) {
      const printer = deps.printer()
      if (!printer.prints) return Promise.resolve(undefined)
      const printing = turn.then(() => printer.print(paper, async () => undefined))
      turn = printing.then(
        result => {
          if (result === 'well') doubts.back()
          tell(result)
          if (due(clock.now()).length > 0) run()
        },
        () => undefined,
      )
      return printing
    },
    stop() {
      stopped = true
      cancel?.()
    },
  }
}
