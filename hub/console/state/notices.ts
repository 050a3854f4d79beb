/** What the console says back: short lines with an undo, and the questions that must be answered first, one at a time. */
import { computed, type ReadonlySignal, signal } from '@preact/signals'

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
  say(text: string, undo?: () => void): void
  complain(text: string): void
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

export function createNotices(): Notices {
  const shown = signal<readonly Notice[]>([])
  /** The first is asked; the others wait for its answer. */
  const questions = signal<readonly Question[]>([])
  let next = 1
  const add = (notice: Omit<Notice, 'id'>) => {
    // What can be undone is not the same thing once more, and not pushed out by what only says something.
    const all = [...shown.value.filter(({ text, undo }) => undo || text !== notice.text), { id: next++, ...notice }]
    const undos = all.filter(({ undo }) => undo).slice(-mostShown)
    const rest = all.filter(({ undo }) => !undo).slice(-Math.max(1, mostShown - undos.length))
    shown.value = all.filter(one => undos.includes(one) || rest.includes(one))
  }
  return {
    shown,
    question: computed(() => questions.value[0]),
    say(text, undo) {
      add({ text, bad: false, lastsMs: undo ? undoMs : saidMs, ...(undo && { undo }) })
    },
    complain(text) {
      add({ text, bad: true, lastsMs: complainedMs })
    },
    drop(id) {
      shown.value = shown.value.filter(one => one.id !== id)
    },
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
      shown.value = []
      const asked = questions.value
      questions.value = []
      for (const { onNo } of asked) onNo?.()
    },
  }
}
