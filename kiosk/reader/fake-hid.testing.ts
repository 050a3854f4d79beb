/** A machine of our own making: readers are plugged in, pulled out and forbidden by the test. */
import type { DeviceEvents, Hid, PluggedDevice } from './hid.ts'

export interface FakeHid extends Hid {
  plug(device: PluggedDevice, rights?: boolean): void
  grant(path: string): void
  /** As node-hid tells it: the node is gone, then the read fails. */
  unplug(path: string): void
  /** From the device at `path`, if it is open. */
  send(path: string, ...reports: readonly Uint8Array[]): void
  /** How often it is open now: twice would double every card. */
  openings(path: string): number
  /** Looks that were asked for. */
  readonly looks: number
}

export function createFakeHid(): FakeHid {
  const plugged = new Map<string, { device: PluggedDevice; rights: boolean }>()
  const open = new Map<string, Set<DeviceEvents>>()
  const listeners = new Set<() => void>()
  let looks = 0
  const tell = () => {
    for (const look of listeners) look()
  }
  const at = (path: string) => open.get(path) ?? new Set()

  return {
    get looks() {
      return looks
    },
    async list() {
      looks += 1
      return [...plugged.values()].map(({ device }) => device)
    },
    async open(path, events) {
      const found = plugged.get(path)
      if (!found) throw new Error(`cannot open device with path ${path}`)
      if (!found.rights) return 'no-rights'
      open.set(path, at(path).add(events))
      return {
        async close() {
          at(path).delete(events)
        },
      }
    },
    onChange(look) {
      listeners.add(look)
      return () => listeners.delete(look)
    },
    plug(device, rights = true) {
      plugged.set(device.path, { device, rights })
      tell()
    },
    grant(path) {
      const found = plugged.get(path)
      if (found) found.rights = true
    },
    unplug(path) {
      plugged.delete(path)
      const gone = [...at(path)]
      open.delete(path)
      tell()
      for (const events of gone) events.gone()
    },
    send(path, ...reports) {
      for (const events of at(path)) for (const report of reports) events.report(report)
    },
    openings: path => at(path).size,
  }
}
