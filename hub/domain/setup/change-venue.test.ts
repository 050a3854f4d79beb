import { describe, expect, it } from 'vitest'
import type { TariffFields } from '../../../shared/protocol/commands/setup.ts'
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import { as, evening, hour, staff, venue } from '../fixture.testing.ts'
import { by, given } from '../given.testing.ts'
import type { VenueConfig } from '../venue-config.ts'
import type { Edit } from './change.ts'
import type { ChangedVenue } from './change-rules.ts'
import { changedVenue, type VenueCommand } from './change-venue.ts'

const change = (command: VenueCommand, of = venue) => {
  let n = 0
  return changedVenue(of, command, new Set(['big']), new Set(['tea']), prefix => `${prefix}${++n}`)
}
const done = (command: VenueCommand, of = venue): ChangedVenue => {
  const changed = change(command, of)
  if ('refused' in changed) throw new Error(changed.refused)
  return changed
}
const roomOf = (of: VenueConfig, id: string) => of.rooms.find(one => one.id === id)
const v01 = { name: 'V01', floor: 1, roomClass: 'small' }
const night: TariffFields = {
  kind: 'block',
  name: { zhHans: '夜场包段' },
  roomClass: 'mid',
  bands: [{ days: [5, 6], from: 1320, to: 1680, price: 48_800 }],
  minutes: 240,
}

describe('a room', () => {
  it('is added, renamed and put elsewhere', () => {
    const added = done({ type: 'SaveRoom', rev: 0, fields: { name: 'V09', floor: 2, roomClass: 'mid', zone: 3 } })
    expect(added.venue.rooms.at(-1)).toEqual({ id: 'r1', name: 'V09', floor: 2, roomClass: 'mid', zone: 3, rev: 1 })
    const renamed = done({ type: 'SaveRoom', room: 'v01', rev: 0, fields: { ...v01, name: '帝豪' } })
    expect(renamed.edit).toEqual({
      of: 'venue',
      part: 'room',
      id: 'v01',
      fields: [{ field: 'name', was: 'V01', now: '帝豪' }],
    })
  })

  it('keeps its place on the plan as long as it stays on its floor', () => {
    const placed = done({ type: 'PlaceRooms', places: [{ room: 'v01', rev: 0, at: { x: 2, y: 1 } }] }).venue
    expect(roomOf(placed, 'v01')).toMatchObject({ at: { x: 2, y: 1 }, rev: 1 })
    const stays = done({ type: 'SaveRoom', room: 'v01', rev: 1, fields: { ...v01, name: 'V11' } }, placed)
    expect(roomOf(stays.venue, 'v01')).toMatchObject({ at: { x: 2, y: 1 } })
    const moves = done({ type: 'SaveRoom', room: 'v01', rev: 1, fields: { ...v01, floor: 2 } }, placed)
    expect(roomOf(moves.venue, 'v01')).not.toHaveProperty('at')
  })

  it('two may change places; none stands in another', () => {
    const at = (x: number) => ({ x, y: 0 })
    const placed = done({
      type: 'PlaceRooms',
      places: [
        { room: 'v01', rev: 0, at: at(0) },
        { room: 'v02', rev: 0, at: at(1) },
        { room: 'v05', rev: 0, at: at(0) },
      ],
    }).venue
    const swap: VenueCommand = {
      type: 'PlaceRooms',
      places: [
        { room: 'v01', rev: 1, at: at(1) },
        { room: 'v02', rev: 1, at: at(0) },
      ],
    }
    expect(done(swap, placed).edit.fields).toEqual([
      { field: 'plan.V01', was: '0,0', now: '1,0' },
      { field: 'plan.V02', was: '1,0', now: '0,0' },
    ])
    expect(change({ type: 'PlaceRooms', places: [{ room: 'v01', rev: 1, at: at(1) }] }, placed)).toMatchObject({
      refused: 'place-taken',
    })
  })

  it.each<[string, VenueCommand, string]>([
    ['another has its name', { type: 'SaveRoom', rev: 0, fields: v01 }, 'name-taken'],
    ['its class is not there', { type: 'SaveRoom', rev: 0, fields: { ...v01, name: 'x', roomClass: 'x' } }, 'unknown'],
    ['somebody changed it meanwhile', { type: 'SaveRoom', room: 'v01', rev: 2, fields: v01 }, 'changed'],
    [
      'somebody placed it meanwhile',
      { type: 'PlaceRooms', places: [{ room: 'v01', rev: 1, at: { x: 0, y: 0 } }] },
      'changed',
    ],
    ['it is not there', { type: 'RemoveRoom', room: 'x', rev: 0 }, 'unknown'],
  ])('is not saved where %s', (_why, command, refused) => {
    expect(change(command)).toMatchObject({ refused })
  })
})

