/** A guest's bottle as people say it: whose it is, and until when. */
import type { KeepRow } from '../../../shared/protocol/queries.ts'
import { keepSoonDays } from '../../../shared/protocol/words.ts'
import type { House } from '../state/house.ts'
import { roomName } from './names.ts'

const dayMs = 86_400_000

export type KeepStanding = 'well' | 'soon' | 'expired'

export function keepStanding({ expiresAt }: Pick<KeepRow, 'expiresAt'>, now: number): KeepStanding {
  if (expiresAt <= now) return 'expired'
  return expiresAt <= now + keepSoonDays * dayMs ? 'soon' : 'well'
}

/** As the hub named it, which knows when its night ends; an older one says when alone. */
export function lastDayWords(house: House, { lastDay, expiresAt }: Pick<KeepRow, 'expiresAt' | 'lastDay'>): string {
  const { date, dateOf } = house.speech.value
  return lastDay === undefined ? date(expiresAt) : dateOf(lastDay)
}

export function untilWords(house: House, keep: Pick<KeepRow, 'expiresAt' | 'lastDay'>): string {
  const { t } = house.speech.value
  const day = lastDayWords(house, keep)
  switch (keepStanding(keep, house.now.value)) {
    case 'well':
      return t('keepUntil', { day })
    case 'soon':
      return t('keepSoon', { day })
    case 'expired':
      return t('keepExpired', { day })
  }
}

export function ownerWords(
  house: House,
  { member, room, givenUp }: Pick<KeepRow, 'member' | 'room' | 'givenUp'>,
): string {
  const { t } = house.speech.value
  if (member) return member.called ?? t('keepSomebody')
  if (givenUp) return t('keepGivenUp')
  return room === undefined ? t('keepNobody') : `${t('keepNobody')} · ${roomName(house, room)}`
}
