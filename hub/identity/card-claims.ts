/**
 * A card is written down for one member at a time. Whose it is the index is asked before a command is decided, and told
 * after its facts are on the disk: what is under way in between is known here, so that of two that add it one wins.
 */
import { sameCard } from '../../shared/protocol/cards/formats.ts'
import type { Id } from '../../shared/protocol/primitives.ts'
import type { NewCard } from '../domain/member/new-card.ts'

export interface CardClaims {
  /** The claim; or the member for whom this card is being written down. */
  take(card: NewCard, member: Id): CardClaim | Id
  /** The index was told this row, or (undefined) its end: what it says of cards is found there from now on. */
  told(member: Id, rev: number | undefined): void
  /** The row was refused. */
  refused(member: Id, rev: number): void
}

export interface CardClaim {
  readonly member: Id
  /** With this version of the member's row the card becomes theirs. */
  writtenAt(rev: number): void
  drop(): void
}

export function createCardClaims(): CardClaims {
  const claims = new Set<{ readonly card: NewCard; readonly member: Id; rev?: number }>()
  const end = (member: Id, is: (rev: number) => boolean) => {
    for (const claim of claims)
      if (claim.member === member && claim.rev !== undefined && is(claim.rev)) claims.delete(claim)
  }
  return {
    take(card, member) {
      for (const other of claims)
        if (other.card.number === card.number || sameCard(other.card, card)) return other.member
      const claim: { card: NewCard; member: Id; rev?: number } = { card, member }
      claims.add(claim)
      return {
        member,
        writtenAt(rev) {
          claim.rev = rev
        },
        drop: () => void claims.delete(claim),
      }
    },
    told: (member, shown) => end(member, rev => shown === undefined || rev <= shown),
    refused: (member, staged) => end(member, rev => rev === staged),
  }
}
