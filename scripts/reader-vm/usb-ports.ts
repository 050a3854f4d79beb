/** Where the made-up readers are plugged in and pulled out. */
import { setTimeout as pass } from 'node:timers/promises'
import type { Recording } from '../../kiosk/reader/hid-recording.ts'
import { createVirtualDevice, type VirtualDevice } from './uhid.ts'

export interface Plugged extends Recording {
  readonly device: VirtualDevice
  /** Sends the recording at its own pace. */
  play(): Promise<void>
  pull(): void
}

export interface UsbPorts {
  /** Resolves when the kernel has made it. */
  plug(recording: Recording): Promise<Plugged>
  pullAll(): void
  /** How many are plugged in now. */
  readonly count: number
}

export function createUsbPorts(): UsbPorts {
  const plugged = new Set<VirtualDevice>()
  const pull = (device: VirtualDevice) => {
    if (plugged.delete(device)) device.unplug()
  }
  return {
    async plug(recording) {
      const device = createVirtualDevice(recording)
      plugged.add(device)
      await device.made
      return {
        ...recording,
        device,
        async play() {
          let at = 0
          for (const { atMs, bytes } of recording.reports) {
            await pass(atMs - at)
            at = atMs
            device.send(bytes)
          }
        },
        pull: () => pull(device),
      }
    },
    get count() {
      return plugged.size
    },
    pullAll() {
      for (const device of [...plugged]) pull(device)
    },
  }
}
