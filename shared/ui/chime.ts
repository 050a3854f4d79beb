/**
 * One soft chime per character of a welcome: two sine partials on a pentatonic ladder, no file. A browser lets sound
 * out only after a touch: call `unlock` from one; until then `strike` stays silent and says so.
 */

export interface Chime {
  /** From inside a touch or key handler. Resolves to whether sound is allowed now. */
  unlock(): Promise<boolean>
  /** Sounds the tone for character `index`; false if the browser still holds the sound back. */
  strike(index: number): boolean
  close(): Promise<void>
}

/** D major pentatonic from D5: any number of characters rises, then turns back, never sour. */
const ladder = [587.33, 659.25, 739.99, 880, 987.77, 880, 739.99, 659.25]
const LENGTH_S = 1.6

/** `volume` 0 to 1. No audio is touched before the first call. */
export function createChime(volume = 0.12): Chime {
  let context: AudioContext | undefined
  const open = () => {
    context ??= new AudioContext({ latencyHint: 'interactive' })
    return context
  }
  return {
    async unlock() {
      const audio = open()
      await audio.resume()
      return audio.state === 'running'
    },
    strike(index) {
      const audio = open()
      if (audio.state !== 'running') return false
      const tone = ladder[index % ladder.length] ?? 880
      ring(audio, tone, volume)
      ring(audio, tone * 2.01, volume * 0.25)
      return true
    },
    async close() {
      await context?.close()
      context = undefined
    },
  }
}

function ring(audio: AudioContext, hertz: number, volume: number): void {
  const now = audio.currentTime
  const gain = new GainNode(audio, { gain: 0 })
  gain.gain.linearRampToValueAtTime(volume, now + 0.012)
  gain.gain.exponentialRampToValueAtTime(0.0001, now + LENGTH_S)
  const oscillator = new OscillatorNode(audio, { type: 'sine', frequency: hertz })
  oscillator.connect(gain).connect(audio.destination)
  oscillator.start(now)
  oscillator.stop(now + LENGTH_S)
}
