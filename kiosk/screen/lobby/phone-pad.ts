/** The phone number as far as it is typed; and one that is on the pad again, because it led to somebody else. */
import { type ReadonlySignal, signal } from '@preact/signals'
import type { Id } from '../../../shared/protocol/primitives.ts'

/** Who was right after all waits already, by this check-in. */
export interface PutBack {
  readonly id: Id
  readonly phone: string
}

export interface PhonePad {
  readonly digits: ReadonlySignal<string>
  digit(digit: string): void
  backspace(): void
  /** Undefined: nobody's is so short. */
  number(): string | undefined
  putBack(back: PutBack): void
  /** What was put back, and may have been typed over since. */
  before(): PutBack | undefined
  clear(): void
  /** Whose it was that was put back. */
  forget(): void
}

/** As the protocol has it. */
const length = { least: 5, most: 15 }

export function createPhonePad(): PhonePad {
  const digits = signal('')
  let back: PutBack | undefined
  /** Any key clears it: taken back digit by digit it would tell itself to who stands there by now. */
  const standsAgain = () => back !== undefined && digits.peek() === back.phone
  return {
    digits,
    digit(digit) {
      const typed = standsAgain() ? '' : digits.peek()
      if (typed.length < length.most) digits.value = typed + digit
    },
    backspace() {
      digits.value = standsAgain() ? '' : digits.peek().slice(0, -1)
    },
    number: () => (digits.peek().length < length.least ? undefined : digits.peek()),
    putBack(wanted) {
      back = wanted
      digits.value = wanted.phone
    },
    before: () => back,
    clear() {
      digits.value = ''
    },
    forget() {
      back = undefined
    },
  }
}
