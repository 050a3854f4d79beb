/** What is asked in the lobby: by the kiosk, a reader, a guest's phone, the desk. */
import * as v from 'valibot'
import { Called } from '../called.ts'
import { Count, Credential, Id, PhoneNumber } from '../primitives.ts'
import { deskCalls, writtenLocales } from '../words.ts'
import { Tastes } from './membership.ts'

/** What they read on that screen, where it is not what the house speaks. */
const language = v.exactOptional(v.picklist(writtenLocales))

export const TouchCard = v.strictObject({ type: v.literal('TouchCard'), card: Credential, language })
/** A card was there and could not be read: cut off in its frame, with a wrong check. */
export const MisreadCard = v.strictObject({ type: v.literal('MisreadCard') })
export const ScanCode = v.strictObject({ type: v.literal('ScanCode'), code: Credential, language })
/** `instead`: the check-in that a slip of the finger led to; nobody of it is here. */
export const EnterPhone = v.strictObject({
  type: v.literal('EnterPhone'),
  phone: PhoneNumber,
  instead: v.exactOptional(Id),
  language,
})
/** `called` is how they want to be called, if they say. */
export const WalkIn = v.strictObject({
  type: v.literal('WalkIn'),
  party: Count,
  called: v.exactOptional(Called),
  language,
})
export const CallDesk = v.strictObject({ type: v.literal('CallDesk'), why: v.picklist(deskCalls) })
/** A party says how many they are after a card or code identified one of them, or in which language they read on. */
export const SayParty = v.strictObject({ type: v.literal('SayParty'), checkIn: Id, party: Count, language })

/** From the guest's phone: a new member. Phone number and birthday are never asked over plain HTTP. */
export const Enrol = v.strictObject({
  type: v.literal('Enrol'),
  called: Called,
  tastes: Tastes,
  welcome: v.boolean(),
  discreet: v.boolean(),
  party: Count,
  language,
})

/** At the kiosk, by who enrolled just now: to check in by it the next time. Birthday as MM-DD. */
export const LeaveNumber = v.strictObject({
  type: v.literal('LeaveNumber'),
  checkIn: Id,
  phone: PhoneNumber,
  birthday: v.exactOptional(v.pipe(v.string(), v.regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/))),
})

/** The desk confirms room and tariff in one tap. */
export const SeatCheckIn = v.strictObject({ type: v.literal('SeatCheckIn'), checkIn: Id, room: Id, tariff: Id })
/** A later member of a party joins its visit. */
export const JoinVisit = v.strictObject({ type: v.literal('JoinVisit'), checkIn: Id, visit: Id })
export const DismissCheckIn = v.strictObject({ type: v.literal('DismissCheckIn'), checkIn: Id })
/** Undo of a dismissal, within 10 s of it. */
export const RestoreCheckIn = v.strictObject({ type: v.literal('RestoreCheckIn'), checkIn: Id })
/** The desk sets right what the lobby said, or learns it from the guest: what is left out stays. */
export const AmendCheckIn = v.strictObject({
  type: v.literal('AmendCheckIn'),
  checkIn: Id,
  party: v.exactOptional(Count),
  discreet: v.exactOptional(v.boolean()),
  /** 别名: tonight's screens say this, whatever the member chose to be called. */
  called: v.exactOptional(Called),
  /** 是本人: staff looked at who came with a code or a number. 不是本人: it was somebody else's. */
  isThem: v.exactOptional(v.boolean()),
  /** 还在等: they stay on the list. */
  waits: v.exactOptional(v.literal(true)),
})
/** The desk checks a member in who has neither card nor code at hand. */
export const CheckInMember = v.strictObject({ type: v.literal('CheckInMember'), member: Id, party: Count })
/** Who is expected is here, and says so in words. */
export const CheckInReservation = v.strictObject({
  type: v.literal('CheckInReservation'),
  reservation: Id,
  party: Count,
})
/** Somebody looked after whoever could not check in at this kiosk. */
export const ClearTrouble = v.strictObject({ type: v.literal('ClearTrouble'), kiosk: Id })
