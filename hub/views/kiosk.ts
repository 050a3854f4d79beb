/** What the lobby's screen may know: who is to be welcomed here, and its own waiting check-ins; never a room or a reason. */
import type { Id, LocalizedText } from '../../shared/protocol/primitives.ts'
import type { KioskCheckInView, KioskSlices, WelcomeView } from '../../shared/protocol/views/kiosk.ts'
import { needsStaff } from '../domain/check-in/trouble.ts'
import type { CheckIn } from '../domain/state.ts'
import { type Presence, type Slices, songsOfLobby, type Touched, type ViewContext } from './context.ts'
import { type CountedSince, freeCount } from './free-count.ts'
import { isVipTier, welcomedAs } from './members.ts'
import { signedIn, signInsChanged } from './sessions.ts'
import { sliceWriter } from './slices.ts'
import { venueView } from './venue.ts'
import { wifiText } from './wifi-text.ts'

export function wholeKiosk(context: ViewContext, kiosk: Id): Slices {
  const { slices, one, each } = sliceWriter<KioskSlices>(true)
  one('venue', venueView(context))
  one('desk', deskView(context))
  one('lobby', lobbyView(context, 'all'))
  one('trouble', troubleView(context, kiosk))
  one('reader', readerView(context, kiosk))
  one('wifi', wifiView(context))
  one('camera', cameraView(context, kiosk))
  for (const id of currentAt(context, kiosk, () => true)) {
    each('checkin', id, checkInView(context, kiosk, id))
    each('welcome', id, welcomeView(context, kiosk, id))
  }
  return slices
}

export function changedKiosk(context: ViewContext, kiosk: Id, touched: Touched): Slices | 'whole' {
  const { tables, members } = touched
  if (touched.venue) return 'whole'
  const { slices, one, each } = sliceWriter<KioskSlices>(false)
  if (tables.shifts.size > 0 || signInsChanged(context, touched)) one('desk', deskView(context))
  if (tables.rooms.size + tables.reservations.size > 0 || touched.devices.has(songsOfLobby))
    one('lobby', lobbyView(context, touched))
  if ([...touched.devices].some(id => context.device(id)?.kind === 'reader')) one('reader', readerView(context, kiosk))
  if (touched.devices.has(kiosk)) one('camera', cameraView(context, kiosk))
  if (tables.kioskTrouble.has(kiosk)) one('trouble', troubleView(context, kiosk))
  const changed = new Set(goneFrom(context, kiosk, tables.checkIns))
  if (members.size + tables.reservations.size > 0)
    for (const id of currentAt(context, kiosk, isOf(members, tables.reservations))) changed.add(id)
  for (const id of changed) {
    each('checkin', id, checkInView(context, kiosk, id))
    each('welcome', id, welcomeView(context, kiosk, id))
  }
  return slices
}

/** What changes by the clock alone: bookings begin to need their rooms. */
export function clockKiosk(context: ViewContext): Slices {
  const { slices, one } = sliceWriter<KioskSlices>(false)
  one('lobby', lobbyView(context, 'clock'))
  return slices
}

/** Who waits or is being welcomed, of a night's thousands. */
function currentAt({ state }: ViewContext, kiosk: Id, is: (checkIn: CheckIn) => boolean): readonly Id[] {
  const current: Id[] = []
  for (const checkIn of state.checkIns.values())
    if (checkIn.kiosk === kiosk && isCurrent(checkIn) && is(checkIn)) current.push(checkIn.id)
  return current
}

const isOf =
  (members: ReadonlySet<Id>, reservations: ReadonlySet<Id>) =>
  ({ member, reservation }: CheckIn): boolean =>
    (member !== undefined && members.has(member)) || (reservation !== undefined && reservations.has(reservation))

const isCurrent = ({ status, welcomed, welcomeOver }: CheckIn): boolean =>
  status === 'waiting' || (welcomed && !welcomeOver)

/** Touched ones that this kiosk may have shown: its own, and those of which nobody knows any more whose they were. */
function goneFrom({ state }: ViewContext, kiosk: Id, touched: ReadonlySet<Id>): readonly Id[] {
  return [...touched].filter(id => {
    const checkIn = state.checkIns.get(id)
    return !checkIn || checkIn.kiosk === kiosk
  })
}

