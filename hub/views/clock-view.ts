/** What the clock alone changes: to be sent when the minute on the venue's wall changes. */
import { clockConsole } from './console.ts'
import type { Audience, Slices, ViewContext } from './context.ts'
import { clockKiosk } from './kiosk.ts'

export function clockView(context: ViewContext, audience: Audience): Slices {
  if (audience.kind === 'console') return clockConsole(context, audience.role)
  return audience.kind === 'kiosk' ? clockKiosk(context) : new Map()
}
