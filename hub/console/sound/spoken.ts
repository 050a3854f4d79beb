/**
 * What is said aloud of what waits: where and what, in the fewest words. Whoever stands near hears it: no guest's name,
 * no word of what a complaint is about, and no room where somebody at the door looks for a party.
 */
import { assertNever } from '../../../shared/protocol/assert-never.ts'
import type { CheckInView, OrderView, PrinterView, RequestView } from '../../../shared/protocol/views/console.ts'
import { kioskName, roomName } from '../parts/names.ts'
import type { House } from '../state/house.ts'
import type { HouseTrouble } from '../state/house-troubles.ts'
import type { ReaderTrouble } from '../state/reader-troubles.ts'
import type { Say } from '../state/speech.ts'

export type About =
  | { readonly kind: 'call'; readonly request: RequestView }
  | { readonly kind: 'arrival'; readonly checkIn: CheckInView }
  | { readonly kind: 'order'; readonly order: OrderView }
  | { readonly kind: 'seeker'; readonly answered: boolean }
  | { readonly kind: 'reader'; readonly trouble: ReaderTrouble }
  | { readonly kind: 'house'; readonly trouble: HouseTrouble }
  | { readonly kind: 'printer'; readonly state: PrinterView['state'] }

export function spokenWords(house: House, about: About): string {
  const { t, locale } = house.speech.value
  return partsOf(house, t, about).join(locale.startsWith('zh') ? '，' : ', ')
}

function partsOf(house: House, t: Say, about: About): readonly string[] {
  switch (about.kind) {
    case 'call':
      return callParts(house, t, about.request)
    case 'arrival':
      if (about.checkIn.vip) return [t('spokenVip')]
      return [t(about.checkIn.how === 'walk-in' ? 'walkInArrived' : 'guestArrived')]
    case 'order':
      return [
        spelt(roomName(house, about.order.room)),
        t(about.order.status === 'awaiting-approval' ? 'spokenApproval' : 'spokenOrder'),
      ]
    case 'seeker':
      return [t(about.answered ? 'spokenAnswer' : 'spokenSeeker')]
    case 'reader':
      return [spelt(kioskName(house, about.trouble.kiosk)), t(`readerTrouble.${about.trouble.kind}`)]
    case 'house':
      return houseParts(house, t, about.trouble)
    case 'printer':
      return [t(`printer.${about.state}`)]
    default:
      return assertNever(about)
  }
}

function callParts(
  house: House,
  t: Say,
  { what, room, times, reopened, status, gone }: RequestView,
): readonly string[] {
  return [
    ...(room === undefined || what.kind === 'desk' ? [] : [spelt(roomName(house, room))]),
    whatIsWanted(t, what),
    ...(gone ? [t('partyLeft')] : []),
    ...(status === 'acknowledged' ? [t('spokenLate')] : times > 1 || reopened > 0 ? [t('spokenAgain')] : []),
  ]
}

function whatIsWanted(t: Say, what: RequestView['what']): string {
  switch (what.kind) {
    case 'service':
      return t(`service.${what.service}`)
    case 'complaint':
      return t('spokenComplaint')
    case 'desk':
      return t(`desk.${what.why}`)
    case 'copied':
      return t('spokenCopied')
    default:
      return assertNever(what)
  }
}

function houseParts(house: House, t: Say, trouble: HouseTrouble): readonly string[] {
  switch (trouble.kind) {
    case 'panel':
      return [spelt(roomName(house, trouble.room)), t('panelOff')]
    case 'time':
      return [spelt(roomName(house, trouble.room)), t(trouble.over ? 'timeOver' : 'timeNearly')]
    case 'budget':
      return [t('budgetLow')]
    case 'backup':
      return [t('backupMissing')]
    default:
      return assertNever(trouble)
  }
}

/** `V08` is V, 0, 8: read as a word or as a number it is another room. */
export const spelt = (name: string): string =>
  name
    .replace(/(?<![A-Za-z])(?:[A-Z]{1,3}|[a-z])(?![A-Za-z])|\d+/g, run => ` ${[...run].join(' ')} `)
    .replace(/ {2,}/g, ' ')
    .trim()