describe('a class of rooms', () => {
  it('is added and changed, and removed only when nothing is of it', () => {
    const fields = { name: { zhHans: '总统套' }, capacity: 30, minimumSpend: 588_800 }
    const added = done({ type: 'SaveRoomClass', rev: 0, fields })
    expect(added.venue.classes.at(-1)).toEqual({ id: 'k1', ...fields, rev: 1 })
    expect(done({ type: 'RemoveRoomClass', roomClass: 'k1', rev: 1 }, added.venue).edit).toMatchObject({ gone: true })
    expect(change({ type: 'RemoveRoomClass', roomClass: 'small', rev: 0 })).toMatchObject({ refused: 'in-use' })
    expect(change({ type: 'SaveRoomClass', rev: 0, fields: { ...fields, name: { zhHans: '小包' } } })).toMatchObject({
      refused: 'name-taken',
    })
  })

  it('stays while the menu has prices for it', () => {
    const empty = { ...venue, rooms: [], tariffs: [] }
    expect(change({ type: 'RemoveRoomClass', roomClass: 'big', rev: 0 }, empty)).toMatchObject({ refused: 'in-use' })
    expect(change({ type: 'RemoveRoomClass', roomClass: 'mid', rev: 0 }, empty)).not.toHaveProperty('refused')
  })
})

describe('a tariff', () => {
  it('is added, and removed', () => {
    const added = done({ type: 'SaveTariff', rev: 0, fields: night })
    expect(added.venue.tariffs.at(-1)).toEqual({ id: 't1', ...night, rev: 1 })
    expect(done({ type: 'RemoveTariff', tariff: 't1', rev: 1 }, added.venue).venue.tariffs).toEqual(venue.tariffs)
  })

  it.each<[string, Partial<TariffFields>, string]>([
    ['a band ends before it begins', { bands: [{ from: 1200, to: 1200, price: 1 }] }, 'bad-hours'],
    ['its class is not there', { roomClass: 'x' }, 'unknown'],
    ['by the hour it has a length', { kind: 'timed' }, 'malformed'],
    ['as a whole it is counted in half hours', { step: 30 }, 'malformed'],
  ])('is not saved where %s', (_why, more, refused) => {
    expect(change({ type: 'SaveTariff', rev: 0, fields: { ...night, ...more } })).toMatchObject({ refused })
  })
})

