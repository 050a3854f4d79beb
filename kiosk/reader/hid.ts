/** What the readers' keeper needs of a machine's HID devices. node-hid is behind it, and in tests a made-up machine. */
import type { DeviceIds } from './models.ts'

export interface PluggedDevice extends DeviceIds {
  /** Where it is now, such as `/dev/hidraw3`: another device may be there later. */
  readonly path: string
  readonly name?: string | undefined
}

export interface OpenDevice {
  close(): Promise<void>
}

export interface DeviceEvents {
  readonly report: (bytes: Uint8Array) => void
  /** It cannot be read any more: unplugged, most likely. Once; it is closed then. */
  readonly gone: () => void
}

export interface Hid {
  list(): Promise<readonly PluggedDevice[]>
  /** Rejects for anything else than missing rights. */
  open(path: string, events: DeviceEvents): Promise<OpenDevice | 'no-rights'>
  /** Calls whenever something may have been plugged in, unplugged or granted; the answer stops it. */
  onChange(look: () => void): () => void
}
