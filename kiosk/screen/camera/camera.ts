/**
 * The kiosk's camera, where the house switched it on: opened, watched for members' codes, opened again when it comes back.
 * What stands in the way is told to the hub, for the console; the lobby has its other ways and says nothing of it.
 */
import { effect, type ReadonlySignal, signal } from '@preact/signals'
import type { CameraState } from '../../../shared/protocol/camera.ts'
import type { Decode } from './decode.ts'
import { createShown } from './shown.ts'

export interface Camera {
  /** What it sees, to be shown to who holds a code before it. */
  readonly stream: ReadonlySignal<MediaStream | undefined>
  stop(): void
}

export interface CameraDeps {
  /** The house wants it. */
  readonly on: ReadonlySignal<boolean>
  /** Nobody is being served: a code that is held out counts. */
  readonly free: ReadonlySignal<boolean>
  /** Undefined outside a secure context: a browser lends none there. */
  readonly devices: Pick<MediaDevices, 'getUserMedia' | 'addEventListener' | 'removeEventListener'> | undefined
  readonly loadDecode: () => Promise<Decode>
  readonly frameOf: (stream: MediaStream) => Promise<() => ImageData | undefined>
  readonly now: () => number
  readonly scanned: (code: string) => void
  readonly told: (state: CameraState) => void
}

/** Ms between looks, and until a camera that could not be had is asked for again. */
const lookEveryMs = 160
const againMs = 15_000

export function createCamera(deps: CameraDeps): Camera {
  const { on, free, devices, now, scanned, told } = deps
  const stream = signal<MediaStream>()
  let close: () => void = () => undefined

  const stopOn = effect(() => {
    if (!on.value) return undefined
    if (!devices) {
      told('insecure')
      return undefined
    }
    open(devices)
    return () => close()
  })

  function open(lent: NonNullable<CameraDeps['devices']>): void {
    let closed = false
    /** The try that is under way. One whose camera went before it was looked through is none any more. */
    let trying: object | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const later = (act: () => void, ms: number) => {
      clearTimeout(timer)
      if (!closed) timer = setTimeout(act, ms)
    }
    // What was lent to this opening: one that comes late, after the house switched it off and on, is not the next one's.
    let mine: MediaStream | undefined
    const end = () => {
      for (const track of mine?.getTracks() ?? []) track.stop()
      if (stream.peek() === mine) stream.value = undefined
      mine = undefined
    }
    const tryAgain = (state: CameraState) => {
      trying = undefined
      end()
      if (closed) return
      told(state)
      later(attempt, againMs)
    }
    const attempt = () => {
      if (trying || mine) return
      const own = {}
      trying = own
      watch()
        .catch((error: unknown) => {
          if (trying === own) tryAgain(stateOf(error))
        })
        .finally(() => {
          if (trying === own) trying = undefined
        })
    }
    const watch = async () => {
      const lentStream = await lent.getUserMedia({
        audio: false,
        video: { facingMode: 'user', width: { ideal: 1280 } },
      })
      mine = lentStream
      if (closed) return end()
      stream.value = lentStream
      const [track] = lentStream.getTracks()
      const lost = (state: CameraState) => {
        if (mine === lentStream) tryAgain(state)
      }
      track?.addEventListener('ended', () => lost('no-camera'))
      const [decode, frame] = await Promise.all([deps.loadDecode(), deps.frameOf(lentStream)])
      if (closed) return end()
      if (mine !== lentStream) return
      told('watching')
      const shown = createShown()
      const look = async () => {
        const picture = free.peek() ? frame() : undefined
        const code = shown.look(picture && (await decode(picture)), now())
        if (code !== undefined && !closed && free.peek()) scanned(code)
        if (mine === lentStream) later(again, lookEveryMs)
      }
      const again = () => void look().catch((error: unknown) => lost(stateOf(error)))
      again()
    }
    lent.addEventListener('devicechange', attempt)
    attempt()
    close = () => {
      closed = true
      clearTimeout(timer)
      lent.removeEventListener('devicechange', attempt)
      end()
    }
  }

  return {
    stream,
    stop() {
      stopOn()
      close()
    },
  }
}

/** The names that browsers give to what stands in the way (Media Capture and Streams, getUserMedia). */
function stateOf(error: unknown): CameraState {
  switch (error instanceof Error ? error.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'no-rights'
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'no-camera'
    case 'NotReadableError':
    case 'AbortError':
      return 'busy'
    default:
      console.warn('camera', error)
      return 'failed'
  }
}
