/** A member's file for staff: taboos first, the phone masked, spend only for who may see it. */
import type { MemberCardView } from '../../../shared/protocol/queries.ts'
import type { Role } from '../../../shared/protocol/words.ts'
import { goodUntil, lastDayOf } from '../../domain/keep/last-day.ts'
import type { MemberFacts, PastVisit } from '../../domain/member/member.ts'
import { leads } from '../../domain/principal.ts'
import type { ViewContext } from '../context.ts'
import { briefOf } from './brief.ts'
import { maskPhone } from './mask-phone.ts'

/** Visits shown, newest first. */
const shownVisits = 20
const shownFavourites = 8

export function memberCard(context: ViewContext, facts: MemberFacts, rev: number, role: Role): MemberCardView {
  const { member, history } = facts
  const office = leads(role)
  const reception = office || role === 'desk'
  const newestFirst = [...history.visits].reverse()
  return {
    ...briefOf(facts),
    rev,
    ...(reception && { name: member.name }),
    ...(reception && member.phone !== undefined && { phoneMasked: maskPhone(member.phone) }),
    ...(reception && member.birthday !== undefined && { hasBirthday: true }),
    ...(office && member.birthday !== undefined && { birthday: member.birthday }),
    since: member.since,
    visits: history.totals.visits,
    ...(office && { spend: history.totals.spend }),
    notes: [...member.notes].reverse(),
    past: newestFirst.slice(0, shownVisits).map(visit => pastView(visit, office)),
    favourites: {
      drinks: mostOften(history.visits.flatMap(({ drunk }) => drunk.map(({ item }) => ({ key: item, row: { item } })))),
      songs: mostOften(
        history.visits.flatMap(({ sung }) =>
          sung.map(({ song, title, artist }) => ({ key: song, row: { title, artist } })),
        ),
      ),
    },
    keeps: [...context.state.keeps.values()]
      .filter(keep => keep.member === member.id && keep.tenths > 0)
      .map(({ id, label, item, tenths, shelf, expiresAt }) => ({
        id,
        label,
        item,
        tenths,
        shelf,
        expiresAt: goodUntil({ expiresAt }, context.venue),
        lastDay: lastDayOf({ expiresAt }, context.venue),
      }))
      .sort((one, other) => one.expiresAt - other.expiresAt),
    cards: member.cards.map(({ id, technology, number, blocked }) => ({
      id,
      tail: number.slice(-4),
      ...(technology !== 'text' && { technology }),
      blocked,
    })),
    hasCode: member.code !== undefined,
  }
}

function pastView(visit: PastVisit, office: boolean): MemberCardView['past'][number] {
  const { at, room, spend, drunk, sung, complaint, face } = visit
  return {
    at,
    room,
    ...(office && { spend }),
    drunk,
    sung: sung.map(({ title, artist }) => ({ title, artist })),
    ...(complaint && { complaint }),
    ...(face && { face }),
  }
}

function mostOften<T>(rows: readonly { key: string; row: T }[]): (T & { times: number })[] {
  const counts = new Map<string, T & { times: number }>()
  for (const { key, row } of rows) counts.set(key, { ...row, times: (counts.get(key)?.times ?? 0) + 1 })
  return [...counts.values()].sort((a, b) => b.times - a.times).slice(0, shownFavourites)
}
