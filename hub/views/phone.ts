/** What a guest's phone sees: its own check-in; and its owner's card, once it is sure enough whose it is. */
import type { Id } from '../../shared/protocol/primitives.ts'
import type { PhoneCardView, PhoneSelfView } from '../../shared/protocol/views/phone.ts'
import { tastes } from '../../shared/protocol/words.ts'
import type { Member, MemberFacts } from '../domain/member/member.ts'
import { ownMember } from '../domain/member/own.ts'
import type { Slices, ViewContext } from './context.ts'
import { welcomedAs } from './members.ts'
import { venueView } from './venue.ts'

/** Evenings shown, newest first. */
const shownVisits = 10

export interface PhoneOf {
  /** Of the ticket that was claimed. */
  readonly code: string
  /** What came of it. */
  readonly mine: { readonly checkIn?: Id }
  /** For the code that changes, where this house has it. */
  readonly keyOf: (member: Member) => string | undefined
}

export function phoneView(context: ViewContext, { code, mine, keyOf }: PhoneOf): Slices {
  const checkIn = mine.checkIn === undefined ? undefined : context.state.checkIns.get(mine.checkIn)
  // Whom staff did not find in it any more, it leads to no more.
  const member = checkIn?.member === undefined ? undefined : context.member(checkIn.member)?.member
  const own = ownMember(checkIn)
  const card = own === undefined ? undefined : context.member(own)
  const key = card && keyOf(card.member)
  const self: PhoneSelfView = {
    code,
    ...(checkIn && { checkIn: { id: checkIn.id, step: checkIn.status === 'seated' ? 'seated' : 'wait-for-desk' } }),
    ...(checkIn && welcomedAs(context, checkIn) !== undefined && { sung: true }),
    ...(member && { called: member.called }),
    // Who came with a picture of an older code must not be given the one that was made in its place.
    ...(card?.member.code !== undefined && { memberCode: card.member.code }),
    ...(card && key !== undefined && { rotating: { member: card.member.id, key } }),
  }
  return new Map<string, unknown>([
    ['venue', venueView(context)],
    ['self', self],
    ...(card ? [['card', cardView(context, card)] as const] : []),
  ])
}

function cardView(context: ViewContext, { member, history }: MemberFacts): PhoneCardView {
  const { id, called, welcome, discreet, showHistory = false } = member
  return {
    called,
    tastes: tastes.filter(taste => member.tastes.includes(taste)),
    welcome,
    discreet,
    showHistory,
    leaving: context.state.leaving.has(id),
    ...(showHistory && {
      past: [...history.visits]
        .reverse()
        .slice(0, shownVisits)
        .map(({ at, drunk, sung }) => ({
          at,
          drunk: drunk.flatMap(({ item }) => context.item(item)?.name ?? []),
          sung: sung.map(({ title, artist }) => ({ title, artist })),
        })),
    }),
  }
}
