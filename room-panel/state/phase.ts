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

/** Paid, and cut off for so long that the party has surely gone: what is the guests' is hidden. */
function isOver(link: LinkState, visit: PanelVisitView, now: number): boolean {
  return link.at === 'away' && visit.status === 'settled' && now - link.since >= hideAfterMs
}

export const hideAfterMs = 10 * 60_000
