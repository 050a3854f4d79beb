/** What the console says back: short lines with an undo, and the questions that must be answered first, one at a time. */
import { computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals'
import type { Speech } from './speech.ts'

/** In whichever language the console speaks while they are read. */
export type Words = (speech: Speech) => string

export interface Notice {
  readonly id: number
  readonly text: string
  /** A refusal: drawn as one, stays longer. */
  readonly bad: boolean
  readonly lastsMs: number
  readonly undo?: () => void
}

export interface Question {
  readonly title: string
  readonly text: string
  readonly yes: string
  readonly no: string
  /** The yes is drawn as something that cannot be taken back. */
  readonly grave: boolean
  readonly onYes: () => void
  readonly onNo?: () => void
  /** Neither: what to look at first. */
  readonly other?: { readonly word: string; readonly onOther: () => void }
}

export interface Notices {
  readonly shown: ReadonlySignal<readonly Notice[]>
  readonly question: ReadonlySignal<Question | undefined>
  /** `stands`: the house is as it says. Once it was and is not any more, somebody took it back, and the line goes. */
  say(words: Words, undo?: () => void, stands?: () => boolean): void
  complain(words: Words): void
  drop(id: number): void
  ask(question: Question): void
  answer(how: boolean | 'other'): void
  /** Whoever stood here has gone: nothing of it is left, and every question was answered with no. */
  clear(): void
}

const mostShown = 3
const saidMs = 4000
const undoMs = 10_000
const complainedMs = 8000

interface Kept extends Omit<Notice, 'text'> {
  readonly words: Words
  /** Nobody looks any more whether it stands. */
  readonly stop?: () => void
}

export function createNotices(speech: ReadonlySignal<Speech>): Notices {
  const kept = signal<readonly Kept[]>([])
  /** The first is asked; the others wait for its answer. */
  const questions = signal<readonly Question[]>([])
  let next = 1
  const textNow = (words: Words) => untracked(() => words(speech.value))
  const keep = (wanted: readonly Kept[]) => {
    for (const one of kept.peek()) if (!wanted.includes(one)) one.stop?.()
    kept.value = wanted
  }
  const drop = (id: number) => keep(kept.peek().filter(one => one.id !== id))
  const watch = (id: number, stands: () => boolean) => {
    let stood = false
    return effect(() => {
      if (stands()) stood = true
      else if (stood) drop(id)
    })
  }
  const add = (notice: Omit<Kept, 'id' | 'stop'>, stands?: () => boolean) => {
    const id = next++
    const text = textNow(notice.words)
    const isNew = ({ words, undo }: Kept) => undo !== undefined || textNow(words) !== text
    // What can be undone is not the same thing once more, and not pushed out by what only says something.
    const all = [...kept.peek().filter(isNew), { ...notice, id, ...(stands && { stop: watch(id, stands) }) }]
    const undos = all.filter(({ undo }) => undo).slice(-mostShown)
    const rest = all.filter(({ undo }) => !undo).slice(-Math.max(1, mostShown - undos.length))
    keep(all.filter(one => undos.includes(one) || rest.includes(one)))
  }
  return {
    shown: computed(() =>
      kept.value.map(({ words, stop: _stop, ...notice }) => ({ ...notice, text: words(speech.value) })),
    ),
    question: computed(() => questions.value[0]),
    say(words, undo, stands) {
      add({ words, bad: false, lastsMs: undo ? undoMs : saidMs, ...(undo && { undo }) }, stands)
    },
    complain(words) {
      add({ words, bad: true, lastsMs: complainedMs })
    },
    drop,
    ask(asked) {
      questions.value = [...questions.value, asked]
    },
    answer(how) {
      const [asked, ...waiting] = questions.value
      questions.value = waiting
      if (how === 'other') asked?.other?.onOther()
      else if (how) asked?.onYes()
      else asked?.onNo?.()
    },
    clear() {
      keep([])
      const asked = questions.value
      questions.value = []
      for (const { onNo } of asked) onNo?.()
    },
  }
}
