/** A machine that speaks when the test says so: what was said, by which voice, and what was cut off. */
import type { MachineVoice } from './local-voice.ts'
import type { Synthesizer } from './synthesizer.ts'

export const huihui: MachineVoice = {
  name: 'Huihui',
  lang: 'zh-CN',
  voiceURI: 'huihui',
  localService: true,
  default: false,
}
export const daniel: MachineVoice = { ...huihui, name: 'Daniel', lang: 'en-GB', voiceURI: 'daniel' }

export function createFakeSynthesizer(...installed: readonly MachineVoice[]) {
  let voices: readonly MachineVoice[] = installed
  let changed: (() => void)[] = []
  let speaking: { readonly words: string; readonly done: (said: boolean) => void } | undefined
  const said: string[] = []
  const by: string[] = []
  const cut: string[] = []
  const cancel = () => {
    if (speaking) cut.push(speaking.words)
    // As browsers do it: what was cancelled ends too.
    const was = speaking
    speaking = undefined
    was?.done(true)
  }
  const synthesizer: Synthesizer = {
    voices: () => voices,
    onVoices(one) {
      changed = [...changed, one]
    },
    wake: () => undefined,
    speak(words, voice, done) {
      cancel()
      said.push(words)
      by.push(voice.name)
      speaking = { words, done }
    },
    cancel,
  }
  return {
    synthesizer,
    said,
    by,
    cut,
    install(...more: readonly MachineVoice[]) {
      voices = more
      for (const one of changed) one()
    },
    /** It comes to the end of its words, or fails at them. */
    end(well = true) {
      const was = speaking
      speaking = undefined
      was?.done(well)
    },
    get busy() {
      return speaking !== undefined
    },
  }
}
