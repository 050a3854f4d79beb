/** Where the made-up readers are plugged in and pulled out. */
import { setTimeout as pass } from 'node:timers/promises'
import type { Recording } from '../../kiosk/reader/hid-recording.ts'
import { createVirtualDevice, type VirtualDevice } from './uhid.ts'

export interface Plugged extends Recording {
  readonly device: VirtualDevice
  /** Sends the recording at its own pace. */
  play(): Promise<void>
  /** Resolves when somebody has its node open. */
  opened(): Promise<void>
  pull(): void
}

export interface UsbPorts {
  /** Resolves when the kernel has made it. */
  plug(recording: Recording): Promise<Plugged>
  pullAll(): void
}

const lookMs = 5

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
      const opened = async () => {
        while (!device.opened()) await pass(lookMs)
      }
      return {
        ...recording,
        device,
        opened,
        async play() {
          await opened()
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
    pullAll() {
      for (const device of [...plugged]) pull(device)
    },
  }
}
