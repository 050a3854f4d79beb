/** Staff, members and devices: who is in the house and what is known of them. */
import * as v from 'valibot'
import { birthdayShape } from '../birthday.ts'
import { Called } from '../called.ts'
import { Id, PhoneNumber, Pin, typedText } from '../primitives.ts'
import { deviceKinds, stations, tagLength, tagsMost, tiers } from '../words.ts'

/** Opens a session of `staff` on this console; sent without an outbox, as every command with a PIN. */
export const SignIn = v.strictObject({ type: v.literal('SignIn'), staff: Id, pin: Pin })
/** `elsewhere`: on all other consoles, and not on this one. */
export const SignOut = v.strictObject({ type: v.literal('SignOut'), elsewhere: v.exactOptional(v.literal(true)) })
export const ResetPin = v.strictObject({ type: v.literal('ResetPin'), staff: Id, newPin: Pin, pin: Pin })

/** 开始值班, 下班; `as`: at a station without a PIN, whose name was tapped. */
export const StartShift = v.strictObject({ type: v.literal('StartShift'), as: v.exactOptional(Id) })
export const EndShift = v.strictObject({ type: v.literal('EndShift'), as: v.exactOptional(Id) })

const none = v.literal('')
const Tags = v.pipe(v.array(typedText(tagLength)), v.maxLength(tagsMost))
export const MemberChanges = v.strictObject({
  called: v.exactOptional(Called),
  /** Empty: nobody knows it, and what they are called stands there. */
  name: v.exactOptional(v.union([none, typedText(40)])),
  /** Empty: it is said as it is written. */
  say: v.exactOptional(v.union([none, typedText(60)])),
  /** Of who has a file already: a manager's word. */
  tier: v.exactOptional(v.picklist(tiers)),
  /** Empty, these two: it is on file no more. */
  phone: v.exactOptional(v.union([none, PhoneNumber])),
  birthday: v.exactOptional(v.union([none, v.pipe(v.string(), v.regex(birthdayShape))])),
  tastes: v.exactOptional(Tags),
  taboos: v.exactOptional(Tags),
  note: v.exactOptional(typedText(300)),
  /** Which one is no more in the file: its author's to say, and a manager's. */
  withoutNote: v.exactOptional(v.strictObject({ at: v.pipe(v.number(), v.safeInteger()), by: Id })),
  /** Whose guest they are; empty: nobody's. Of who has a file already: a manager's word, as it is what somebody earns by. */
  accountManager: v.exactOptional(v.union([none, Id])),
  welcome: v.exactOptional(v.boolean()),
  discreet: v.exactOptional(v.boolean()),
  /** 黑名单: with a note that says why, and a manager's word. */
  blocked: v.exactOptional(v.boolean()),
})
export type MemberChanges = v.InferOutput<typeof MemberChanges>
/** `rev` is the version the editor saw: a change made meanwhile by somebody else is not overwritten unseen. */
export const SaveMember = v.strictObject({
  type: v.literal('SaveMember'),
  member: Id,
  rev: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  changes: MemberChanges,
})
/** At the desk. The hub asks once where somebody has this phone number already. */
export const NewMember = v.strictObject({
  type: v.literal('NewMember'),
  details: v.strictObject({ ...MemberChanges.entries, called: Called }),
})

/** From now on this session pairs panels without typing its PIN each time: until nobody has for ten minutes, or it ends. */
export const StartPairing = v.strictObject({ type: v.literal('StartPairing'), pin: Pin })
/** A copy of the whole house, made beside the evening; how it went is the `backup` slice. */
export const BackUp = v.strictObject({ type: v.literal('BackUp') })
/** The clock is far ahead of the last night, and it is right: the night of this day begins. */
export const StartDay = v.strictObject({ type: v.literal('StartDay'), day: v.pipe(v.string(), v.isoDate()) })
/** The house as it was in this one of the backups that are there; how it went is the `backup` slice. */
export const RestoreHouse = v.strictObject({ type: v.literal('RestoreHouse'), backup: Id, pin: Pin })
export const EndPairing = v.strictObject({ type: v.literal('EndPairing') })
/** A manager types the six characters that a new device shows. */
export const ConfirmPairing = v.strictObject({
  type: v.literal('ConfirmPairing'),
  code: v.pipe(v.string(), v.regex(/^[A-Z0-9]{6}$/)),
  name: typedText(40),
  kind: v.picklist(deviceKinds),
  /** With `panel`, and with `player` for one that plays in a single room: where it stands. With `reader`: the kiosk it belongs to. */
  room: v.exactOptional(Id),
  kiosk: v.exactOptional(Id),
  station: v.exactOptional(v.picklist(stations)),
  /** Not for a `panel` after StartPairing. */
  pin: v.exactOptional(Pin),
})
/** A device of the house whose key is younger than the backup that was put back; `code`: that on its own screen. */
export const ReadmitDevice = v.strictObject({
  type: v.literal('ReadmitDevice'),
  device: Id,
  code: v.pipe(v.string(), v.regex(/^[A-Z]{6}$/)),
  /** Not for a panel after StartPairing. */
  pin: v.exactOptional(Pin),
})
/** Which kiosk a reader serves from now on: the one beside which it stands. */
export const PlaceReader = v.strictObject({ type: v.literal('PlaceReader'), device: Id, kiosk: Id })
/** What people call it. `from`: what it was called when they looked. */
export const RenameDevice = v.strictObject({
  type: v.literal('RenameDevice'),
  device: Id,
  from: v.pipe(v.string(), v.maxLength(40)),
  name: typedText(40),
})
/** Whether a kiosk is to look for members' codes with its camera. */
export const SetCamera = v.strictObject({ type: v.literal('SetCamera'), device: Id, on: v.boolean() })
export const RevokeDevice = v.strictObject({ type: v.literal('RevokeDevice'), device: Id })
