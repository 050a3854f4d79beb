/** What the whole panel is at the moment, from what it knows. */
import type { LinkState } from '../../shared/client/link.ts'
import type { PanelVisitView } from '../../shared/protocol/views/panel.ts'

export type Phase = 'pairing' | 'replaced' | 'connecting' | 'idle' | 'greeting' | 'room'

export interface Known {
  readonly link: LinkState
  /** The hub's view has arrived. */
  readonly ready: boolean
  readonly visit: PanelVisitView | undefined
  /** The visit that was greeted here, if one was. */
  readonly greeted: string | undefined
  /** Hub time, ms. */
  readonly now: number
}

export function phaseOf({ link, ready, visit, greeted, now }: Known): Phase {
  if (link.at === 'pairing') return 'pairing'
  if (link.at === 'replaced') return 'replaced'
  if (!ready) return 'connecting'
  if (!visit || isOver(link, visit, now)) return 'idle'
  return greeted === visit.id ? 'room' : 'greeting'
}

/**
 * Cut off, and paid or past the agreed time for so long that the party has surely gone: what is the guests' is hidden. One
 * who stays longer than agreed loses nothing to a moment without Wi-Fi.
 */
function isOver(link: LinkState, { status, hideAfter }: PanelVisitView, now: number): boolean {
  if (link.at !== 'away') return false
  const awayMs = now - link.since
  return (status === 'settled' && awayMs >= settledMs) || (now >= hideAfter && awayMs >= momentMs)
}

/** Hidden when cut off for so long after 买单. */
const settledMs = 10 * 60_000
/** A loss of the hub as short as this says nothing. */
const momentMs = 60_000
