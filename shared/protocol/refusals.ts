/** Expected answers of "no": a code, and what the person can do next. Their words are in shared/i18n refusals. */

export const refusalCodes = [
  // who and when
  'not-allowed',
  'signed-out',
  'wrong-pin',
  'pin-delayed',
  'pin-off',
  'pin-again',
  'visit-closed',
  'visit-settled',
  'late',
  'forgotten',
  // shape and limits
  'malformed',
  'too-fast',
  'too-many',
  'unavailable',
  // lobby
  'please-wait',
  'nothing-found',
  'already-in',
  'has-keeps',
  // room and visit
  'room-taken',
  'room-promised',
  'room-not-ready',
  'visit-not-open',
  'not-settled',
  'open-orders',
  'unticked',
  'clock-doubtful',
  'already-done',
  // songs
  'unknown-song',
  'song-blocked',
  'playlist-full',
  'not-in-playlist',
  'already-sung',
  // drinks and money
  'unknown-item',
  'sold-out',
  'price-changed',
  'staff-only',
  'big-round',
  'undo-over',
  'nothing-to-repeat',
  'over-quota',
  'second-person',
  'one-hand',
  'not-brought',
  'bottle-kept',
  'keep-expired',
  'wrong-label',
  'not-theirs',
  // requests
  'already-taken',
  'already-resolved',
  'wrong-state',
  'unknown',
  'off-duty',
  'aside-before',
  'aside-too-long',
  // cards and members
  'card-taken',
  'card-unreadable',
  'card-unclear',
  'card-colliding',
  'card-passing',
  'card-not-read',
  'format-none',
  'format-unclear',
  'phone-taken',
  'both-here',
  'banned',
  // set-up
  'changed',
  'name-taken',
  'easy-pin',
  'in-use',
  'bad-hours',
  'last-owner',
  'place-taken',
  // devices
  'bad-code',
  'code-expired',
  'ticket-used',
] as const
export type RefusalCode = (typeof refusalCodes)[number]

/** What the sender can do about it. */
export const nextSteps = [
  'none',
  'confirm',
  'try-again',
  'wait',
  'call-staff',
  'sign-in',
  'look-again',
  'choose-other',
  'settle-first',
  'ask-manager',
] as const
export type NextStep = (typeof nextSteps)[number]

export interface Refusal {
  readonly refused: RefusalCode
  readonly next: NextStep
  /** Ms until trying again makes sense, with `wait`. */
  readonly waitMs?: number
  /** What the refusal is about (an item, a room, a person's id), for its words. */
  readonly about?: string
}

export const refuse = (
  refused: RefusalCode,
  next: NextStep = 'none',
  more: { waitMs?: number; about?: string } = {},
): Refusal => ({
  refused,
  next,
  ...more,
})

/** Neither yes nor no: the hub is too busy, or its disk failed. Asked once more it may well be. */
export const isUndecided = (code: RefusalCode | undefined): boolean => code === 'unavailable' || code === 'too-fast'
