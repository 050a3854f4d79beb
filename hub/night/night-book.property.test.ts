import fc from 'fast-check'
import { it, vi } from 'vitest'
import type { CommandType } from '../../shared/protocol/commands.ts'
import { minute } from '../domain/fixture.testing.ts'
import { liveEvening } from '../domain/random-evening.testing.ts'
import { expectSameNight } from './same-night.testing.ts'

// Many nights, on a machine that may be doing other things.
vi.setConfig({ testTimeout: 60_000 })

type Mix = readonly (readonly [CommandType, times: number])[]
const mixed = (mix: Mix) => mix.flatMap(([type, times]) => Array<CommandType>(times).fill(type))

/** What 早报 tells of, each as often as a short night needs it for everything to meet. */
const stays = mixed([
  ['OpenVisit', 6],
  ['UndoOpen', 2],
  ['MergeVisits', 4],
  ['SettleVisit', 4],
  ['UndoSettle', 1],
  ['CloseVisit', 1],
  ['CleanRoom', 1],
  ['AddSong', 2],
  ['StartSong', 6],
  ['EndSong', 2],
  ['GiveFeedback', 5],
])
/** Paid, taken back and paid again, by whoever cannot make up their mind, across the end of the day. */
const bills = mixed([
  ['OpenVisit', 3],
  ['ChangeTariff', 2],
  ['SettleVisit', 6],
  ['UndoSettle', 5],
  ['CloseVisit', 1],
  ['CleanRoom', 1],
])
const calls = mixed([
  ['OpenVisit', 2],
  ['UndoOpen', 1],
  ['CallService', 1],
  ['Complain', 1],
  ['TakeRequest', 6],
  ['ReleaseRequest', 16],
  ['SnoozeRequest', 2],
  ['PassRequest', 1],
  ['LapseTake', 2],
  ['ResolveRequest', 2],
  ['ResumeRequest', 1],
  ['ReopenRequest', 1],
  ['WithdrawRequest', 1],
])
/** What goes out, comes back and goes out again. */
const drinks = mixed([
  ['OpenVisit', 2],
  ['UndoOpen', 1],
  ['PlaceOrder', 4],
  ['PlaceOrderFor', 6],
  ['UndoOrder', 1],
  ['ApproveOrder', 2],
  ['AcceptOrder', 12],
  ['DeliverOrder', 16],
  ['RecallOrder', 14],
  ['RejectOrder', 3],
  ['ReturnLine', 2],
  ['TickOrder', 3],
])
/** Given, taken back by a person or refused by the bar, and paid for or merged meanwhile. */
const gifts = mixed([
  ['OpenVisit', 8],
  ['UndoOpen', 1],
  ['MergeVisits', 2],
  ['GiveComp', 12],
  ['TakeBackComp', 10],
  ['AcceptOrder', 1],
  ['DeliverOrder', 1],
  ['RejectOrder', 2],
  ['SettleVisit', 1],
  ['UndoSettle', 1],
])

it('says of any night what the live state says of it, and of a day only what happened on it', () => {
  fc.assert(
    fc.property(
      // Twice: a gift is rare, and one that is taken back once the day ended rarer.
      fc.constantFrom(stays, bills, calls, drinks, gifts, gifts),
      // Only who took a call undoes that, and who gave a gift: with many hands it hardly ever comes to pass.
      fc.constantFrom(undefined, 'chen', 'mei'),
      fc.array(fc.integer(), { minLength: 40, maxLength: 150, size: 'max' }),
      // Evenly: doubles are nearly all next to nothing.
      fc.integer({ min: 0, max: 99 }),
      (among, alone, seeds, percent) => {
        // Of two hands in one millisecond the state does not say which was the first.
        const { state, lines } = liveEvening(seeds, { among, alone, leastMs: 1, mostMs: minute })
        const facts = lines.map(({ event, line }) => ({ ...line, events: [event] }))
        expectSameNight(facts, state)
        expectSameNight(facts, state, facts[Math.floor((percent / 100) * facts.length)]?.at)
      },
    ),
    { numRuns: 300 },
  )
})
