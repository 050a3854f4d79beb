/** Which devices are there, how their readers are, and whether they sound: in memory only, and gone with the process. */
import type { CameraState } from '../../shared/protocol/camera.ts'
import type { Id } from '../../shared/protocol/primitives.ts'
import type { ReaderReport } from '../../shared/protocol/readers.ts'
import type { Presence } from '../views/context.ts'

export interface PresenceBook {
  of(device: Id): Presence
  cameOrWent(device: Id, online: boolean): void
  reported(device: Id, report: ReaderReport): void
  watches(device: Id, camera: CameraState): void
  waits(device: Id, code: string | undefined): void
  /** Whether that is news. */
  sounds(device: Id, sounding: boolean): boolean
}

export function createPresenceBook(now: () => number): PresenceBook {
  const seen = new Map<Id, Presence>()
  const begun = now()
  const of = (device: Id): Presence => seen.get(device) ?? { online: false, awaySince: begun }
  return {
    of,
    // Whoever comes back says anew whether it sounds.
    cameOrWent(device, online) {
      const at = now()
      const { awaySince: _before, ...known } = of(device)
      seen.set(device, { ...known, online, sounding: false, lastSeenAt: at, ...(!online && { awaySince: at }) })
    },
    reported(device, { driver, lost, readers }) {
      const at = now()
      // The same state goes on: its beginning does not waver with each telling.
      const before = new Map(of(device).readers?.plugged.map(reader => [reader.id, reader]))
      const plugged = readers.map(({ forMs, ...reader }) => {
        const same = before.get(reader.id)
        return { ...reader, since: same?.state === reader.state ? same.since : at - forMs }
      })
      seen.set(device, { ...of(device), readers: { driver, lost, plugged } })
    },
    waits(device, code) {
      const { waitsWith: _before, ...known } = of(device)
      seen.set(device, { ...known, ...(code !== undefined && { waitsWith: code }) })
    },
    watches: (device, camera) => void seen.set(device, { ...of(device), camera }),
    sounds(device, sounding) {
      const before = of(device)
      seen.set(device, { ...before, sounding })
      return before.sounding !== sounding
    },
  }
}