describe('what a party or a booking rests on is not removed', () => {
  const edit = (part: 'room' | 'class' | 'tariff', id: string) => ({
    facts: {
      edit: { of: 'venue' as const, part, id, fields: [{ field: 'name', was: 'x' }], gone: true as const },
      staged: [{ kind: 'venue' as const, id: 'venue', rev: 1 }],
    },
  })
  const open = { type: 'OpenVisit', room: 'v03', tariff: 'mid-timed', party: 4 } as const

  it('a room with a party, and its tariff', () => {
    const there = given().when(open, by(as('lily')))
    there
      .when({ type: 'RemoveRoom', room: 'v03', rev: 0 }, by(as('mei'), edit('room', 'v03')))
      .refuses('room-taken', 'look-again')
    there
      .when({ type: 'RemoveTariff', tariff: 'mid-timed', rev: 0 }, by(as('mei'), edit('tariff', 'mid-timed')))
      .refuses('in-use', 'look-again')
    there
      .when({ type: 'RemoveTariff', tariff: 'mid-block', rev: 0 }, by(as('mei'), edit('tariff', 'mid-block')))
      .givesTypes('SetupChanged')
  })

  it('a room and a class that somebody booked', () => {
    const booked = given().when(
      {
        type: 'Reserve',
        name: '刘先生',
        party: 5,
        arrivesAt: evening + hour,
        heldUntil: evening + 2 * hour,
        roomClass: 'mid',
        room: 'v03',
        deposit: false,
        discreet: false,
      },
      by(as('lily'), { facts: { saved: { id: 'row', rev: 1 }, named: 'row' } }),
    )
    booked.when({ type: 'RemoveRoom', room: 'v03', rev: 0 }, by(as('mei'), edit('room', 'v03'))).refuses('in-use')
    booked
      .when({ type: 'RemoveRoomClass', roomClass: 'mid', rev: 0 }, by(as('mei'), edit('class', 'mid')))
      .refuses('in-use')
  })

  it('the class of a room with a party, whose drinks would cost something else, unless somebody is sure', () => {
    const save = (roomClass: string, name = 'V03') =>
      ({ type: 'SaveRoom', room: 'v03', rev: 0, fields: { name, floor: 1, roomClass } }) as const
    const mei = by(as('mei'), edit('room', 'v03'))
    const there = given().when(open, by(as('lily')))
    there.when(save('big'), mei).refuses('room-taken', 'confirm')
    there.when(save('big'), { ...mei, sure: true }).givesTypes('SetupChanged')
    there.when(save('mid', '帝豪'), mei).givesTypes('SetupChanged')
    given().when(save('big'), mei).givesTypes('SetupChanged')
  })

  it('more rooms than a class can spare, or one that was promised by its name as another class, unless somebody is sure', () => {
    const promise = (roomClass: string, room?: string) =>
      ({
        type: 'Reserve',
        name: '刘先生',
        party: 5,
        arrivesAt: evening + hour,
        heldUntil: evening + 2 * hour,
        roomClass,
        ...(room !== undefined && { room }),
        deposit: false,
        discreet: false,
      }) as const
    const lily = by(as('lily'), { facts: { saved: { id: 'row', rev: 1 }, named: 'row' } })
    const mei = by(as('mei'), edit('room', 'v05'))
    const remove = { type: 'RemoveRoom', room: 'v05', rev: 0 } as const
    const save = (room: string, roomClass: string) =>
      ({ type: 'SaveRoom', room, rev: 0, fields: { name: room, floor: 2, roomClass } }) as const
    const one = given().when(promise('mid'), lily)
    one.when(remove, mei).givesTypes('SetupChanged')
    const two = one.when(promise('mid'), lily)
    two.when(remove, mei).refuses('in-use', 'confirm')
    two.when(save('v05', 'big'), mei).refuses('in-use', 'confirm')
    two.when(save('v05', 'mid'), mei).givesTypes('SetupChanged')
    two.when(save('v01', 'mid'), mei).givesTypes('SetupChanged')
    two.when(remove, { ...mei, sure: true }).givesTypes('SetupChanged')
    two.when(save('v05', 'big'), { ...mei, sure: true }).givesTypes('SetupChanged')
    const named = given().when(promise('mid', 'v05'), lily)
    named.when(save('v05', 'big'), mei).refuses('in-use', 'confirm')
    named.when(save('v03', 'big'), mei).givesTypes('SetupChanged')
    // Of both the promise is named, which nobody would be asked about any more.
    two
      .when({ ...open, room: 'v05' }, { ...by(as('lily')), sure: true })
      .when(save('v05', 'big'), mei)
      .refuses('in-use', 'confirm')
    named
      .when({ ...open, room: 'v05' }, { ...by(as('lily')), sure: true })
      .when(save('v05', 'big'), mei)
      .refuses('in-use', 'confirm')
    // One after the other they need one room only.
    given()
      .when(promise('mid'), lily)
      .when({ ...promise('mid'), arrivesAt: evening + 24 * hour, heldUntil: evening + 25 * hour }, lily)
      .when(remove, mei)
      .givesTypes('SetupChanged')
  })

  it('an empty room goes, and what was known of its state', () => {
    const { state } = given({ type: 'RoomConditionSet', room: 'v01', condition: 'to-clean' })
      .when({ type: 'RemoveRoom', room: 'v01', rev: 0 }, by(as('mei'), edit('room', 'v01')))
      .givesTypes('SetupChanged')
    expect(state.rooms.has('v01')).toBe(false)
  })
})

