/** Everything that one audience may see, as it is now. */
import { assertNever } from '../../shared/protocol/assert-never.ts'
import { wholeConsole } from './console.ts'
import type { Audience, Slices, ViewContext } from './context.ts'
import { wholeKiosk } from './kiosk.ts'
import { wholePanel } from './panel.ts'
import { wholePlayer } from './player.ts'

/** Computed when a batch is closed, like {@link changedView}; what this audience has none of is absent. */
export function wholeView(context: ViewContext, audience: Audience): Slices {
  switch (audience.kind) {
    case 'panel':
      return wholePanel(context, audience.room)
    case 'kiosk':
      return wholeKiosk(context, audience.device)
    case 'console':
      return wholeConsole(context, audience.role)
    case 'player':
      return wholePlayer(context, audience.room)
    default:
      return assertNever(audience)
  }
}
