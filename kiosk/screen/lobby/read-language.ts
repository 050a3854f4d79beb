/** What the guest on the screen reads goes along with who they are: the house is told of each change that it does not know yet. */
import { effect, type ReadonlySignal, untracked } from '@preact/signals'
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import type { KioskCheckInView } from '../../../shared/protocol/views/kiosk.ts'
import type { WrittenLocale } from '../../../shared/protocol/words.ts'

export interface ScreenLanguage {
  /** Where the guest chose one that the house does not speak. */
  chosen(): WrittenLocale | undefined
  /** What is on the screen, the house's or not. */
  shown(): WrittenLocale | undefined
  /** A guest came to the screen without touching it, and this is what they read; undefined: what the house speaks. */
  speak(brought: WrittenLocale | undefined): void
}

type Says = Pick<CommandOf<'SayParty'>, 'language'>

export interface ReadLanguage {
  /** The screen turned to another check-in. `others`: what it speaks was there before them, and is nobody's choice of theirs. */
  begin(others: boolean): void
  /** For what they are asked first. */
  first(): Says
  /** For what they say once the house knows them. */
  more(knows: KioskCheckInView | undefined): Says
  stop(): void
}

export function createReadLanguage(
  language: Pick<ScreenLanguage, 'chosen' | 'shown'>,
  checkIn: ReadonlySignal<KioskCheckInView | undefined>,
  tell: (command: CommandOf<'SayParty'>) => void,
): ReadLanguage {
  /** What stood on the screen when it was looked at last. */
  let stood: WrittenLocale | undefined
  /** To be known by the house soon. */
  let told: WrittenLocale | undefined

  // Chosen before a reader brought them, which knows of no language, or once all was said. Who is still asked brings it along.
  const stop = effect(() => {
    const reads = language.shown()
    const now = checkIn.value
    if (reads === stood || !now || now.party === undefined) return
    stood = reads
    const knows = told ?? now.language ?? (language.chosen() === undefined ? reads : undefined)
    if (reads === undefined || reads === knows) return
    told = reads
    const { id, party } = now
    untracked(() => tell({ type: 'SayParty', checkIn: id, party, language: reads }))
  })

  const says = (reads: WrittenLocale | undefined): Says => (reads === undefined ? {} : { language: reads })
  return {
    begin(others) {
      stood = others ? language.shown() : undefined
      told = undefined
    },
    first: () => says(language.chosen()),
    // They came along with another one: that they read the house's own after all has to be said.
    more: knows => says(knows?.language === undefined ? language.chosen() : language.shown()),
    stop,
  }
}
