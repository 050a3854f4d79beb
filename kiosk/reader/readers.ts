/** Keeps every reader that is plugged in open, tells what it scans, and survives plugging, unplugging and missing rights. */
import { devicesAsync, HIDAsync } from 'node-hid'
import { modelOf } from './models.ts'
import type { Scan } from './scan.ts'

export interface ReadersDeps {
  readonly scanned: (scan: Scan) => void
  /** Told once per change: opened, gone, or why it cannot be opened. */
  readonly said: (path: string, what: 'opened' | 'gone' | 'no-rights' | 'failed', detail: string) => void
}

/** Ms between looks for plugged and unplugged devices, and of silence after which a half-read card is dropped. */
const lookEveryMs = 2000
const silenceMs = 500

/** Rejects where node-hid cannot load at all (libudev1 or libusb-1.0-0 is missing). The answer stops it. */
export async function watchReaders(deps: ReadersDeps): Promise<() => Promise<void>> {
  const open = new Map<string, HIDAsync>()
  const troubled = new Set<string>()
  let stopped = false

  async function look(): Promise<void> {
    const plugged = await devicesAsync()
    for (const device of plugged) {
      const model = modelOf(device)
      if (!model || device.path === undefined || open.has(device.path)) continue
      await openOne(device.path, model.name, model.create())
    }
  }

  async function openOne(
    path: string,
    name: string,
    decoder: ReturnType<NonNullable<ReturnType<typeof modelOf>>['create']>,
  ): Promise<void> {
    try {
      const hid = await HIDAsync.open(path)
      open.set(path, hid)
      troubled.delete(path)
      deps.said(path, 'opened', name)
      let silence: NodeJS.Timeout | undefined
      hid.on('data', (bytes: Buffer) => {
        clearTimeout(silence)
        silence = setTimeout(decoder.reset, silenceMs)
        const scan = decoder.report(bytes)
        if (scan) deps.scanned(scan)
      })
      // Without a listener an unplugged reader would end the process. There is no close event.
      hid.on('error', error => {
        clearTimeout(silence)
        decoder.reset()
        open.delete(path)
        deps.said(path, 'gone', String(error))
        hid.close().catch(reason => deps.said(path, 'failed', String(reason)))
      })
    } catch (error) {
      // A new node belongs to root for a moment before udev grants it: the next look tries again, and says it once.
      if (troubled.has(path)) return
      troubled.add(path)
      const detail = String(error)
      deps.said(path, /permission|EACCES|cannot open/i.test(detail) ? 'no-rights' : 'failed', detail)
    }
  }

  await look()
  const again = async (): Promise<void> => {
    if (stopped) return
    await look().catch(error => deps.said('', 'failed', String(error)))
    timer = setTimeout(() => void again(), lookEveryMs)
  }
  let timer = setTimeout(() => void again(), lookEveryMs)

  return async () => {
    stopped = true
    clearTimeout(timer)
    for (const hid of open.values()) await hid.close()
  }
}
