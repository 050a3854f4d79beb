/** What a card becomes that is to be a member's: never more than is known of it. Pure. */
import { bareNumber, printedIdentities } from '../../../shared/protocol/cards/calibrate.ts'
import {
  type CardFormat,
  type CardIdentity,
  readCard,
  technologyOf,
  textIdentity,
} from '../../../shared/protocol/cards/formats.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import { type Refusal, refuse } from '../../../shared/protocol/refusals.ts'
import { type Card, cardId, type Member } from './member.ts'

/** A card as it would be kept. */
export type NewCard = CardIdentity & { readonly number: string }

/** `format`: of the reader that wrote it. */
export function cardFromReader(text: string, format: CardFormat | undefined): NewCard | Refusal {
  if (format === undefined) return { ...textIdentity(text), number: text }
  const read = readCard(text, format)
  return typeof read === 'string' ? refuse(refusalOf[read], 'choose-other') : { ...read, number: text }
}

/** `formats`: of the house's readers. They say what kinds of card there are; a number that may be two of them is not taken. */
export function cardFromPrint(printed: string, formats: readonly CardFormat[]): NewCard | Refusal {
  // Only a reader that writes the very same will know it.
  if (formats.length === 0) return { ...textIdentity(printed.trim()), number: printed.trim() }
  const kinds = new Set(formats.map(technologyOf))
  const [identity, ...others] = printedIdentities(printed).filter(({ technology }) => kinds.has(technology))
  if (!identity) return refuse('card-unreadable', 'try-again')
  return others.length > 0 ? refuse('card-unclear', 'choose-other') : { ...identity, number: bareNumber(printed) }
}

export const withCard = (member: Member, card: NewCard): Member => ({
  ...member,
  cards: [
    ...member.cards,
    {
      id: cardId(member.id, member.cards.length),
      technology: card.technology,
      hex: card.hex,
      number: card.number,
      blocked: false,
    },
  ],
})

export const withBlocked = (member: Member, id: Id, blocked: boolean): Member => ({
  ...member,
  cards: member.cards.map((card): Card => (card.id === id ? { ...card, blocked } : card)),
})

const refusalOf = { unreadable: 'card-unreadable', colliding: 'card-colliding', passing: 'card-passing' } as const
