/** How the demo venue wants it. */
import type { Policy } from '../../../hub/domain/venue-config.ts'

const second = 1000
const minute = 60 * second
const hour = 60 * minute

export const policy: Policy = {
  lateAfterMs: 3 * minute,
  undoOrderMs: 8 * second,
  sameTapMs: 10 * second,
  bigRound: 300_000,
  defaultOrderRule: { kind: 'free' },
  totals: 'hidden-from-guests',
  answerMs: { service: 4 * minute, complaint: 2 * minute, vip: minute },
  resolveMs: { service: 12 * minute, complaint: 15 * minute, vip: 8 * minute },
  // A bill may be waited for; ice melts.
  requestClocks: [
    { of: 'bill', answerMs: 3 * minute, resolveMs: 10 * minute },
    { of: 'ice', resolveMs: 8 * minute },
    { of: 'black', answerMs: 45 * second },
  ],
  ticketReminderMs: 4 * minute,
  heardWithinMs: 10 * second,
  takeLapsesMs: 3 * minute,
  confirmLapsesMs: 10 * minute,
  undoTakeMs: 10 * second,
  checkInLapsesMs: 60 * minute,
  sameTouchMs: 3 * second,
  // 9 s of the name, 20 s of its ribbon.
  welcomeMs: 29 * second,
  sessionIdleMs: 5 * minute,
  sessionMs: 12 * hour,
  shiftMs: 14 * hour,
  // A floor hand may answer a crackling microphone with a plate of fruit, and once more.
  compQuota: { desk: 10_000, floor: 30_000, bar: 10_000, manager: 100_000, owner: 500_000 },
  feedbackReward: 'popcorn',
  compLowPercent: 20,
  compSecondAbove: 30_000,
  preloadSongs: 12,
  playlistLimit: 200,
  assumedSongMs: 4 * minute,
  vipTiers: ['diamond', 'black'],
}
