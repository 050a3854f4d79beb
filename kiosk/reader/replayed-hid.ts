/** A recording as a device that is plugged in: it sends what was recorded, at the recording's pace, when it is opened and whenever it is played. */
import type { DeviceEvents, Hid, PluggedDevice } from './hid.ts'
import type { Recording } from './hid-recording.ts'

export interface ReplayedHid extends Hid {
  /** Once more, after the one that is under way. Resolves with the last report. */
  play(): Promise<void>
}

const path = 'recording'

export function createReplayedHid({ name, vendorId, productId, usagePage, usage, reports }: Recording): ReplayedHid {
  const device: PluggedDevice = { path, name, vendorId, productId, usagePage, usage }
  const waits = new Map<ReturnType<typeof setTimeout>, () => void>()
  let playing: Promise<void> = Promise.resolve()
  let events: DeviceEvents | undefined

  const wait = (ms: number) =>
    new Promise<void>(done => {
      const timer = setTimeout(() => {
        waits.delete(timer)
        done()
      }, ms)
      waits.set(timer, done)
    })

  async function playOnce(): Promise<void> {
    const startedAt = performance.now()
    const [first] = reports
    for (const { atMs, bytes } of reports) {
      await wait(Math.max(0, startedAt + atMs - (first?.atMs ?? 0) - performance.now()))
      events?.report(bytes)
    }
  }

  const play = () => {
    playing = playing.then(playOnce)
    return playing
  }

  return {
    list: async () => [device],
    async open(_path, listener) {
      events = listener
      void play()
      return {
        async close() {
          events = undefined
          for (const [timer, done] of waits) {
            clearTimeout(timer)
            done()
          }
          waits.clear()
        },
      }
    },
    onChange: () => () => undefined,
    play,
  }
}
