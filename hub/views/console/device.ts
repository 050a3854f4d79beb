/** The house's screens and readers, and whether they are there. */
import type { DeviceView } from '../../../shared/protocol/views/console.ts'
import { onceForWhoSees } from '../worked-out-once.ts'

export const deviceView = onceForWhoSees(['devices'], (context, sees, id): DeviceView | undefined => {
  const device = context.device(id)
  if (!sees.devices || !device || device.revoked) return undefined
  const { name, kind, room, kiosk, own, station, tokens, cardFormat, camera: looks } = device
  const { online, lastSeenAt, readers, sounding = false, camera = 'waiting', waitsWith } = context.presence(id)
  return {
    id,
    name,
    kind,
    ...(room !== undefined && { room }),
    ...(kiosk !== undefined && { kiosk }),
    ...(own && { own }),
    ...(station !== undefined && { station }),
    ...(cardFormat !== undefined && { cardFormat }),
    ...(tokens?.length === 0 && { unpaired: true }),
    online,
    ...(kind === 'console' && { sounding }),
    ...(lastSeenAt !== undefined && { lastSeenAt }),
    ...(readers && { readers }),
    ...(looks && { camera }),
    ...(waitsWith !== undefined && { waits: { code: waitsWith, ...lastKnown(tokens?.[0]) } }),
  }
})

/** Of a house that was put back nobody has seen any device yet: when it was last there before the backup. */
const lastKnown = (token: { readonly since: number; readonly usedAt?: number } | undefined) =>
  token && { lastSeenAt: token.usedAt ?? token.since }
