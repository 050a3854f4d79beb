/** What happened, in words: every fact's name and what it is about; nothing raw reaches the screen. */
import type { FeedLine } from '../../../shared/protocol/views/console.ts'
import { setupParts } from '../../../shared/protocol/views/setup.ts'
import {
  backupFailures,
  checkInFailures,
  checkInWays,
  complaints,
  deskCalls,
  faces,
  rejectReasons,
  restoreFailures,
  returnReasons,
  roomConditions,
  seekerAnswers,
  services,
} from '../../../shared/protocol/words.ts'
import { itemName, roomName, staffName } from '../parts/names.ts'
import { nightOf } from '../state/clock-time.ts'
import type { House } from '../state/house.ts'
import type { Say } from '../state/speech.ts'
import { timeZoneOf } from '../state/time-zone.ts'

const told = [
  'CheckedIn',
  'CheckInFailed',
  'CheckInSeated',
  'CheckInDismissed',
  'CheckInRestored',
  'CheckInLapsed',
  'DeskCalled',
  'HostAsked',
  'SeekerAnswered',
  'SeekerGone',
  'VisitOpened',
  'MemberJoined',
  'MemberLeft',
  'VisitMoved',
  'VisitsMerged',
  'VisitExtended',
  'ExtensionUndone',
  'TariffChanged',
  'TariffTimeEnded',
  'DiscreetSet',
  'OrderRuleSet',
  'AttendantSet',
  'BookerSet',
  'PartyCounted',
  'DoNotDisturbSet',
  'TotalsSet',
  'HostCodeMissed',
  'VisitSettled',
  'SettleUndone',
  'VisitCancelled',
  'VisitClosed',
  'RoomConditionSet',
  'OrderPlaced',
  'OrderCancelled',
  'OrderApproved',
  'OrderAccepted',
  'TicketPrinted',
  'PrintAsked',
  'OrderDelivered',
  'OrderRecalled',
  'OrderRejected',
  'LineReturned',
  'OrderTicked',
  'SoldOutSet',
  'CompGiven',
  'CompTakenBack',
  'KeepStored',
  'KeepUndone',
  'KeepDrawn',
  'KeepExtended',
  'KeepCorrected',
  'KeepForfeited',
  'ServiceCalled',
  'Complained',
  'RequestRepeated',
  'RequestTaken',
  'RequestReleased',
  'RequestOnTheWay',
  'RequestPassed',
  'RequestSnoozed',
  'RequestOverdue',
  'RequestResumed',
  'TakeLapsed',
  'PassLapsed',
  'RequestEscalated',
  'RequestResolved',
  'RequestConfirmed',
  'ConfirmationLapsed',
  'RequestReopened',
  'RequestWithdrawn',
  'RequestOver',
  'FeedbackGiven',
  'Reserved',
  'ReservationAmended',
  'ReservationCancelled',
  'ReservationReleased',
  'ReservationHonoured',
  'SignedIn',
  'ShiftStarted',
  'ShiftEnded',
  'PinFailed',
  'PinReset',
  'PinResetAtHub',
  'CardBlocked',
  'LeaveAsked',
  'LeaveWithdrawn',
  'MembersMerged',
  'MemberErased',
  'DevicePaired',
  'DeviceRevoked',
  'DeviceCopied',
  'PhoneShown',
  'MemberFileTaken',
  'SongEnded',
  'SetupChanged',
  'StaffChanged',
  'SongsImported',
  'DayRolled',
  'BackupMade',
  'BackupFailed',
  'RestoreBegan',
  'RestoreFailed',
  'HouseRestored',
] as const

export function eventWord(t: Say, event: string): string {
  const known = told.find(one => one === event)
  return known ? t(`event.${known}`) : t('event.other')
}

/** What it was about, when that is, and how many; empty when the name of the event says it all. */
export function eventDetail(house: House, { about, event, qty, when }: FeedLine): string {
  const { t } = house.speech.value
  const what = about === undefined ? '' : aboutWords(house, event, about)
  const hour = when === undefined ? '' : hourWords(house, when)
  return [what, hour, qtyWords(t, event, qty)].filter(part => part !== '').join(' ')
}

/** With its day, where that is another night's. */
function hourWords(house: House, when: number): string {
  const { format } = house.speech.value
  const night = nightOf(when, timeZoneOf(house))
  return night === house.link.one('night')?.day ? format.time(when) : `${format.day(when)} ${format.time(when)}`
}

