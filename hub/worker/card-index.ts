/**
 * Whose card it is: by what the reader's format makes of its text, or by the text itself where a card or a reader has no
 * format. A text that fits two cards is nobody's for sure. Pure.
 */
import {
  type CardFormat,
  type CardIdentity,
  identityKey,
  readCard,
  sameCard,
} from '../../shared/protocol/cards/formats.ts'
import type { Card, Member } from '../domain/member/member.ts'
import type { NewCard } from '../domain/member/new-card.ts'
import type { Identified } from './directory.ts'

export interface CardIndex {
  add(member: Member): void
  drop(member: Member): void
  identify(text: string, format?: CardFormat): Identified
  ownerOf(card: NewCard): string | undefined
}

interface Held {
  readonly member: Member
  readonly card: Card
}

export function createCardIndex(): CardIndex {
  const byNumber = new Map<string, Held[]>()
  const byIdentity = new Map<string, Held[]>()

  const written = (text: string): readonly Held[] => byNumber.get(text) ?? []
  /** Of a reader that nobody has told the format of, and so of no kind. */
  const writtenOnly = (text: string) => written(text).filter(({ card }) => card.technology === 'text')
  const fitting = (identity: CardIdentity): readonly Held[] =>
    (byIdentity.get(identityKey(identity)) ?? []).filter(({ card }) => sameCard(card, identity))

  return {
    add(member) {
      for (const card of member.cards) {
        const held: Held = { member, card }
        byNumber.set(card.number, [...written(card.number), held])
        const key = identityKey(card)
        byIdentity.set(key, [...(byIdentity.get(key) ?? []), held])
      }
    },
    drop(member) {
      for (const card of member.cards) {
        keep(byNumber, card.number, held => held.card.id !== card.id)
        keep(byIdentity, identityKey(card), held => held.card.id !== card.id)
      }
    },
    identify(text, format) {
      const read = format && readCard(text, format)
      const known = read === undefined ? written(text) : typeof read === 'string' ? [] : fitting(read)
      const [found, ...others] = format === undefined ? known : [...known, ...writtenOnly(text)]
      if (!found) return { failure: typeof read === 'string' ? failureOf[read] : 'unknown' }
      const { member, card } = found
      if (others.length > 0) return { failure: 'duplicate', member: member.id }
      const failure = member.blocked ? 'banned' : card.blocked ? 'blocked' : undefined
      return { ...(failure && { failure }), member: member.id, card: card.id }
    },
    ownerOf(card) {
      const [found] =
        card.technology === 'text' ? written(card.number) : [...fitting(card), ...writtenOnly(card.number)]
      return found?.member.id
    },
  }
}

const failureOf = { unreadable: 'unreadable', colliding: 'unreadable', passing: 'wrong-venue' } as const

function keep(rows: Map<string, Held[]>, key: string, stays: (held: Held) => boolean): void {
  const left = (rows.get(key) ?? []).filter(stays)
  if (left.length > 0) rows.set(key, left)
  else rows.delete(key)
}
