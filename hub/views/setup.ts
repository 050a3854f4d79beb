/** The house's settings, for who edits them. */
import type { Id } from '../../shared/protocol/primitives.ts'
import type { MenuSetupView, StaffSetupView, VenueSetupView } from '../../shared/protocol/views/setup.ts'
import { tiers } from '../../shared/protocol/words.ts'
import { zoneOf } from '../domain/staff/duty.ts'
import type { VenueConfig } from '../domain/venue-config.ts'
import type { ViewContext } from './context.ts'

export function menuSetup({ menu, venue }: ViewContext): MenuSetupView {
  return {
    categories: menu.categories.map(category => ({ ...category, rev: category.rev ?? 0 })),
    items: menu.items.map(item => ({ ...item, rev: item.rev ?? 0 })),
    tags: menu.tags,
    classes: venue.classes.map(({ id, name }) => ({ id, name })),
  }
}

export function staffSetup({ allStaff, venue }: ViewContext, revOf: (staff: Id) => number): StaffSetupView {
  return {
    people: allStaff()
      .filter(({ gone }) => !gone)
      .map(({ id, name, role, zone }) => ({ id, rev: revOf(id), name, role, zone })),
    zones: [...new Set(venue.rooms.map(zoneOf))].sort((a, b) => a - b),
  }
}

export function venueSetup({ venue }: ViewContext): VenueSetupView {
  const versioned = <T extends { readonly rev?: number }>(one: T) => ({ ...one, rev: one.rev ?? 0 })
  return {
    rooms: venue.rooms.map(versioned),
    classes: venue.classes.map(versioned),
    tariffs: venue.tariffs.map(versioned),
    policy: policySetup(venue),
    house: houseSetup(venue),
  }
}

function policySetup({ policy }: VenueConfig): VenueSetupView['policy'] {
  const { bigRound, defaultOrderRule, totals, answerMs, resolveMs, requestClocks, compQuota, compSecondAbove } = policy
  const { vipTiers, takeLapsesMs, ticketReminderMs, shiftMs, compLowPercent, heardWithinMs, confirmLapsesMs } = policy
  const { welcomeMs, checkInLapsesMs, preloadSongs, playlistLimit } = policy
  return {
    rev: policy.rev ?? 0,
    bigRound,
    defaultOrderRule,
    totals,
    answerMs,
    resolveMs,
    requestClocks,
    vipTiers: tiers.filter(tier => vipTiers.includes(tier)),
    takeLapsesMs,
    ticketReminderMs,
    shiftMs,
    compLowPercent,
    feedbackReward: policy.feedbackReward ?? '',
    compQuota,
    compSecondAbove,
    heardWithinMs,
    confirmLapsesMs,
    welcomeMs,
    checkInLapsesMs,
    preloadSongs,
    playlistLimit,
  }
}

function houseSetup(venue: VenueConfig): VenueSetupView['house'] {
  const { rev = 0, name, sign, city, locale, songs, cards, welcomeLines, holidays = [], wifi, ticketPrinter } = venue
  return {
    rev,
    name,
    sign: sign ?? { zhHans: '' },
    city,
    locale,
    songs,
    cards,
    welcomeLines,
    holidays,
    wifi: { ssid: wifi?.ssid ?? '', password: wifi?.password ?? '' },
    ticketPrinter: printerSetup(ticketPrinter),
  }
}

/** Without one, what most of them are. */
function printerSetup(printer: VenueConfig['ticketPrinter']): VenueSetupView['house']['ticketPrinter'] {
  if (printer.kind === 'none') return { host: '', port: 9100, paper: 80 }
  const { kind: _kind, ...network } = printer
  return network
}