function aboutWords(house: House, event: string, about: string): string {
  const { t } = house.speech.value
  switch (event) {
    case 'VisitMoved':
    case 'VisitsMerged':
      return `← ${roomName(house, about)}`
    case 'DiscreetSet':
    case 'DoNotDisturbSet':
    case 'TotalsSet':
      return about === 'on' ? t('switchedOn') : t('switchedOff')
    case 'TariffChanged': {
      const tariff = house.link.get('tariff', about)
      return tariff ? house.speech.value.own(tariff.name) : ''
    }
    case 'OrderTicked':
      // Its name says it; only that it was taken back is more.
      return about === 'on' ? '' : t('switchedOff')
    case 'BookerSet':
    case 'StaffChanged':
    case 'PinReset':
    case 'PinResetAtHub':
      return staffName(house, about)
    case 'SetupChanged': {
      const part = setupParts.find(one => one === about)
      return part ? t(`setupPart.${part}`) : itemName(house, about)
    }
    case 'DevicePaired':
    case 'DeviceRevoked':
    case 'DeviceCopied':
      return house.link.get('device', about)?.name ?? ''
    case 'SongEnded':
    case 'DayRolled':
    case 'SongsImported':
      return about
    case 'SoldOutSet':
    case 'KeepStored':
    case 'KeepUndone':
    case 'KeepDrawn':
    case 'KeepExtended':
    case 'KeepCorrected':
    case 'KeepForfeited':
      return itemName(house, about)
    case 'CompGiven':
    case 'CompTakenBack':
      return compWords(house, about)
    default:
      return closedWords(t, event, about)
  }
}

function compWords(house: House, about: string): string {
  const { t } = house.speech.value
  if (about === 'reduction') return t('reduction')
  return about === 'waiver' ? t('waived') : itemName(house, about)
}

/** Words out of the closed lists: the fact's name says which list. */
function closedWords(t: Say, event: string, about: string): string {
  const service = services.find(one => one === about)
  const complaint = complaints.find(one => one === about)
  const why = deskCalls.find(one => one === about)
  switch (event) {
    case 'CheckedIn':
      return pick(checkInWays, about, way => t(`way.${way}`))
    case 'CheckInFailed':
      return pick(checkInFailures, about, failure => t(`failure.${failure}`))
    case 'RoomConditionSet':
      return pick(roomConditions, about, condition =>
        t(condition === 'ready' ? 'room.free' : condition === 'to-clean' ? 'room.toClean' : 'room.outOfOrder'),
      )
    case 'OrderRejected':
      return pick(rejectReasons, about, reason => t(`reject.${reason}`))
    case 'LineReturned':
      return pick(returnReasons, about, reason => t(`return.${reason}`))
    case 'BackupFailed':
      return pick(backupFailures, about, failure => t(`backup.${failure}`))
    case 'RestoreFailed':
      return pick(restoreFailures, about, failure => t(`backup.${failure}`))
    case 'FeedbackGiven':
      return pick(faces, about, face => t(`face.${face}`))
    case 'Complained':
      return complaint ? t(`complaint.${complaint}`) : ''
    case 'SeekerAnswered':
      return pick(seekerAnswers, about, answer => t(`seeker.${answer}`))
    case 'DeskCalled':
      return why ? t(`desk.${why}`) : ''
    default:
      // Facts about a call: whatever the call was.
      if (service) return t(`service.${service}`)
      if (complaint) return t(`complaint.${complaint}`)
      return why ? t(`desk.${why}`) : ''
  }
}

function pick<W extends string>(words: readonly W[], about: string, say: (word: W) => string): string {
  const known = words.find(one => one === about)
  return known === undefined ? '' : say(known)
}

function qtyWords(t: Say, event: string, qty: number | undefined): string {
  if (qty === undefined) return ''
  switch (event) {
    case 'SoldOutSet':
      return qty > 0 ? t('soldOut') : t('inStock')
    case 'VisitExtended':
    case 'ExtensionUndone':
      return t('minutes', { minutes: qty })
    case 'CheckedIn':
    case 'VisitOpened':
    case 'Reserved':
    case 'ReservationAmended':
      return t('people', { count: qty })
    case 'OrderPlaced':
      return t('items', { count: qty })
    case 'KeepStored':
    case 'KeepUndone':
    case 'KeepCorrected':
      return t('keepLevel', { tenths: qty })
    case 'KeepDrawn':
      return t('keepDrawnTenths', { tenths: qty })
    case 'RequestRepeated':
      // The first of them was the call itself.
      return qty > 2 ? `×${qty - 1}` : ''
    default:
      return `×${qty}`
  }
}
