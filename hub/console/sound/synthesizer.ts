/** The browser's own speaking machine, one utterance at a time. */
import type { MachineVoice } from './local-voice.ts'

export interface Synthesizer {
  /** Empty at first: browsers gather them late. */
  voices(): readonly MachineVoice[]
  onVoices(changed: () => void): void
  /** From inside a touch: some let nothing be said that was not begun in one. */
  wake(voice: MachineVoice): void
  /** Ends whatever is being said. `done` once it was said, or could not be. */
  speak(words: string, voice: MachineVoice, done: (said: boolean) => void): void
  cancel(): void
}

export function browserSynthesizer(): Synthesizer | undefined {
  if (!('speechSynthesis' in globalThis)) return undefined
  const machine = globalThis.speechSynthesis
  /** Chromium forgets to say that one ended which nobody holds. */
  let held: SpeechSynthesisUtterance | undefined
  const utter = (words: string, { voiceURI }: MachineVoice, done: (said: boolean) => void): void => {
    const voice = machine.getVoices().find(one => one.voiceURI === voiceURI && one.localService)
    // Without one the browser would choose, and might send the words away.
    if (!voice) return done(false)
    const utterance = new SpeechSynthesisUtterance(words)
    utterance.voice = voice
    utterance.lang = voice.lang
    utterance.onend = () => done(true)
    // Cut off is not failed: it had begun.
    utterance.onerror = ({ error }) => done(error === 'interrupted' || error === 'canceled')
    held = utterance
    machine.speak(held)
  }
  return {
    voices: () => machine.getVoices(),
    onVoices: changed => machine.addEventListener('voiceschanged', changed),
    wake: voice => utter('', voice, nothing),
    speak(words, voice, done) {
      // One that hangs would hold up all that come after it.
      machine.cancel()
      utter(words, voice, done)
    },
    cancel: () => machine.cancel(),
  }
}

function nothing(): void {
  // It had no words.
}
