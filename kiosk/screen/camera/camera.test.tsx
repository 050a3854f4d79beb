/** A browser that lends a camera, or does not, and what the kiosk makes of it. */
import { signal } from '@preact/signals'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CameraState } from '../../../shared/protocol/camera.ts'
import { createCamera } from './camera.ts'
import type { Seen } from './decode.ts'

class Track extends EventTarget {
  readonly stop = vi.fn()
}

function kiosk(lend: () => Promise<Track>, loaded: () => Promise<void> = async () => undefined) {
  const on = signal(true)
  const free = signal(true)
  const told: CameraState[] = []
  const scanned: string[] = []
  const devices = new EventTarget()
  const tracks: Track[] = []
  let before: Seen | undefined
  const getUserMedia = vi.fn(async () => {
    const track = await lend()
    tracks.push(track)
    return { getTracks: () => [track] } as unknown as MediaStream
  })
  const camera = createCamera({
    on,
    free,
    devices: Object.assign(devices, { getUserMedia }) as unknown as MediaDevices,
    loadDecode: () => loaded().then(() => async () => before),
    frameOf: async () => () => ({ width: 1, height: 1 }) as ImageData,
    now: () => Date.now(),
    scanned: code => scanned.push(code),
    told: state => told.push(state),
  })
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)
  return {
    camera,
    on,
    free,
    told,
    scanned,
    devices,
    tracks,
    getUserMedia,
    pass,
    hold: (seen?: Seen) => (before = seen),
  }
}

const named = (name: string) => Object.assign(new Error(name), { name })
const code = { text: 'kJ8s-Xq2_TzPv0aLm4RbYw', share: 0.5 }

describe('the kiosk\u2019s camera', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('reads a code that is held before it, once', async () => {
    const { told, scanned, hold, pass } = kiosk(async () => new Track())
    await pass(1)
    expect(told).toEqual(['watching'])
    hold(code)
    await pass(1000)
    expect(scanned).toEqual([code.text])
  })

  it('looks away while somebody is served', async () => {
    const { free, scanned, hold, pass } = kiosk(async () => new Track())
    free.value = false
    hold(code)
    await pass(2000)
    expect(scanned).toEqual([])
    free.value = true
    await pass(500)
    expect(scanned).toEqual([code.text])
  })

  it.each([
    ['NotAllowedError', 'no-rights'],
    ['NotFoundError', 'no-camera'],
    ['NotReadableError', 'busy'],
    ['TypeError', 'failed'],
  ] as const)('says why it was not lent (%s), and asks again', async (name, state) => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    let lend = () => Promise.reject<Track>(named(name))
    const { told, pass } = kiosk(() => lend())
    await pass(1)
    expect(told).toEqual([state])
    lend = async () => new Track()
    await pass(15_000)
    expect(told).toEqual([state, 'watching'])
  })

  it('is there again when it is plugged in again', async () => {
    const { told, tracks, devices, pass } = kiosk(async () => new Track())
    await pass(1)
    tracks[0]?.dispatchEvent(new Event('ended'))
    expect(told).toEqual(['watching', 'no-camera'])
    devices.dispatchEvent(new Event('devicechange'))
    await pass(1)
    expect(told).toEqual(['watching', 'no-camera', 'watching'])
  })

  it('that is pulled out while what reads codes is still loading is not said to be watching', async () => {
    const loads: (() => void)[] = []
    const { told, scanned, hold, tracks, getUserMedia, pass, camera } = kiosk(
      async () => new Track(),
      () => new Promise(load => loads.push(load)),
    )
    await pass(1)
    tracks[0]?.dispatchEvent(new Event('ended'))
    loads[0]?.()
    hold(code)
    await pass(1000)
    expect(told).toEqual(['no-camera'])
    expect(scanned).toEqual([])
    // It is asked for again, once, and is watched through when it came back.
    await pass(15_000)
    loads[1]?.()
    await pass(1000)
    expect(getUserMedia).toHaveBeenCalledTimes(2)
    expect(told).toEqual(['no-camera', 'watching'])
    expect(scanned).toEqual([code.text])
    camera.stop()
  })

  it('that is plugged in again while what reads codes is still loading is asked for again at once', async () => {
    const loads: (() => void)[] = []
    const { told, devices, tracks, pass, camera } = kiosk(
      async () => new Track(),
      () => new Promise(load => loads.push(load)),
    )
    await pass(1)
    tracks[0]?.dispatchEvent(new Event('ended'))
    devices.dispatchEvent(new Event('devicechange'))
    await pass(1)
    loads[1]?.()
    await pass(1)
    expect(told).toEqual(['no-camera', 'watching'])
    camera.stop()
  })

  it('is given back when the house switches it off', async () => {
    const { on, camera, tracks, getUserMedia, pass } = kiosk(async () => new Track())
    await pass(1)
    on.value = false
    expect(tracks[0]?.stop).toHaveBeenCalled()
    expect(camera.stream.value).toBeUndefined()
    await pass(60_000)
    expect(getUserMedia).toHaveBeenCalledTimes(1)
  })

  it('that is lent late, after the house switched it off and on, is not the one that is looked through', async () => {
    const lent: ((track: Track) => void)[] = []
    const { on, camera, tracks, scanned, hold, pass } = kiosk(() => new Promise(lend => lent.push(lend)))
    on.value = false
    on.value = true
    const [first, second] = [new Track(), new Track()]
    lent[1]?.(second)
    await pass(1)
    lent[0]?.(first)
    await pass(1)
    expect(tracks).toEqual([second, first])
    expect(first.stop).toHaveBeenCalled()
    hold(code)
    await pass(1000)
    expect(scanned).toEqual([code.text])
    camera.stop()
    expect(second.stop).toHaveBeenCalled()
  })

  it('cannot be had over plain HTTP, and says so', () => {
    const told: CameraState[] = []
    createCamera({
      on: signal(true),
      free: signal(true),
      devices: undefined,
      loadDecode: () => Promise.reject(new Error('not loaded without a camera')),
      frameOf: () => Promise.reject(new Error('no stream')),
      now: () => 0,
      scanned: () => undefined,
      told: state => told.push(state),
    })
    expect(told).toEqual(['insecure'])
  })
})