describe('the rules of the house', () => {
  const changed: Edit = { of: 'venue', part: 'policy', id: 'policy', fields: [{ field: 'x', now: 1 }] }
  const facts = { edit: changed, staged: [{ kind: 'venue' as const, id: 'venue', rev: 1 }] }
  const save = (changes: CommandOf<'SavePolicy'>['changes']) => ({ type: 'SavePolicy', rev: 0, changes }) as const

  it.each([{ compSecondAbove: 90_000 }, { compQuota: { desk: 0, floor: 0, bar: 0, manager: 900_000, owner: 0 } }])(
    'leave it to the owner what managers may give by themselves: %o',
    changes => {
      given()
        .when(save(changes), by(as('mei'), { facts }))
        .refuses('not-allowed', 'choose-other')
      given()
        .when(save(changes), by(as('huang'), { facts }))
        .givesTypes('SetupChanged')
    },
  )

  it('are a manager’s to change otherwise, and all of them where nobody is the owner', () => {
    given()
      .when(save({ bigRound: 1 }), by(as('mei'), { facts }))
      .givesTypes('SetupChanged')
    const everybody = () => staff.filter(({ role }) => role !== 'owner')
    given()
      .when(save({ compSecondAbove: 1 }), by(as('mei'), { facts, everybody }))
      .givesTypes('SetupChanged')
  })

  it('are changed one by one, and told from what to what', () => {
    const changed = done({ type: 'SavePolicy', rev: 0, changes: { bigRound: 200_000, feedbackReward: 'tea' } })
    expect(changed.venue.policy).toEqual({ ...venue.policy, bigRound: 200_000, feedbackReward: 'tea', rev: 1 })
    expect(changed.edit.fields).toEqual([
      { field: 'bigRound', was: 100_000, now: 200_000 },
      { field: 'feedbackReward', now: 'tea' },
    ])
    const none = done({ type: 'SavePolicy', rev: 1, changes: { feedbackReward: '' } }, changed.venue)
    expect(none.venue.policy).not.toHaveProperty('feedbackReward')
  })

  it.each<[string, VenueCommand, string]>([
    ['somebody changed them meanwhile', { type: 'SavePolicy', rev: 3, changes: { bigRound: 1 } }, 'changed'],
    ['the reward is not sold', { type: 'SavePolicy', rev: 0, changes: { feedbackReward: 'gold' } }, 'unknown-item'],
    [
      'done is due before somebody should have come',
      {
        type: 'SavePolicy',
        rev: 0,
        changes: { resolveMs: { service: 60_000, complaint: 900_000, vip: 900_000 } },
      },
      'bad-hours',
    ],
    [
      'ice is due before somebody should have come for it',
      { type: 'SavePolicy', rev: 0, changes: { requestClocks: [{ of: 'ice', answerMs: 20 * 60_000 }] } },
      'bad-hours',
    ],
    [
      'a tier is due before somebody should have come to it',
      {
        type: 'SavePolicy',
        rev: 0,
        changes: { requestClocks: [{ of: 'gold', answerMs: 120_000, resolveMs: 60_000 }] },
      },
      'bad-hours',
    ],
    ['somebody changed the words meanwhile', { type: 'SaveHouse', rev: 3, changes: { locale: 'en' } }, 'changed'],
  ])('are not saved where %s', (_why, command, refused) => {
    expect(change(command)).toMatchObject({ refused })
  })

  it('holidays are told in the journal as they were written down', () => {
    const holidays = [{ date: '2027-02-06', as: 7 as const }]
    const changed = done({ type: 'SaveHouse', rev: 0, changes: { holidays } })
    expect(changed.venue.holidays).toEqual(holidays)
    expect(changed.edit.fields).toEqual([{ field: 'holidays', now: JSON.stringify(holidays) }])
  })

  it('the printer is where it was said to be, or nowhere', () => {
    const ticketPrinter = { host: '192.168.1.80', port: 9100, paper: 58 } as const
    const changed = done({ type: 'SaveHouse', rev: 0, changes: { ticketPrinter } })
    expect(changed.venue.ticketPrinter).toEqual({ kind: 'escpos', ...ticketPrinter })
    expect(changed.edit.fields.map(({ field }) => field)).toContain('ticketPrinter.host')
    const none: VenueCommand = { type: 'SaveHouse', rev: 1, changes: { ticketPrinter: { ...ticketPrinter, host: '' } } }
    expect(done(none, changed.venue).venue.ticketPrinter).toEqual({ kind: 'none' })
  })

  it('the sign is what the house wants in gold, or none of its own', () => {
    const sign = { zhHans: '金曲会', en: 'GOLDEN MIC' }
    const changed = done({ type: 'SaveHouse', rev: 0, changes: { sign } })
    expect(changed.venue.sign).toEqual(sign)
    expect(done({ type: 'SaveHouse', rev: 1, changes: { locale: 'en' } }, changed.venue).venue.sign).toEqual(sign)
    const none: VenueCommand = { type: 'SaveHouse', rev: 1, changes: { sign: { zhHans: '' } } }
    expect(done(none, changed.venue).venue).not.toHaveProperty('sign')
  })

  it('of the Wi-Fi the password is told to nobody', () => {
    const wifi = { ssid: 'KTV', password: 'sing-along' }
    const changed = done({ type: 'SaveHouse', rev: 0, changes: { wifi, welcomeLines: [{ zhHans: '今晚有惊喜' }] } })
    expect(changed.venue).toMatchObject({ rev: 1, wifi: { ...wifi, security: 'WPA' } })
    expect(JSON.stringify(changed.edit)).not.toContain('sing-along')
    const none: VenueCommand = { type: 'SaveHouse', rev: 1, changes: { wifi: { ssid: '', password: '' } } }
    expect(done(none, changed.venue).venue).not.toHaveProperty('wifi')
  })
})