function welcomeView(context: ViewContext, kiosk: Id, id: Id): WelcomeView | undefined {
  const checkIn = context.state.checkIns.get(id)
  if (checkIn?.kiosk !== kiosk || checkIn.welcomeOver) return undefined
  const called = welcomedAs(context, checkIn)
  if (called === undefined) return undefined
  const at = checkIn.recognisedAt ?? checkIn.at
  const { welcomeUntil = at + context.venue.policy.welcomeMs } = checkIn
  const line = lineOf(context, checkIn)
  return { called, at, until: welcomeUntil, vip: isVipTier(context, checkIn.tier), ...(line && { line }) }
}

/** The manager's lines take turns; where there is one alone, every other welcome goes without: a copied greeting is worse than none. */
function lineOf({ venue: { welcomeLines } }: ViewContext, { welcomeTurn }: CheckIn): LocalizedText | undefined {
  return welcomeTurn === undefined ? undefined : welcomeLines[welcomeTurn % Math.max(welcomeLines.length, 2)]
}

function checkInView(context: ViewContext, kiosk: Id, id: Id): KioskCheckInView | undefined {
  const checkIn = context.state.checkIns.get(id)
  if (checkIn?.kiosk !== kiosk || checkIn.status !== 'waiting') return undefined
  const { at, party, joins, language } = checkIn
  const called = checkIn.member === undefined ? ownWords(context, checkIn) : welcomedAs(context, checkIn)
  const reservation = called === undefined ? undefined : reservationOf(context, checkIn)
  return {
    id,
    at,
    ...(called !== undefined && { called }),
    step: party === undefined && joins === undefined ? 'say-party' : 'wait-for-desk',
    ...(party !== undefined && { party }),
    ...(language !== undefined && { language }),
    ...(mayLeaveNumber(context, checkIn) && { mayLeaveNumber: true }),
    ...(reservation && { reservation }),
  }
}

const mayLeaveNumber = ({ member }: ViewContext, { enrolled, member: id }: CheckIn): boolean =>
  enrolled === true && id !== undefined && member(id)?.member.phone === undefined

/** How a walk-in asked to be called, here and now; what a reservation says was told to the desk. */
const ownWords = ({ text: words }: ViewContext, { how, text, discreet }: CheckIn): string | undefined =>
  how !== 'walk-in' || text === undefined || discreet ? undefined : words(text)

function reservationOf({ state }: ViewContext, { reservation: id }: CheckIn): KioskCheckInView['reservation'] {
  const reservation = id === undefined ? undefined : state.reservations.get(id)
  if (!reservation || reservation.discreet) return undefined
  return { arrivesAt: reservation.arrivesAt, party: reservation.party }
}

function troubleView({ state }: ViewContext, kiosk: Id): KioskSlices['trouble'] | undefined {
  const trouble = state.kioskTrouble.get(kiosk)
  if (!trouble) return undefined
  const { failures, lastAt, lastFailure } = trouble
  return { failures, at: lastAt, staff: needsStaff(lastFailure, failures) }
}

/** A kiosk at which no reader was ever seen may have one that types into its page: of that nobody knows. */
function readerView({ allDevices, presence }: ViewContext, kiosk: Id): KioskSlices['reader'] | undefined {
  const programs = allDevices()
    .filter(device => device.kind === 'reader' && device.kiosk === kiosk)
    .map(({ id }) => presence(id))
    .filter(({ readers }) => readers?.plugged.length)
  if (programs.length === 0) return undefined
  const works = ({ online, readers }: Presence) => online && readers?.plugged.some(({ state }) => state === 'connected')
  return { working: programs.some(works) }
}

function wifiView({ venue: { wifi } }: ViewContext): KioskSlices['wifi'] | undefined {
  if (!wifi) return undefined
  const { ssid, security, password } = wifi
  return { ssid, text: wifiText(wifi), ...(security !== 'nopass' && password !== undefined && { password }) }
}

const cameraView = ({ device }: ViewContext, kiosk: Id): KioskSlices['camera'] | undefined =>
  device(kiosk)?.camera ? { on: true } : undefined

/** Who comes: of the desk, first who is signed in, then who is on duty. A lobby does not promise who may be at home. */
function deskView(context: ViewContext): KioskSlices['desk'] | undefined {
  const desk = context.allStaff().filter(({ role, gone }) => role === 'desk' && !gone)
  const present = signedIn(context)
  const staff = desk.find(({ id }) => present.has(id)) ?? desk.find(({ id }) => context.state.shifts.has(id))
  return staff && { staff: staff.name }
}

function lobbyView(context: ViewContext, touched: CountedSince): KioskSlices['lobby'] {
  const { songs, hotSongs } = context
  return {
    freeRooms: freeCount(context, touched),
    hotSongs: songs ? hotSongs.map(({ title, artist }) => ({ title, artist })) : [],
  }
}
