/** What one batch changed for one audience, told from the touched ids alone. */
import { assertNever } from '../../shared/protocol/assert-never.ts'
import { changedConsole } from './console.ts'
import type { Audience, Slices, Touched, ViewContext } from './context.ts'
import { changedKiosk } from './kiosk.ts'
import { changedPanel } from './panel.ts'
import { changedPlayer } from './player.ts'

/**
 * The touched slices; undefined drops the key. `'whole'`: so much changed, or so much must be forgotten, that the
 * audience is to be sent its whole view (`whole: true`); what clients hold of their own (`self`, `ticket`) goes with it. An empty map: nothing to send. Applied to the view before the
 * batch it makes the whole view after it, for an audience that was sent every batch since its last whole view.
 */
export function changedView(context: ViewContext, audience: Audience, touched: Touched): Slices | 'whole' {
  switch (audience.kind) {
    case 'panel':
      return changedPanel(context, audience.room, touched)
    case 'kiosk':
      return changedKiosk(context, audience.device, touched)
    case 'console':
      return changedConsole(context, audience.role, touched)
    case 'player':
      return changedPlayer(context, audience.room, touched)
    default:
      return assertNever(audience)
  }
}
