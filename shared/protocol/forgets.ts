/** What a whole view takes with it. By itself: pages need it, and nothing of what reads frames from outside. */
import type { ViewFrame } from './wire.ts'

/** What one client alone is told, beside what its audience is: who is signed in here, this kiosk's own code. */
const ownSlices: ReadonlySet<string> = new Set(['self', 'ticket'])

/** Whether a slice that was there before the frame is to be forgotten with it, unless the frame puts it anew. */
export const forgets = ({ whole, ownStays }: ViewFrame, key: string): boolean =>
  whole && !(ownStays && ownSlices.has(key))
