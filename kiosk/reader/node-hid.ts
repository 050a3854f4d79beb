/**
 * The machine's own HID devices. HIDAsync only: the sync one loses reports while the event loop is blocked. It is never
 * paused: what comes while it is paused is not discarded and would fire, stale, on resuming.
 */
import { watch } from 'node:fs'
import { access, constants } from 'node:fs/promises'
import { platform } from 'node:process'
import type { Hid, OpenDevice } from './hid.ts'

/** Ms between looks where the system does not tell, and where it does: a message may have been missed. */
const lookEveryMs = 2000
const lookAnywayMs = 15_000

/** Rejects where node-hid cannot be loaded: libudev1 or libusb-1.0-0 is missing, or there is no build for this machine. */
export async function createNodeHid(): Promise<Hid> {
  const { devicesAsync, HIDAsync } = await import('node-hid')
  // The native part is loaded by the first call, not by the import.
  await devicesAsync()

  return {
    async list() {
      const found = await devicesAsync()
      return found.flatMap(({ path, vendorId, productId, usagePage, usage, product }) =>
        path === undefined ? [] : [{ path, vendorId, productId, usagePage, usage, name: product }],
      )
    },
    async open(path, { report, gone }) {
      try {
        // Forbidden at the first try and not any more at the look after it: udev came in between.
        const device = await HIDAsync.open(path).catch(async (error: unknown) => {
          if (await isForbidden(path)) throw error
          return HIDAsync.open(path)
        })
        let open = true
        // First of all: without a listener an unplugged reader would end the process. There is no close event.
        device.on('error', () => {
          if (!open) return
          open = false
          // Whatever closing a device that is gone says, it is gone.
          device.close().then(gone, gone)
        })
        device.on('data', report)
        const opened: OpenDevice = {
          async close() {
            if (!open) return
            open = false
            await device.close()
          },
        }
        return opened
      } catch (error) {
        if (await isForbidden(path)) return 'no-rights'
        throw error
      }
    },
    onChange(look) {
      const watcher = platform === 'linux' ? watchDev(look) : undefined
      const timer = setInterval(look, watcher ? lookAnywayMs : lookEveryMs)
      return () => {
        clearInterval(timer)
        watcher?.()
      }
    },
  }
}

/** hidapi's words differ from version to version: the file system's do not. */
async function isForbidden(path: string): Promise<boolean> {
  try {
    await access(path, constants.R_OK | constants.W_OK)
    return false
  } catch (error) {
    return typeof error === 'object' && error !== null && 'code' in error && error.code === 'EACCES'
  }
}

/** Nodes that come, go and are granted. Undefined where too many things are watched already. */
function watchDev(look: () => void): (() => void) | undefined {
  try {
    const watcher = watch('/dev', (_event, name) => {
      if (name === null || name.startsWith('hidraw')) look()
    })
    watcher.on('error', () => watcher.close())
    return () => watcher.close()
  } catch {
    return undefined
  }
}
