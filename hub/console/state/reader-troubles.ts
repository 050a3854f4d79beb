/** Readers that guests touch in vain: pure, from the devices as they are. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { DeviceView, ReadersView } from '../../../shared/protocol/views/console.ts'

export interface ReaderTrouble {
  /** Of this time it happened: what was set aside comes back when it happens again. */
  readonly key: string
  readonly device: Id
  readonly kiosk?: Id
  /** `offline`: the machine that its readers are plugged into; `no-driver`: a library is missing there. */
  readonly kind: 'offline' | 'no-driver' | 'no-rights' | 'failed' | 'gone'
  readonly reader?: ReadersView['plugged'][number]
  readonly since: number
}

/** A machine that starts again, or a cable that shakes, is soon back. */
const backSoonMs = 15_000

export function readerTroubles(devices: readonly DeviceView[], now: number): readonly ReaderTrouble[] {
  return devices.flatMap(device => troublesOf(device, now))
}

function troublesOf(device: DeviceView, now: number): readonly ReaderTrouble[] {
  const { id, kiosk, own, online, lastSeenAt = now, readers } = device
  if (!readers) return []
  const trouble = (kind: ReaderTrouble['kind'], since: number, reader?: ReaderTrouble['reader']): ReaderTrouble => ({
    key: `reader/${id}/${reader?.id ?? kind}/${since}`,
    device: id,
    kind,
    since,
    ...(kiosk !== undefined && { kiosk }),
    ...(reader && { reader }),
  })
  // Nothing was plugged in there, and nobody misses it.
  if (!online)
    return readers.plugged.length > 0 && now - lastSeenAt > backSoonMs ? [trouble('offline', lastSeenAt)] : []
  // The hub's own machine need not have readers at all: the list of devices says so, and no alarm.
  if (!readers.driver) return own ? [] : [trouble('no-driver', lastSeenAt)]
  return readers.plugged.flatMap(reader =>
    reader.state === 'connected' ? [] : trouble(reader.state, reader.since, reader),
  )
}
