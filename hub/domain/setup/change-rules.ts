/** A new version of the venue's rules, or of its own words, by one edit. Only what was changed is given. */
import type { HouseChanges } from '../../../shared/protocol/commands/setup.ts'
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import { type Refusal, refuse } from '../../../shared/protocol/refusals.ts'
import { services, tiers } from '../../../shared/protocol/words.ts'
import type { GuestWifi, TicketPrinter, VenueConfig } from '../venue-config.ts'
import { changesBetween, type Edit } from './change.ts'

export interface ChangedVenue {
  readonly venue: VenueConfig
  readonly edit: Edit
}

export function savedPolicy(
  venue: VenueConfig,
  { rev, changes: { feedbackReward: reward, ...changes } }: CommandOf<'SavePolicy'>,
  sold: ReadonlySet<Id>,
): ChangedVenue | Refusal {
  const { feedbackReward: before, ...rest } = venue.policy
  if ((rest.rev ?? 0) !== rev) return refuse('changed', 'look-again', { about: 'policy' })
  const given = reward ?? before ?? ''
  if (given !== '' && given !== before && !sold.has(given))
    return refuse('unknown-item', 'choose-other', { about: given })
  const policy = { ...rest, ...changes, ...(given !== '' && { feedbackReward: given }), rev: rev + 1 }
  const { answerMs, resolveMs, requestClocks } = policy
  const own = requestClocks.map(({ of, ...times }): Clocks => {
    const kind = isOne(services, of) ? 'service' : 'complaint'
    // What a tier does not say is said by what it calls for, whichever that is.
    return isOne(tiers, of) ? times : { answerMs: answerMs[kind], resolveMs: resolveMs[kind], ...times }
  })
  const usual = (['service', 'complaint', 'vip'] as const).map(
    (kind): Clocks => ({ answerMs: answerMs[kind], resolveMs: resolveMs[kind] }),
  )
  // Done is never due before somebody should have come.
  if ([...usual, ...own].some(isUpsideDown)) return refuse('bad-hours', 'choose-other')
  return {
    venue: { ...venue, policy },
    edit: { of: 'venue', part: 'policy', id: 'policy', fields: changesBetween(venue.policy, policy) },
  }
}

interface Clocks {
  readonly answerMs?: number
  readonly resolveMs?: number
}

const isUpsideDown = ({ answerMs = 0, resolveMs = Number.POSITIVE_INFINITY }: Clocks) => resolveMs < answerMs

const isOne = (all: readonly string[], word: string): boolean => all.includes(word)

export function savedHouse(venue: VenueConfig, { rev, changes }: CommandOf<'SaveHouse'>): ChangedVenue | Refusal {
  if ((venue.rev ?? 0) !== rev) return refuse('changed', 'look-again', { about: 'house' })
  const { wifi: typed, sign: written, ticketPrinter, ...rest } = changes
  const { wifi: before, sign: signBefore, ...others } = venue
  const wifi = typed ? wifiOf(typed) : before
  const sign = written?.zhHans === '' ? undefined : (written ?? signBefore)
  const after: VenueConfig = {
    ...others,
    ...rest,
    ...(wifi && { wifi }),
    ...(sign && { sign }),
    ...(ticketPrinter && { ticketPrinter: printerOf(ticketPrinter) }),
    rev: rev + 1,
  }
  const fields = changesBetween(own(venue), own(after))
  return { venue: after, edit: { of: 'venue', part: 'house', id: 'house', fields } }
}

const wifiOf = ({ ssid, password }: NonNullable<HouseChanges['wifi']>): GuestWifi | undefined => {
  if (ssid === '') return undefined
  return password === '' ? { ssid, security: 'nopass' } : { ssid, security: 'WPA', password }
}

const printerOf = ({ host, ...rest }: NonNullable<HouseChanges['ticketPrinter']>): TicketPrinter =>
  host === '' ? { kind: 'none' } : { kind: 'escpos', host, ...rest }

const own = ({ name, sign, city, locale, songs, cards, welcomeLines, holidays, wifi, ticketPrinter }: VenueConfig) => ({
  name,
  sign,
  city,
  locale,
  songs,
  cards,
  welcomeLines,
  holidays,
  wifi,
  ticketPrinter,
})
