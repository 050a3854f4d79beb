/** What happens in the lobby and at the desk. */
import { deskCalls } from '../../../shared/protocol/words.ts'
import { hour, minute } from '../../domain/fixture.testing.ts'
import { chosen, type Make } from './scene.testing.ts'
import { secretMembers } from './secrets.testing.ts'

export const lobbyMoves = {
  touch: ({ id, a, b, at, kiosk, member }) => {
    const facts = secretMembers.get(member)
    if (!facts) return undefined
    const { welcome, discreet, tier } = facts.member
    return {
      type: 'CheckedIn',
      checkIn: id('k'),
      how: 'card',
      ...(a % 4 !== 0 && { kiosk }),
      member,
      tier,
      ...(b % 2 === 0 && { party: 4 }),
      welcomed: welcome && !discreet,
      discreet,
      glance: false,
      lapsesAt: at + hour,
    }
  },
  walkIn: ({ id, says, at, flag, kiosk }) => ({
    type: 'CheckedIn',
    checkIn: id('k'),
    how: 'walk-in',
    kiosk,
    text: says('走客'),
    party: 3,
    welcomed: false,
    discreet: flag,
    glance: false,
    lapsesAt: at + hour,
  }),
  sayParty: ({ checkIn, room }) => checkIn && { type: 'PartySaid', checkIn: checkIn.id, party: 5, offer: room },
  name: ({ checkIn, says }) => checkIn && { type: 'CheckInNamed', checkIn: checkIn.id, text: says('今晚的叫法') },
  hide: ({ checkIn, flag }) => checkIn && { type: 'CheckInDiscreetSet', checkIn: checkIn.id, discreet: flag },
  recognise: ({ checkIn, flag, at }) =>
    checkIn && {
      type: 'CheckInRecognised',
      checkIn: checkIn.id,
      welcomed: flag,
      ...(flag && { welcomeUntil: at + minute }),
    },
  mistake: ({ checkIn }) => checkIn && { type: 'CheckInMistaken', checkIn: checkIn.id },
  clear: ({ kiosk }) => ({ type: 'TroubleCleared', kiosk }),
  seat: ({ checkIn, visit }) =>
    checkIn?.status === 'waiting' && visit
      ? { type: 'CheckInSeated', checkIn: checkIn.id, visit: visit.id }
      : undefined,
  dismiss: ({ checkIn, flag }) => checkIn && { type: flag ? 'CheckInDismissed' : 'CheckInLapsed', checkIn: checkIn.id },
  welcomeOver: ({ checkIn }) => checkIn && { type: 'WelcomeEnded', checkIn: checkIn.id },
  fail: ({ id, kiosk, member, flag }) => ({
    type: 'CheckInFailed',
    checkIn: id('k'),
    how: 'card',
    kiosk,
    failure: 'blocked',
    ...(flag && { member }),
  }),
  callDesk: ({ id, kiosk, at, b }) => ({
    type: 'DeskCalled',
    request: id('q'),
    kiosk,
    why: chosen(deskCalls, b) ?? 'help',
    escalatesAt: at + minute,
  }),
  reserve: ({ id, says, at, a, member, room, flag }) => ({
    type: 'Reserved',
    reservation: id('r'),
    ...(flag ? { member } : { text: says('订客') }),
    party: 4,
    arrivesAt: at + (a % 3) * hour,
    heldUntil: at + 9 * hour,
    roomClass: 'mid',
    room,
    deposit: flag,
    discreet: false,
  }),
  amend: ({ says, reservation, at, room, flag }) =>
    reservation?.status === 'held'
      ? {
          type: 'ReservationAmended',
          reservation: reservation.id,
          text: says('改订'),
          party: 5,
          arrivesAt: at,
          heldUntil: at + 9 * hour,
          roomClass: 'mid',
          ...(flag && { room }),
          deposit: true,
          discreet: flag,
        }
      : undefined,
  unreserve: ({ reservation, flag }) =>
    reservation && { type: flag ? 'ReservationCancelled' : 'ReservationReleased', reservation: reservation.id },
  honour: ({ reservation, visit }) =>
    reservation && visit && { type: 'ReservationHonoured', reservation: reservation.id, visit: visit.id },
  signIn: ({ id, at, staff }) => ({
    type: 'SignedIn',
    session: id('s'),
    device: 'pc-lily',
    staff,
    idleMs: minute,
    endsAt: at + hour,
  }),
  signOut: ({ state }) => {
    const session = state.sessions.get('pc-lily')
    return session && { type: 'SignedOut', session: session.id, why: 'left' }
  },
} satisfies Record<string, Make>
