/** The closed lists of the field's own words; each is an id whose text is in the catalogues. */

/** What a screen can be read in; zh-Hans is the source. A venue chooses which it speaks to everybody. */
export const writtenLocales = ['zh-Hans', 'zh-Hant', 'en'] as const
export type WrittenLocale = (typeof writtenLocales)[number]

export const roles = ['desk', 'floor', 'bar', 'manager', 'owner'] as const
export type Role = (typeof roles)[number]

export const tiers = ['guest', 'silver', 'gold', 'diamond', 'black'] as const
export type Tier = (typeof tiers)[number]

export const deviceKinds = ['kiosk', 'panel', 'reader', 'player', 'console'] as const
export type DeviceKind = (typeof deviceKinds)[number]

/** A console that stands at a fixed place works without a PIN for what that place does. */
export const stations = ['bar', 'floor'] as const
export type Station = (typeof stations)[number]

export const services = ['ice', 'cups', 'cleaning', 'microphone', 'lights', 'bill', 'keep', 'staff'] as const
export type Service = (typeof services)[number]

export const complaints = [
  'audio',
  'service',
  'drinks',
  'hygiene',
  'songs',
  'price',
  'delay',
  'noise',
  'other',
] as const
export type Complaint = (typeof complaints)[number]

/** What was done about a request; said to the guest and in the report. */
export const outcomes = ['done', 'fixed', 'replaced', 'moved-room', 'comped', 'explained', 'not-possible'] as const
export type Outcome = (typeof outcomes)[number]

/** Why somebody puts a call aside for some minutes. */
export const snoozeReasons = ['guest-asked', 'waiting-part', 'kitchen-busy', 'with-guest', 'watching'] as const
export type SnoozeReason = (typeof snoozeReasons)[number]
/** How the ticket printer is. `no-answer`: it is there and does not say. */
export const printerStates = ['well', 'off', 'no-paper', 'cover-open', 'no-answer'] as const
export type PrinterState = (typeof printerStates)[number]

/** For how long, minutes. */
export const snoozeMinutes = [5, 10, 20] as const
export type SnoozeMinutes = (typeof snoozeMinutes)[number]

/** Four faces without a middle, worst first. */
export const faces = ['angry', 'unhappy', 'happy', 'delighted'] as const
export type Face = (typeof faces)[number]

export const factors = [
  'service',
  'audio',
  'songs',
  'drinks',
  'decor',
  'lights',
  'hygiene',
  'price',
  'delay',
  'equipment',
] as const
export type Factor = (typeof factors)[number]

export const tariffKinds = ['timed', 'block', 'buyout'] as const
/** What is charged by the hour may be counted in these, minutes. */
export const chargedSteps = [15, 30, 60] as const
/** Days that have prices of their own: of the week, 0 is Sunday, and those that the house calls holidays. */
export const holiday = 7 as const
export const pricedDays = [0, 1, 2, 3, 4, 5, 6, holiday] as const
export type PricedDay = (typeof pricedDays)[number]
export type TariffKind = (typeof tariffKinds)[number]

/** Of ticket printers, mm. */
export const paperWidths = [80, 58] as const

/** What sings: a machine of the venue's own that the hub knows nothing of, or players that it tells. */
export const songSystems = ['none', 'players'] as const
export type SongSystem = (typeof songSystems)[number]

export const compKinds = ['gift', 'reduction', 'waiver'] as const
export type CompKind = (typeof compKinds)[number]

export const compReasons = ['complaint', 'birthday', 'loyalty', 'host', 'delay', 'damage'] as const
export type CompReason = (typeof compReasons)[number]

export const rejectReasons = ['sold-out', 'kitchen-closed', 'guest-changed', 'staff-must-ask', 'mistake'] as const
export type RejectReason = (typeof rejectReasons)[number]

export const returnReasons = ['unopened', 'wrong-item', 'bad-quality', 'guest-changed', 'mistake'] as const
export type ReturnReason = (typeof returnReasons)[number]

/** 出品 that was tapped too early is taken back for so long; what comes off the bill after that is a return. */
export const recallMs = 10 * 60_000
/** What was accepted so long ago was carried in, said or not: what comes off the bill after that is a return as well. */
export const refusableMs = 30 * 60_000

/** For so long whoever settles may undo it; after that who leads, until the night is over. */
export const undoSettleMs = 10 * 60_000

/** A party that is done finishes its song and finds its coats: to stay for so long is not staying on. */
export const leaveMs = 15 * 60_000

/** For how long a bottle is kept, or kept on. */
export const keepDays = [30, 60, 90, 180] as const
export type KeepDays = (typeof keepDays)[number]
/** Its time is over soon: so many days before, staff remind whose it is. */
export const keepSoonDays = 14
/** Who kept a bottle by mistake may undo it for so long. */
export const undoKeepMs = 10 * 60_000
/** Why a bottle is kept on. */
export const keepExtensions = ['guest-asked', 'regular', 'away', 'house-offer'] as const
export type KeepExtension = (typeof keepExtensions)[number]

/** From where on the panel guests ordered. */
export const guestSources = ['menu', 'again', 'usual'] as const
export type GuestSource = (typeof guestSources)[number]
export const orderSources = [...guestSources, 'staff', 'gift'] as const
export type OrderSource = (typeof orderSources)[number]

/** What guests say they like to drink, when they enrol and later. */
export const tastes = ['beer', 'whisky', 'brandy', 'baijiu', 'wine', 'cocktail', 'soft', 'tea'] as const
export type Taste = (typeof tastes)[number]

export const checkInWays = ['card', 'code', 'phone-number', 'phone-page', 'walk-in', 'desk'] as const
export type CheckInWay = (typeof checkInWays)[number]

/** Why a touch, scan or number led to no check-in. The lobby never shows it; the console does. */
export const checkInFailures = [
  'unknown',
  // The card, and the member.
  'blocked',
  'banned',
  // Two members have this number, or it fits two cards.
  'duplicate',
  'waiting',
  'already-in',
  'unreadable',
  'expired',
  'wrong-venue',
  'two-cards',
  'replayed',
] as const
export type CheckInFailure = (typeof checkInFailures)[number]

export const roomConditions = ['ready', 'to-clean', 'out-of-order'] as const
export type RoomCondition = (typeof roomConditions)[number]

export const backupFailures = ['disk-full', 'interrupted', 'failed'] as const
export type BackupFailure = (typeof backupFailures)[number]

/** `gone`: the file is not there any more. `unsound`: it did not pass when it was looked through. */
export const restoreFailures = ['gone', 'unsound', ...backupFailures] as const
export type RestoreFailure = (typeof restoreFailures)[number]

/** Of somebody's tastes or taboos: how many, and how long one in their own words. */
export const tagsMost = 20
export const tagLength = 24

/** Cells of a floor's plan in each direction, from its upper left corner. */
export const planSize = 12

export const deskCalls = ['help', 'looking-for', 'failed'] as const
export type DeskCall = (typeof deskCalls)[number]

/** What a host says of somebody at the door. */
export const seekerAnswers = ['let-in', 'wait', 'not-now'] as const
export type SeekerAnswer = (typeof seekerAnswers)[number]
