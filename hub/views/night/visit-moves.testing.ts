/** What happens to rooms, parties and their songs. */
import { faces, seekerAnswers } from '../../../shared/protocol/words.ts'
import { addDays } from '../../domain/business-day.ts'
import { hour, minute } from '../../domain/fixture.testing.ts'
import { chosen, type Make } from './scene.testing.ts'
import { price } from './secrets.testing.ts'

export const visitMoves = {
  open: ({ id, says, at, a, b, flag, freeRoom, absent }) =>
    freeRoom === undefined
      ? undefined
      : {
          type: 'VisitOpened',
          visit: id('v'),
          room: freeRoom,
          party: 1 + (a % 9),
          ...(flag && absent !== undefined ? { host: absent } : { text: says('走客') }),
          terms: { kind: 'timed', tariff: 'mid-timed', perHour: price, startsAt: at, extensions: 0, added: 0 },
          minimumSpend: price + b,
          orderRule: { kind: 'free' },
          discreet: a % 3 === 0,
        },
  cancel: ({ visit }) => visit && { type: 'VisitCancelled', visit: visit.id, room: visit.room, members: visit.members },
  join: ({ visit, absent, flag }) =>
    visit && absent !== undefined
      ? { type: 'MemberJoined', visit: visit.id, member: absent, discreet: flag }
      : undefined,
  leave: ({ visit }) => {
    const member = visit?.members[0]
    return visit && member !== undefined ? { type: 'MemberLeft', visit: visit.id, member } : undefined
  },
  move: ({ visit, freeRoom, b }) =>
    visit && freeRoom !== undefined
      ? { type: 'VisitMoved', visit: visit.id, from: visit.room, to: freeRoom, minimumSpend: price + b }
      : undefined,
  merge: ({ visit, other }) =>
    visit && other && { type: 'VisitsMerged', from: visit.id, into: other.id, freed: visit.room, charge: price },
  tariff: ({ visit, at }) =>
    visit && {
      type: 'TariffChanged',
      visit: visit.id,
      terms: { kind: 'timed', tariff: 'mid-timed', perHour: price, startsAt: at, extensions: 0, added: 0 },
    },
  extend: ({ visit, at }) =>
    visit && { type: 'VisitExtended', visit: visit.id, minutes: 30, endsAt: at + hour, charge: price },
  timeUp: ({ visit }) => visit && { type: 'TariffTimeEnded', visit: visit.id },
  discreet: ({ visit, flag }) => visit && { type: 'DiscreetSet', visit: visit.id, discreet: flag },
  rule: ({ visit }) => visit && { type: 'OrderRuleSet', visit: visit.id, rule: { kind: 'above', amount: 1000 } },
  attendant: ({ visit, staff }) => visit && { type: 'AttendantSet', visit: visit.id, attendant: staff },
  booker: ({ visit, staff, flag }) => visit && { type: 'BookerSet', visit: visit.id, ...(flag && { booker: staff }) },
  disturb: ({ visit, flag }) => visit && { type: 'DoNotDisturbSet', visit: visit.id, on: flag },
  seek: ({ visit, id, says, flag }) =>
    visit && { type: 'HostAsked', visit: visit.id, seeker: id('f'), ...(flag && { text: says('门口的人') }) },
  answerSeeker: ({ visit, a }) => {
    const seeker = visit && chosen(visit.seekers ?? [], a)
    return (
      visit &&
      seeker && {
        type: 'SeekerAnswered',
        visit: visit.id,
        seeker: seeker.id,
        answer: chosen(seekerAnswers, a) ?? 'wait',
      }
    )
  },
  endSeeker: ({ visit, a }) => {
    const seeker = visit && chosen(visit.seekers ?? [], a)
    return visit && seeker && { type: 'SeekerGone', visit: visit.id, seeker: seeker.id }
  },
  settle: ({ visit }) =>
    visit && { type: 'VisitSettled', visit: visit.id, room: price, orders: visit.ordered, comps: 0, unticked: [] },
  undoSettle: ({ visit }) => visit && { type: 'SettleUndone', visit: visit.id },
  close: ({ visit }) =>
    visit && {
      type: 'VisitClosed',
      visit: visit.id,
      room: visit.room,
      members: visit.members,
      openedAt: visit.openedAt,
      effectiveSpend: price,
      drunk: [],
      sung: [],
    },
  clean: ({ room, flag }) => ({ type: 'RoomConditionSet', room, condition: flag ? 'ready' : 'out-of-order' }),
  roll: ({ state }) => ({ type: 'DayRolled', day: addDays(state.day, 1) }),
  face: ({ visit, a, b }) =>
    visit && {
      type: 'FeedbackGiven',
      visit: visit.id,
      guest: b % 3,
      face: chosen(faces, a) ?? 'happy',
      factors: ['audio'],
      afterDelivery: false,
    },
  preload: ({ visit, id }) =>
    visit && {
      type: 'PlaylistPreloaded',
      visit: visit.id,
      entries: [
        { entry: id('ea'), song: 'song-1', title: '海阔天空', artist: 'Beyond', lengthMs: 5 * minute, why: 'yours' },
        { entry: id('eb'), song: 'song-2', title: '朋友', artist: '周华健', why: 'hot' },
      ],
    },
  sing: ({ visit, id, flag }) =>
    visit && {
      type: 'SongAdded',
      visit: visit.id,
      entry: id('e'),
      song: { song: 'song-3', title: '后来', artist: '刘若英' },
      top: flag,
    },
  start: ({ visit, playlist }) => {
    const next = playlist?.queue[0]
    return visit && next && !playlist?.playing ? { type: 'SongStarted', visit: visit.id, entry: next.entry } : undefined
  },
  end: ({ visit, playlist }) =>
    visit && playlist?.playing && { type: 'SongEnded', visit: visit.id, entry: playlist.playing.entry, how: 'played' },
  remove: ({ visit, playlist, b }) => {
    const entry = chosen(playlist?.queue ?? [], b)?.entry
    return visit && entry !== undefined ? { type: 'EntryRemoved', visit: visit.id, entry } : undefined
  },
} satisfies Record<string, Make>
