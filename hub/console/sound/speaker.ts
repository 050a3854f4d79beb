/**
 * Says what the tones only hint at, "V08，话筒": one after the other, worst first, never two at once. Three wait at most;
 * of a flood the rest is counted, "还有 9 个", so that what is heard is of now. Whatever was taken meanwhile is not said.
 */
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals'
import type { Locale } from '../../../shared/i18n/locale.ts'
import { fittingVoice, type MachineVoice } from './local-voice.ts'
import type { Synthesizer } from './synthesizer.ts'
import { type Tone, worstFirst } from './tones.ts'

export interface Line {
  /** Of what it calls for. */
  readonly key: string
  readonly tone: Tone
  /** In the language of the moment at which it is said. */
  readonly words: () => string
}

/**
 * `no-voice`: this machine has none of its own in the console's language. `off`: not wanted at this console. `failed`: the
 * last words were not said, or never came to an end.
 */
export type Standing = 'says' | 'off' | 'failed' | 'no-voice'

export interface Speaker {
  readonly standing: ReadonlySignal<Standing>
  /** The machine's own voice in the console's language, if it has one. */
  readonly voice: ReadonlySignal<MachineVoice | undefined>
  turn(on: boolean): void
  /** In the middle of words: a tone waits for their end, and goes before the next. Not for a machine that failed. */
  readonly saying: ReadonlySignal<boolean>
  /** From inside a touch or key handler. */
  wake(): void
  /** Once the machine said which voices it has, or long enough did not. */
  known(): Promise<void>
  /** After the tone that sounds for so long, ms. A try gives a voice that failed another chance. */
  say(lines: readonly Line[], afterMs: number): void
  /** Only these still wait for somebody: the rest is silent at once. */
  keep(waiting: ReadonlySet<string>): void
  hush(): void
}

export interface SpeakerOptions {
  /** Undefined: this browser does not speak. */
  readonly synthesizer: Synthesizer | undefined
  readonly device: string
  /** Where this console keeps that it is to be silent of words. */
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
  readonly locale: () => Locale
  readonly browser: readonly string[]
  readonly more: (count: number) => string
}

const mostWaiting = 3
/** A line takes two or three seconds; one that the machine never ends must silence neither the others nor the tones. */
const stuckMs = 8000
const voicesMs = 2000
/** What is said for a try waits for nobody. */
export const tryKey = 'try'

export function createSpeaker({ synthesizer, device, storage, locale, browser, more }: SpeakerOptions): Speaker {
  const key = `changming.${device}.spoken`
  const on = signal(storage.getItem(key) !== 'off')
  const voices = signal(synthesizer?.voices() ?? [])
  synthesizer?.onVoices(() => {
    voices.value = synthesizer.voices()
  })
  const voice = computed(() => fittingVoice(voices.value, locale(), browser))

  let queue: readonly Line[] = []
  let crowd = new Set<string>()
  const current = signal<
    { readonly keys: readonly string[]; readonly stuck: ReturnType<typeof setTimeout> } | undefined
  >(undefined)
  const failed = signal(false)
  const saying = computed(() => current.value !== undefined && !failed.value)
  const standing = computed(() => {
    if (!voice.value) return 'no-voice'
    if (!on.value) return 'off'
    return failed.value ? 'failed' : 'says'
  })
  let starting: ReturnType<typeof setTimeout> | undefined
  let quietUntil = 0

  const next = (): void => {
    if (current.peek() || starting !== undefined || (queue.length === 0 && crowd.size === 0)) return
    starting = setTimeout(
      () => {
        starting = undefined
        // Another tone began meanwhile.
        if (performance.now() < quietUntil) next()
        else sayNext()
      },
      Math.max(0, quietUntil - performance.now()),
    )
  }
  const sayNext = (): void => {
    const speaks = voice.peek()
    if (!synthesizer || !speaks) return hush()
    const [first] = queue
    if (!first && crowd.size === 0) return
    const words = first ? first.words() : more(crowd.size)
    // Two guests arrived: that somebody arrived is said once.
    const said = first ? queue.filter(one => one.words() === words).map(one => one.key) : [...crowd]
    queue = queue.filter(one => !said.includes(one.key))
    if (!first) crowd = new Set()
    const mine = { keys: said, stuck: setTimeout(() => over(false), stuckMs) }
    const over = (wasSaid: boolean) => {
      if (current.peek() !== mine) return
      clearTimeout(mine.stuck)
      // Whoever held a tone back for it rings it now, and what is said next waits for that.
      batch(() => {
        failed.value = !wasSaid
        current.value = undefined
      })
      next()
    }
    current.value = mine
    synthesizer.speak(words, speaks, over)
  }
  const cut = (): void => {
    const was = current.peek()
    if (!was) return
    clearTimeout(was.stuck)
    current.value = undefined
    synthesizer?.cancel()
  }
  const hush = (): void => {
    queue = []
    crowd = new Set()
    cut()
  }

  return {
    standing,
    voice,
    saying,
    turn(wanted) {
      on.value = wanted
      if (wanted) storage.removeItem(key)
      else storage.setItem(key, 'off')
      if (!wanted) hush()
    },
    wake() {
      const speaks = voice.peek()
      if (synthesizer && speaks && on.peek() && !current.peek()) synthesizer.wake(speaks)
    },
    known: () =>
      new Promise(done => {
        if (!synthesizer || synthesizer.voices().length > 0) return done()
        synthesizer.onVoices(done)
        setTimeout(done, voicesMs)
      }),
    say(lines, afterMs) {
      quietUntil = Math.max(quietUntil, performance.now() + afterMs)
      if (!voice.peek() || !on.peek()) return
      if (lines.some(one => one.key === tryKey)) failed.value = false
      const fresh = lines.filter(line => !queue.some(one => one.key === line.key))
      const all = [...queue, ...fresh].sort((one, other) => rank(one) - rank(other))
      queue = all.slice(0, mostWaiting)
      for (const one of fresh) crowd.delete(one.key)
      for (const one of all.slice(mostWaiting)) crowd.add(one.key)
      next()
    },
    keep(waiting) {
      const waits = (one: string) => one === tryKey || waiting.has(one)
      queue = queue.filter(one => waits(one.key))
      crowd = new Set([...crowd].filter(waits))
      const now = current.peek()
      if (!now || now.keys.some(waits)) return
      cut()
      next()
    },
    hush,
  }
}

const rank = ({ tone }: Line): number => (tone === 'test' ? -1 : worstFirst.indexOf(tone))
