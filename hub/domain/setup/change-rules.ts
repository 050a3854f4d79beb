/** A new version of the venue's rules, or of its own words, by one edit. Only what was changed is given. */
import type { HouseChanges } from '../../../shared/protocol/commands/setup.ts'
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import { type Refusal, refuse } from '../../../shared/protocol/refusals.ts'
import type { GuestWifi, VenueConfig } from '../venue-config.ts'
import { changesBetween, type Edit } from './change.ts'

interface Changed {
  readonly venue: VenueConfig
  readonly edit: Edit
}

export function savedPolicy(
  venue: VenueConfig,
  { rev, changes: { feedbackReward: reward, ...changes } }: CommandOf<'SavePolicy'>,
  sold: ReadonlySet<Id>,
): Changed | Refusal {
  const { feedbackReward: before, ...rest } = venue.policy
  if ((rest.rev ?? 0) !== rev) return refuse('changed', 'look-again', { about: 'policy' })
  const given = reward ?? before ?? ''
  if (given !== '' && given !== before && !sold.has(given))
    return refuse('unknown-item', 'choose-other', { about: given })
  const policy = { ...rest, ...changes, ...(given !== '' && { feedbackReward: given }), rev: rev + 1 }
  const { answerMs, resolveMs } = policy
  // Done is never due before somebody should have come.
  if ((['service', 'complaint', 'vip'] as const).some(kind => resolveMs[kind] < answerMs[kind]))
    return refuse('bad-hours', 'choose-other')
  return {
    venue: { ...venue, policy },
    edit: { of: 'venue', part: 'policy', id: 'policy', fields: changesBetween(venue.policy, policy) },
  }
}

export function savedHouse(venue: VenueConfig, { rev, changes }: CommandOf<'SaveHouse'>): Changed | Refusal {
  if ((venue.rev ?? 0) !== rev) return refuse('changed', 'look-again', { about: 'house' })
  const { wifi: typed, ...rest } = changes
  const { wifi: before, ...others } = venue
  const wifi = typed ? wifiOf(typed) : before
  const after: VenueConfig = { ...others, ...rest, ...(wifi && { wifi }), rev: rev + 1 }
  const fields = changesBetween(own(venue), own(after))
  return { venue: after, edit: { of: 'venue', part: 'house', id: 'house', fields } }
}

const wifiOf = ({ ssid, password }: NonNullable<HouseChanges['wifi']>): GuestWifi | undefined => {
  if (ssid === '') return undefined
  return password === '' ? { ssid, security: 'nopass' } : { ssid, security: 'WPA', password }
}

const own = ({ name, city, locale, songs, welcomeLines, wifi }: VenueConfig) => ({
  name,
  city,
  locale,
  songs,
  welcomeLines,
  wifi,
})
