/**
 * Of which tickets nobody knows whether they are out, and which of them are set aside. What a printer did not speak of three
 * times keeps no other ticket waiting any longer; it comes once more when the printer was away and is back, and what is not
 * spoken of then either is left to who stands there.
 */
import type { Id } from '../../shared/protocol/primitives.ts'
import type { PrinterState } from '../../shared/protocol/words.ts'

export interface Doubts {
  /** It may be out. */
  has(ticket: Id): boolean
  isSetAside(ticket: Id): boolean
  setAside(): readonly Id[]
  /** The hub crashed over it, or did not write down that it is out. */
  add(ticket: Id): void
  /** The printer has it, and what it said then is not that it is out. */
  sent(ticket: Id, said: PrinterState): void
  /** It was seen to come out. */
  out(ticket: Id): void
  /** Whoever takes it in hand saw the banner; what they ask for once more comes once more. Answers whether it was set aside. */
  takenInHand(ticket: Id): boolean
  /** How the printer says it is while it has no ticket. A board may say that it is well while nothing comes out of it. */
  heard(said: PrinterState): void
  /** The printer was seen to work, or is another one. */
  back(): void
}

/** The second and third say that they may be there twice. */
const mostTries = 3

interface Doubt {
  /** So often it was sent without a word of it. */
  readonly tries: number
  readonly most: number
}

export function createDoubts(): Doubts {
  const doubts = new Map<Id, Doubt>()
  const untried: Doubt = { tries: 0, most: mostTries }
  /** It said itself that it could not, or did not answer: well after that is news. */
  let away = false
  const isSetAside = (ticket: Id) => {
    const { tries, most } = doubts.get(ticket) ?? untried
    return tries >= most
  }
  const back = () => {
    away = false
    for (const [ticket, { tries }] of doubts) if (tries >= mostTries) doubts.set(ticket, { tries, most: mostTries + 1 })
  }
  return {
    has: ticket => doubts.has(ticket),
    isSetAside,
    setAside: () => [...doubts.keys()].filter(isSetAside),
    add: ticket => void doubts.set(ticket, untried),
    sent(ticket, said) {
      const { tries, most } = doubts.get(ticket) ?? untried
      doubts.set(ticket, { tries: tries + (said === 'no-answer' ? 1 : 0), most })
    },
    out(ticket) {
      doubts.delete(ticket)
      back()
    },
    takenInHand(ticket) {
      const wasSetAside = isSetAside(ticket)
      if (wasSetAside) doubts.set(ticket, untried)
      return wasSetAside
    },
    heard(said) {
      if (said !== 'well') away = true
      else if (away) back()
    },
    back,
  }
}
