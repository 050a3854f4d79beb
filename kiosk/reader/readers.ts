/** Keeps every reader that is plugged in open, tells what it scans, and survives plugging, unplugging and missing rights. */
import type { PluggedReader, ReaderState } from '../../shared/protocol/readers.ts'
import { createArrivals } from './arrivals.ts'
import type { Hid, OpenDevice, PluggedDevice } from './hid.ts'
import { type KnownIds, type Model, modelOf } from './models.ts'
import { createReading } from './reading.ts'
import type { Scan } from './scan.ts'

export interface Touch {
  readonly scan: Scan
  /** At the earliest, on `performance.now()`. */
  readonly cameAt: number
  /** Of the reader: as it is in the list. */
  readonly reader: string
}

export interface ReadersDeps {
  readonly hid: Hid
  /** Ids that this venue says are keyboard-wedge readers. */
  readonly also?: readonly KnownIds[]
  readonly touched: (touch: Touch) => void
  /** All readers, whenever one of them came, went, or could not be opened. */
  readonly changed: (readers: readonly PluggedReader[]) => void
  /** Devices cannot be listed, or one not opened: why, for whoever looks. The next look tries again. */
  readonly failed: (error: unknown) => void
}

export interface Readers {
  list(): readonly PluggedReader[]
  /** Resolves when every device is closed. */
  stop(): Promise<void>
}

/** A new node belongs to root alone for a moment (90 ms were measured) until udev grants it: tried so often, so long. */
const rightsEveryMs = 60
const rightsWithinMs = 2000
/** Nobody has more on one machine; a list that grows is a loose plug. */
const most = 16

interface Reader {
  readonly id: string
  readonly vendorId: number
  readonly productId: number
  readonly model: Model
  /** Where it is, or is being opened. */
  path: string | undefined
  /** It was connected once: that it is not any more is worth saying. */
  worked: boolean
  open: OpenDevice | undefined
  state: ReaderState
  since: number
}

/** Resolves after the first look. Rejects when devices cannot be listed at all. */
export async function watchReaders(deps: ReadersDeps): Promise<Readers> {
  const { hid, also = [], touched, changed, failed } = deps
  const arrivals = createArrivals()
  const readers = new Set<Reader>()
  /** Waits between two tries, which stopping cuts short. */
  const stopping = new AbortController()
  const { signal } = stopping
  let counted = 0
  let looking: Promise<void> | undefined
  let lookAgain = false

  const list = (): readonly PluggedReader[] =>
    [...readers].slice(-most).map(({ id, model, vendorId, productId, state, since }) => ({
      id,
      model: model.name,
      vendorId,
      productId,
      state,
      forMs: Math.round(performance.now() - since),
    }))

  /** One look at a time: two of them would open a reader twice, and every card would be read twice. */
  function look(): Promise<void> {
    lookAgain = looking !== undefined
    looking ??= lookOnce().finally(() => {
      looking = undefined
      if (lookAgain) lookSoon()
    })
    return looking
  }

  function lookSoon(): void {
    if (!signal.aborted) look().catch(failed)
  }

  async function lookOnce(): Promise<void> {
    const plugged = await hid.list()
    forget(new Set(plugged.map(({ path }) => path)))
    const isNew = (path: string) => ![...readers].some(reader => reader.path === path && reader.state === 'connected')
    // A device with several usages is listed once for each, at one path.
    const found = new Map<string, readonly [PluggedDevice, Model]>()
    for (const device of plugged) {
      const model = modelOf(device, also)
      if (model && !found.has(device.path) && isNew(device.path)) found.set(device.path, [device, model])
    }
    await Promise.all([...found.values()].map(([device, model]) => open(device, model)))
  }

  /** What was never opened and was pulled out again leaves nothing to say. */
  function forget(paths: ReadonlySet<string>): void {
    for (const reader of readers) {
      if (reader.state !== 'no-rights' && reader.state !== 'failed') continue
      if (reader.path !== undefined && paths.has(reader.path)) continue
      if (reader.worked) become(reader, 'gone')
      else {
        readers.delete(reader)
        changed(list())
      }
    }
  }

  async function open(device: PluggedDevice, model: Model): Promise<void> {
    const reader = readerAt(device, model)
    const reading = createReading(model.create())
    const giveUpAt = performance.now() + rightsWithinMs
    for (;;) {
      const outcome = await tryOpen(device.path, reading, reader)
      if (signal.aborted) {
        if (typeof outcome === 'object') await outcome.close().catch(failed)
        return
      }
      if (typeof outcome === 'object') return become(reader, 'connected', device.path, outcome)
      // One that was refused before is tried once a look; one that is new, or back, is waited for.
      if (outcome === 'failed' || reader.state === 'no-rights' || performance.now() >= giveUpAt)
        return become(reader, outcome, device.path)
      await pause(rightsEveryMs, signal)
    }
  }

  async function tryOpen(
    path: string,
    reading: ReturnType<typeof createReading>,
    reader: Reader,
  ): Promise<OpenDevice | 'no-rights' | 'failed'> {
    try {
      return await hid.open(path, {
        report(bytes) {
          const cameAt = arrivals.earliest()
          const scan = reading.report(bytes, cameAt, performance.now())
          if (scan) touched({ scan, cameAt, reader: reader.id })
        },
        gone() {
          become(reader, 'gone')
          lookSoon()
        },
      })
    } catch (error) {
      failed(error)
      return 'failed'
    }
  }

  /** The same reader plugged in again is the one that was missed; which of two equal ones nobody can tell. */
  function readerAt({ path, vendorId, productId }: PluggedDevice, model: Model): Reader {
    const own = [...readers].filter(
      reader => reader.vendorId === vendorId && reader.productId === productId && reader.model === model,
    )
    const found = own.find(reader => reader.path === path) ?? own.find(reader => reader.path === undefined)
    if (found) {
      found.path = path
      return found
    }
    counted += 1
    return {
      id: `r${counted}`,
      vendorId,
      productId,
      model,
      path,
      open: undefined,
      worked: false,
      state: 'failed',
      since: performance.now(),
    }
  }

  function become(reader: Reader, state: ReaderState, path?: string, device?: OpenDevice): void {
    const same = readers.has(reader) && reader.state === state && reader.path === path
    reader.path = path
    reader.open = device
    if (same) return
    if (reader.state !== state) reader.since = performance.now()
    reader.state = state
    reader.worked ||= state === 'connected'
    readers.add(reader)
    changed(list())
  }

  const stopWatching = hid.onChange(lookSoon)
  const stopLooking = () => {
    stopping.abort()
    stopWatching()
    arrivals.stop()
  }
  try {
    await look()
  } catch (error) {
    stopLooking()
    throw error
  }

  return {
    list,
    async stop() {
      stopLooking()
      await looking?.catch(failed)
      for (const { open: device } of readers) await device?.close().catch(failed)
    },
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise(done => {
    const end = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      done()
    }
    const timer = setTimeout(end, ms)
    signal.addEventListener('abort', end)
  })
}
