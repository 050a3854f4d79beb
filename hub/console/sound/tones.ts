/**
 * The console's voice: short composed tones, no files. A browser lets sound out only after a touch (`unlock`), and may
 * take it back: `state` says so, because an alarm that nobody hears is worse than none.
 */
import { type ReadonlySignal, signal } from '@preact/signals'

export type Tone = 'critical' | 'warning' | 'info' | 'vip' | 'order' | 'test'

export const worstFirst: readonly Tone[] = ['critical', 'vip', 'warning', 'order', 'info', 'test']

/** `asleep`: nobody started the shift here. `blocked`: the browser or the system took the sound away. */
export type VoiceState = 'asleep' | 'running' | 'blocked'

export interface Voice {
  readonly state: ReadonlySignal<VoiceState>
  /** From inside a touch or key handler. */
  unlock(): Promise<void>
  /** False if nothing could be heard. */
  play(tone: Tone): boolean
}

/** Hertz and seconds: when each note starts and how long it rings. */
type Note = readonly [hertz: number, at: number, length: number]

const phrases: Readonly<Record<Tone, readonly Note[]>> = {
  // Falling minor third, twice, then again: cannot be taken for music from a room.
  critical: [
    [988, 0, 0.22],
    [784, 0.2, 0.3],
    [988, 0.55, 0.22],
    [784, 0.75, 0.3],
    [988, 1.1, 0.22],
    [784, 1.3, 0.5],
  ],
  warning: [
    [880, 0, 0.25],
    [659, 0.24, 0.5],
  ],
  info: [[740, 0, 0.5]],
  order: [
    [523, 0, 0.16],
    [523, 0.18, 0.3],
  ],
  vip: [
    [587, 0, 0.5],
    [740, 0.16, 0.5],
    [880, 0.32, 0.6],
    [1175, 0.48, 1.2],
  ],
  test: [
    [587, 0, 0.3],
    [880, 0.2, 0.7],
  ],
}

/** Until it has died away, ms. */
export const lengthOf = (tone: Tone): number => Math.max(...phrases[tone].map(([, at, length]) => (at + length) * 1000))

export function createVoice(volume = 0.35): Voice {
  const state = signal<VoiceState>('asleep')
  let context: AudioContext | undefined
  const look = () => {
    if (context) state.value = context.state === 'running' ? 'running' : 'blocked'
  }
  return {
    state,
    async unlock() {
      if (!context) {
        context = new AudioContext({ latencyHint: 'interactive' })
        context.addEventListener('statechange', look)
      }
      await context.resume()
      look()
    },
    play(tone) {
      look()
      if (!context || state.value !== 'running') return false
      for (const note of phrases[tone]) ring(context, note, volume)
      return true
    },
  }
}

function ring(audio: AudioContext, [hertz, at, length]: Note, volume: number): void {
  const start = audio.currentTime + at
  const gain = new GainNode(audio, { gain: 0 })
  gain.gain.setValueAtTime(0, start)
  gain.gain.linearRampToValueAtTime(volume, start + 0.01)
  gain.gain.exponentialRampToValueAtTime(0.0001, start + length)
  gain.connect(audio.destination)
  for (const [partial, share] of [
    [1, 1],
    [2.01, 0.3],
  ] as const) {
    const oscillator = new OscillatorNode(audio, { type: 'sine', frequency: hertz * partial })
    const level = new GainNode(audio, { gain: share })
    oscillator.connect(level).connect(gain)
    oscillator.start(start)
    oscillator.stop(start + length)
  }
}
