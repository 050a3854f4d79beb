/** What is said to the guest behind the one who is being asked something: a line beside the question, which stays. */
import { type ReadonlySignal, signal } from '@preact/signals'

/** Somebody comes for them; their card once more, please; somebody comes to help. */
export type AsideWords = 'meets' | 'again' | 'helps'

export interface Aside {
  readonly words: ReadonlySignal<AsideWords | undefined>
  say(words: AsideWords): void
  clear(): void
}

const readMs = 15_000

export function createAside(): Aside {
  const words = signal<AsideWords>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const clear = () => {
    clearTimeout(timer)
    words.value = undefined
  }
  return {
    words,
    say(next) {
      clearTimeout(timer)
      words.value = next
      timer = setTimeout(clear, readMs)
    },
    clear,
  }
}
