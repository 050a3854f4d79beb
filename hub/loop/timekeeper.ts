/** What time asks for: of each row when it is due, and the end of the day, as long as the clock can be believed. */
import type { Answer } from '../../shared/protocol/answer.ts'
import type { TimeCommand } from '../../shared/protocol/commands.ts'
import { businessDayOf } from '../domain/business-day.ts'
import { type ClockDoubt, clockDoubt, type HouseClock } from '../domain/clock-doubt.ts'
import { dueOf, dueRollDay } from '../domain/due.ts'
import { type State, type TableName, tableNames } from '../domain/state.ts'
import type { Policy } from '../domain/venue-config.ts'
import type { Clock } from '../ports.ts'
import type { Touched } from '../views/context.ts'
import { createScheduler } from './scheduler.ts'

export interface Timekeeper {
  /** These rows are other ones now. */
  look(touched: Pick<Touched, 'tables'>): void
  /** Somebody may have set the clock. */
  lookAtClock(): void
  stop(): void
}

/** `graceMs`: for what fell due while the hub was down, because nobody could have answered meanwhile. */
export function createTimekeeper(deps: {
  clock: Clock
  houseClock: HouseClock
  state: State
  policy: () => Policy
  graceMs: number
  issue: (command: TimeCommand) => Promise<Answer>
  log: (level: 'warn', event: string, detail: Readonly<Record<string, unknown>>) => void
}): Timekeeper {
  const { clock, houseClock, state, policy, graceMs, issue, log } = deps
  /** The day's end waits for the disk, and the day is the old one meanwhile. */
  let rolling = false
  /** Whose end is planned, and when it is due: a clock that was set past it is noticed at the next fact. */
  let planned: { readonly day: string; readonly due: number } | undefined
  /** What was said of the clock last: once each time that it changes. */
  let doubted: ClockDoubt | undefined
  const scheduler = createScheduler({ clock, graceMs, issue: command => void issueDue(command) })

  async function issueDue(command: TimeCommand): Promise<void> {
    const rolls = command.type === 'RollDay'
    if (rolls) {
      rolling = true
      planned = undefined
    }
    const answer = await issue(command)
    if (rolls) rolling = false
    // The next one. Refused, it is tried again when something happens, and not round and round.
    if (rolls && answer.ok) planDay()
    if (!answer.ok && answer.refusal.refused !== 'unavailable')
      log('warn', 'due-refused', { command: command.type, refused: answer.refusal.refused })
  }

  function planDay(): void {
    const now = clock.now()
    sayDoubt(now)
    if (rolling || (planned?.day === state.day && now < planned.due)) return
    const due = dueRollDay(state, houseClock, now)
    planned = due && { day: state.day, due: due.at }
    scheduler.set('day', due)
  }

  function sayDoubt(now: number): void {
    const doubt = clockDoubt(state, houseClock, now)
    if (doubt === doubted) return
    if (doubt) log('warn', 'clock-doubtful', { is: doubt, night: state.day, today: businessDayOf(now, houseClock) })
    doubted = doubt
    // No promise was taken back while the clock was ahead.
    if (!doubt) for (const [id] of state.reservations.entries()) planRow('reservations', id)
  }

  const planRow = (table: TableName, id: string) => scheduler.set(`${table}/${id}`, dueOf(state, table, id, policy()))

  for (const table of tableNames) for (const [id] of state[table].entries()) planRow(table, id)
  planDay()

  return {
    look({ tables }) {
      for (const table of tableNames) for (const id of tables[table]) planRow(table, id)
      planDay()
    },
    lookAtClock: planDay,
    stop: scheduler.stop,
  }
}
