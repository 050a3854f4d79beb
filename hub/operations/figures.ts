/** What `/metrics` says of a hub, as it is when somebody looks. */
import type { Id } from '../../shared/protocol/primitives.ts'
import type { DeviceKind } from '../../shared/protocol/words.ts'
import type { VenueHub } from '../venue-hub.ts'
import type { HubFigures } from './metrics.ts'

/** `until`: the end of the certificate, ms. */
export function figuresOf(
  hub: Pick<VenueHub, 'allDevices' | 'health' | 'kept' | 'backupAt'>,
  { online, until }: { online: (device: Id) => boolean; until: number | undefined },
): HubFigures {
  const devices = new Map<DeviceKind, { paired: number; online: number }>()
  for (const { id, kind, revoked } of hub.allDevices()) {
    if (revoked) continue
    const of = devices.get(kind) ?? { paired: 0, online: 0 }
    devices.set(kind, { paired: of.paired + 1, online: of.online + (online(id) ? 1 : 0) })
  }
  const { health, kept: seq, backupAt } = hub
  return { healthy: health.status === 'ok', seq, devices, backupAt, certificateUntil: until }
}
