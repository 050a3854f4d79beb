/**
 * The host's face: what it all comes to stays off the guests' panel until staff or the host's code let it be shown. Four
 * digits, drawn here, told to the host by staff; who guesses is sent to staff after a few tries.
 */
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import type { Decision, Meta } from '../decision.ts'
import type { EventOf } from '../events.ts'
import { hash } from '../hash.ts'
import type { ReadState, Visit } from '../state.ts'
import { liveVisit } from './live-visit.ts'

const mostMisses = 5

/** For a party that comes in, or whose host has just become known: hidden where the venue wants it so. */
export function totalsAtFirst(visit: Id, hosted: boolean, meta: Meta): EventOf<'TotalsSet'>[] {
  const { totals } = meta.venue.policy
  const hidden = totals === 'hidden' || (totals === 'hidden-from-guests' && hosted)
  return hidden ? [{ type: 'TotalsSet', visit, shown: false, code: drawCode(meta) }] : []
}

/** 并台: what the guests of one party were not told is not told to those of both. A code that was given opens it on. */
export function totalsAfterMerge(from: Visit, into: Visit, meta: Meta): EventOf<'TotalsSet'>[] {
  if (from.totals.shown || !into.totals.shown) return []
  const { code } = from.totals
  return into.totals.code === undefined && code !== undefined
    ? [{ type: 'TotalsSet', visit: into.id, shown: false, code }]
    : set(into, false, meta)
}

/** By staff. */
export function setTotalsShown(state: ReadState, command: CommandOf<'SetTotalsShown'>, meta: Meta): Decision {
  const visit = liveVisit(state, command.visit)
  return 'refused' in visit ? visit : { events: set(visit, command.shown, meta) }
}

/** On the panel. */
export function showTotals({ digits }: CommandOf<'ShowTotals'>, meta: Meta): Decision {
  const { visit } = meta
  if (!visit || visit.status === 'closed') return refuse('visit-closed')
  if (visit.totals.shown) return { events: [] }
  if (visit.totals.misses >= mostMisses) return refuse('not-allowed', 'call-staff')
  if (digits === visit.totals.code) return { events: set(visit, true, meta) }
  return { ...refuse('bad-code', 'try-again'), events: [{ type: 'HostCodeMissed', visit: visit.id }] }
}

/** On the panel: whoever sees the totals may put them away. */
export function hideTotals(meta: Meta): Decision {
  const { visit } = meta
  if (!visit || visit.status === 'closed') return refuse('visit-closed')
  return { events: set(visit, false, meta) }
}

function set({ id, totals }: Visit, shown: boolean, meta: Meta): EventOf<'TotalsSet'>[] {
  if (totals.shown === shown) return []
  return [{ type: 'TotalsSet', visit: id, shown, ...(!shown && totals.code === undefined && { code: drawCode(meta) }) }]
}

/** Four digits out of an id's randomness. */
const drawCode = (meta: Meta): string => String(hash(meta.id('h')) % 10_000).padStart(4, '0')
