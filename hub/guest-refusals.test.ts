/**
 * Which "no" a guest's page needs no words for: nobody says it to a panel or a phone. Held by where in the hub each is said. A new
 * place fails this test: whoever adds it knows whether a guest's tap can get there. If one can, its words go back to the guests'.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { guestRefusals } from '../shared/i18n/zh-hans/refusals.ts'
import { type RefusalCode, refusalCodes } from '../shared/protocol/refusals.ts'
import { liveEvening } from './domain/random-evening.testing.ts'
import { may } from './identity/authorise.ts'

const root = import.meta.dirname

/** In these files, each so often: of staff's commands, of the kiosk's, which says no to nobody in words, or no refusal at all. */
const said: Partial<Record<RefusalCode, Readonly<Record<string, number>>>> = {
  'signed-out': { 'hub.ts': 2 },
  'wrong-pin': { 'domain/staff/pin.ts': 3 },
  'pin-delayed': { 'domain/staff/pin.ts': 1 },
  'pin-off': { 'domain/staff/pin.ts': 2 },
  'pin-again': { 'domain/staff/pairing.ts': 1 },
  'nothing-found': { 'domain/check-in/at-desk.ts': 1 },
  'already-in': {
    'domain/check-in/at-desk.ts': 1,
    'domain/check-in/identify.ts': 1,
    'domain/check-in/seat.ts': 1,
    'domain/check-in/trouble.ts': 1,
    'domain/member/decide.ts': 1,
    'domain/visit/open-visit.ts': 1,
  },
  'no-free-room': {},
  'has-keeps': { 'domain/member/decide.ts': 1 },
  'room-taken': {
    'domain/reservation/decide.ts': 1,
    'domain/setup/decide.ts': 2,
    'domain/visit/open-visit.ts': 1,
    'domain/visit/rooms.ts': 1,
  },
  'room-promised': { 'domain/reservation/decide.ts': 1, 'domain/visit/open-visit.ts': 1 },
  'room-not-ready': { 'domain/visit/open-visit.ts': 1, 'domain/visit/rooms.ts': 1 },
  'not-settled': { 'domain/visit/bill.ts': 2 },
  'open-orders': { 'domain/visit/bill.ts': 1 },
  unticked: { 'domain/visit/bill.ts': 2, 'night/night-report.ts': 1, 'night/order-book.ts': 1 },
  'clock-doubtful': { 'domain/visit/bill.ts': 1, 'timekeeper.ts': 1 },
  'over-quota': { 'domain/comp/quota.ts': 1 },
  'second-person': {
    'domain/comp/decide.ts': 1,
    'domain/comp/two-people.ts': 2,
    'domain/keep/decide.ts': 1,
    'domain/order/return-line.ts': 1,
  },
  'not-brought': { 'domain/keep/decide.ts': 1 },
  'bottle-kept': { 'domain/order/decide.ts': 1, 'domain/order/return-line.ts': 1 },
  'keep-expired': { 'domain/keep/decide.ts': 1 },
  'wrong-label': { 'domain/keep/decide.ts': 1 },
  'not-theirs': { 'domain/keep/decide.ts': 1 },
  'already-taken': { 'domain/request/others-hands.ts': 1, 'queries.ts': 1 },
  'off-duty': { 'domain/request/hand-on.ts': 1, 'domain/visit/decide.ts': 1 },
  'aside-before': { 'domain/request/hand-on.ts': 1 },
  'aside-too-long': { 'domain/request/hand-on.ts': 1 },
  'card-taken': { 'resolve-card.ts': 2 },
  'card-unreadable': { 'domain/member/new-card.ts': 2 },
  'card-unclear': { 'domain/member/new-card.ts': 1 },
  'card-colliding': { 'domain/member/new-card.ts': 1, 'resolve-card.ts': 1 },
  'card-passing': { 'domain/member/new-card.ts': 1 },
  'card-not-read': { 'resolve-card.ts': 2 },
  'format-none': { 'resolve-card.ts': 1 },
  'format-unclear': { 'resolve-card.ts': 1 },
  'phone-taken': { 'domain/record/decide.ts': 1 },
  'both-here': { 'domain/member/merge.ts': 1 },
  changed: {
    'backup/archive.ts': 3,
    'domain/keep/correct.ts': 1,
    'domain/keep/decide.ts': 2,
    'domain/order/decide.ts': 1,
    'domain/reservation/decide.ts': 1,
    'domain/setup/change-rules.ts': 2,
    'domain/setup/change.ts': 1,
    'domain/setup/import-songs.ts': 1,
    'domain/visit/decide.ts': 1,
    'journal/verify.ts': 2,
    'resolve-device.ts': 1,
    'resolve-setup.ts': 1,
  },
  'name-taken': { 'domain/setup/change-menu.ts': 3, 'domain/setup/change-venue.ts': 2, 'domain/setup/staff.ts': 1 },
  'easy-pin': { 'domain/setup/staff.ts': 1, 'domain/staff/decide.ts': 1 },
  'in-use': { 'domain/setup/change-menu.ts': 3, 'domain/setup/change-venue.ts': 1, 'domain/setup/decide.ts': 5 },
  'bad-hours': {
    'domain/setup/change-menu.ts': 1,
    'domain/setup/change-rules.ts': 1,
    'domain/setup/change-venue.ts': 1,
  },
  'last-owner': { 'domain/setup/staff.ts': 1 },
  'place-taken': { 'domain/setup/change-venue.ts': 1 },
}

const guests = new Set(Object.keys(guestRefusals))
const staffs = refusalCodes.filter(code => !guests.has(`refused.${code}`))
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter(path => path.endsWith('.ts') && !/\.test(ing)?\.ts$|^(console|trust)\//.test(path))
  .map(path => ({ path, text: readFileSync(join(root, path), 'utf8') }))

function placesOf(code: RefusalCode): Record<string, number> {
  const found = sources.map(({ path, text }) => [path, text.split(`'${code}'`).length - 1] as const)
  return Object.fromEntries(found.filter(([, times]) => times > 0).sort(([a], [b]) => (a < b ? -1 : 1)))
}

describe('what only staff are told', () => {
  it.each(staffs)('%s is said where it was', code => expect(placesOf(code)).toEqual(said[code]))

  it('is told to no panel and no phone in any evening', () => {
    const heard = new Set<RefusalCode>()
    for (let night = 0; night < 40; night++)
      for (const { by, type, code } of liveEvening(Array.from({ length: 300 }, (_, at) => night * 1000 + at)).noes)
        if ((by.kind === 'panel' || by.kind === 'phone') && may(by, type)) heard.add(code)
    expect(heard.size).toBeGreaterThan(8)
    expect([...heard].filter(code => !guests.has(`refused.${code}`))).toEqual([])
  })

  it('is all that is listed here', () => expect(Object.keys(said).sort()).toEqual([...staffs].sort()))
})
