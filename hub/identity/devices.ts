/**
 * Paired devices: their rows, the tokens they prove themselves by, and the principal each of them is.
 *
 * A token ends the ones before it once it is shown when its browser must have written it down; from then on an older one that
 * comes back is a copy. A device is out when a fortnight has passed, and a fortnight of nights on which the house was open,
 * since it last showed a token under this rule: neither an update nor a closed season locks anybody out.
 */
import { createHash, timingSafeEqual } from 'node:crypto'
import * as v from 'valibot'
import { cardFormats } from '../../shared/protocol/cards/formats.ts'
import { Id, Instant } from '../../shared/protocol/primitives.ts'
import { deviceKinds, type Role, stations } from '../../shared/protocol/words.ts'
import type { Principal } from '../domain/principal.ts'
import type { Clock, Ids } from '../ports.ts'
import type { TokenMarks } from './token-marks.ts'

/** A fortnight of days: as long as any of them could have been good for. */
const mostTokens = 15

const Token = v.strictObject({
  /** SHA-256 of the token, base64url; the token itself is kept nowhere. */
  hash: v.pipe(v.string(), v.regex(/^[\w-]{43}$/)),
  since: Instant,
  /** When it was first shown after it must have been written down: what it replaced ends a minute later. */
  usedAt: v.exactOptional(Instant),
})

export const DeviceRow = v.strictObject({
  id: Id,
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(40)),
  kind: v.picklist(deviceKinds),
  /** With `panel`: the room it stands in. With `player`: the only one it plays in. */
  room: v.exactOptional(Id),
  /** With `reader`: the kiosk it belongs to. */
  kiosk: v.exactOptional(Id),
  /** With `reader`: those in the hub's own USB ports; the hub itself starts their program. */
  own: v.exactOptional(v.literal(true)),
  /** With `console`: a fixed place that works without a PIN. */
  station: v.exactOptional(v.picklist(stations)),
  /** With `reader`, and with `kiosk` for what is typed into its page: how cards are written. Unknown: compared as they are. */
  cardFormat: v.exactOptional(v.picklist(cardFormats)),
  /** With `kiosk`: it looks for members' codes with its camera. */
  camera: v.exactOptional(v.boolean()),
  /** A console that several people use: sessions end after a few idle minutes. */
  shared: v.boolean(),
  /** Newest first. Those that were rotated out stay: one that comes back was copied. */
  tokens: v.pipe(v.array(Token), v.maxLength(mostTokens)),
  /** Of the demo: its token lies in a file for whoever plays it, and is neither rotated nor forgotten. */
  demo: v.exactOptional(v.literal(true)),
  createdAt: Instant,
  revoked: v.boolean(),
})
export type DeviceRow = v.InferOutput<typeof DeviceRow>

/** Where the rows are kept; `save` resolves when the row is on the disk and committed. */
export interface DeviceRows {
  find(id: Id): DeviceRow | undefined
  save(row: DeviceRow): Promise<void>
}

/** To a device that asks whether it was let in: not yet; or its token, handed out once. */
export type Polled =
  | { readonly waiting: true; readonly expiresAt: number }
  | { readonly device: DeviceRow; readonly token: string }

export interface Devices {
  find(id: Id): DeviceRow | undefined
  /** The device, if it is paired, not revoked, and the token is its own and still good. */
  authenticate(id: Id, token: string): DeviceRow | undefined
  /** The same for who comes in by it: a new token's use ends the old one, a rotated-out one ends the device. */
  prove(id: Id, token: string): DeviceRow | undefined
  /** It has a token for a day, or has not shown it since it must have written it down. */
  wantsRenewal(id: Id): boolean
  /**
   * For a device that shows a good token: the next one, if it is time and it has not got it yet. The old one stays good
   * until the new one is shown, and a minute more. Undefined: the token is not good. Rejects when the row was not kept.
   */
  rotate(id: Id, token: string): Promise<{ readonly token?: string } | undefined>
  /**
   * The house gave this token to this device, later than anything this hub knows of: the hub was put back from before.
   * It lets nobody in; who answers for the house is asked.
   */
  isFromLater(id: Id, token: string): boolean
  /** Gives a device a new token, the only one it has from then on. Undefined: no such device, or revoked. */
  renewToken(id: Id): Promise<string | undefined>
}

const dayMs = 86_400_000
const rotateMs = dayMs
const idleMs = 14 * dayMs
/** What was on its way with the old token still arrives. */
const graceMs = 60_000
/**
 * A browser writes its cookies down some seconds after it got them. What it shows sooner proves nothing: a tablet whose power
 * fails comes back with the one before.
 */
const settleMs = 120_000

export function createDevices(deps: {
  rows: DeviceRows
  marks: TokenMarks
  clock: Pick<Clock, 'now'>
  /** When the last fortnight of nights began on which the house was open; 0 as long as there were fewer. */
  idleSince: () => number
  /** A token that was rotated out came back: somebody has a copy. Called for each time. */
  copied?: (device: Id) => void
  failed?: (error: unknown) => void
}): Devices {
  const { rows, marks, clock, idleSince, copied, failed } = deps
  const onTheWay = new Map<Id, OnTheWay>()
  const noticing = new Map<Id, Promise<void>>()
  const paired = (id: Id) => {
    const row = rows.find(id)
    return row && !row.revoked ? row : undefined
  }

  const find = (id: Id, token: string) => {
    const row = paired(id)
    const at = placeOf(row?.tokens ?? [], token)
    return row && at !== undefined ? { row, at, standing: standingOf(row, at, clock.now(), idleSince()) } : undefined
  }

  /** A browser that was given this token must have written it down. */
  function isKept(id: Id, { since }: DeviceRow['tokens'][number]): boolean {
    return clock.now() - Math.max(since, onTheWay.get(id)?.at ?? 0) >= settleMs
  }

  function notice(row: DeviceRow, at: number): void {
    const shown = row.tokens[at]
    if (!shown || row.demo || shown.usedAt !== undefined || noticing.has(row.id) || !isKept(row.id, shown)) return
    const used = { ...shown, usedAt: clock.now() }
    const kept = rows
      .save({ ...row, tokens: row.tokens.map(each => (each === shown ? used : each)) })
      .then(() => void onTheWay.delete(row.id))
      // Not kept: then the old one is good until the next time.
      .catch(error => failed?.(error))
      .finally(() => noticing.delete(row.id))
    noticing.set(row.id, kept)
  }

  function prove(id: Id, token: string): DeviceRow | undefined {
    const found = find(id, token)
    if (found?.standing === 'rotated-out') copied?.(id)
    if (found?.standing !== 'good') return undefined
    notice(found.row, found.at)
    return found.row
  }

  /** The one before it stays if it never arrived, for it may be late; of more there would be no end. */
  function handOut(row: DeviceRow, at: number): OnTheWay {
    const { token, kept } = newToken(marks, row.id, clock.now())
    const before = at > 0 ? [...row.tokens.slice(0, 1), ...row.tokens.slice(at)] : row.tokens
    const saved = rows.save({ ...row, tokens: [kept, ...before].slice(0, mostTokens) })
    const given: OnTheWay = { token, saved, at: clock.now() }
    onTheWay.set(row.id, given)
    return given
  }

  return {
    find: rows.find,
    authenticate(id, token) {
      const found = find(id, token)
      return found?.standing === 'good' ? found.row : undefined
    },
    prove,
    wantsRenewal(id) {
      const row = paired(id)
      const [newest] = row?.tokens ?? []
      if (!newest || row?.demo) return false
      return clock.now() - newest.since >= rotateMs || (newest.usedAt === undefined && isKept(id, newest))
    },
    async rotate(id, token) {
      if (!prove(id, token)) return undefined
      // Its use is being written down: what follows goes by the row after that.
      await noticing.get(id)
      const found = find(id, token)
      if (found?.standing !== 'good') return undefined
      const { row, at } = found
      const [newest] = row.tokens
      const known = onTheWay.get(id)
      if (!newest || row.demo || known?.token === token) return {}
      // It has shown a newer one meanwhile: this was on its way.
      if (row.tokens.slice(0, at).some(({ usedAt }) => usedAt !== undefined)) return {}
      if (at === 0 && clock.now() - newest.since < rotateMs) return {}
      const given = known ?? handOut(row, at)
      try {
        await given.saved
      } catch (error) {
        if (onTheWay.get(id) === given) onTheWay.delete(id)
        throw error
      }
      given.at = clock.now()
      return { token: given.token }
    },
    isFromLater(id, token) {
      const row = paired(id)
      const givenAt = marks.givenAt(id, token)
      if (!row || givenAt === undefined || placeOf(row.tokens, token) !== undefined) return false
      // One that was handed out to take its place and never shown proves nothing: its browser may not have got it.
      return givenAt > (row.tokens.find(({ usedAt }) => usedAt !== undefined)?.since ?? 0)
    },
    async renewToken(id) {
      const row = paired(id)
      if (!row) return undefined
      const { token, kept } = newToken(marks, id, clock.now())
      onTheWay.delete(id)
      // Not the one in the demo's file any more.
      const { demo: _was, ...own } = row
      await rows.save({ ...own, tokens: [kept] })
      return token
    },
  }
}

/** Every token is compared, and one in any case: time tells neither which it was nor whether there is such a device. */
function placeOf(tokens: DeviceRow['tokens'], token: string): number | undefined {
  const presented = digest(token)
  let place: number | undefined
  for (const [at, { hash }] of (tokens.length > 0 ? tokens : [noToken]).entries()) {
    const same = timingSafeEqual(Buffer.from(hash, 'base64url'), presented)
    if (same && at < tokens.length) place = at
  }
  return place
}

function standingOf(
  { tokens, demo }: DeviceRow,
  at: number,
  now: number,
  idleSince: number,
): 'good' | 'rotated-out' | 'lapsed' {
  const [last, before] = tokens.flatMap(({ usedAt }, place) => (usedAt === undefined ? [] : [{ usedAt, place }]))
  const oldest = last && now < last.usedAt + graceMs ? before : last
  if (oldest && at > oldest.place) return 'rotated-out'
  const seenAt = Math.max(tokens[0]?.since ?? 0, last?.usedAt ?? 0)
  // Renewed every day it is used: how old it is says how long it was not.
  const idle = last !== undefined && now - seenAt >= idleMs && seenAt < idleSince
  return idle && !demo ? 'lapsed' : 'good'
}

/** Handed out and not shown yet: whoever asks again with the one before did not get it. */
interface OnTheWay {
  readonly token: string
  /** Nobody is told a token that no row holds. */
  readonly saved: Promise<void>
  /** When it was handed out last, ms. */
  at: number
}

/** A device's next token, and what its row keeps of it. */
export function newToken(marks: Pick<TokenMarks, 'make'>, device: Id, now: number): NewToken {
  return keptOf(marks.make(device, now), now)
}

/** The first token of who is no device yet. */
export function firstToken(ids: Pick<Ids, 'secret'>, now: number): NewToken {
  return keptOf(ids.secret(32), now)
}

interface NewToken {
  readonly token: string
  readonly kept: DeviceRow['tokens'][number]
}

function keptOf(token: string, since: number): NewToken {
  return { token, kept: { hash: digest(token).toString('base64url'), since } }
}

/** Who a device is, with who is signed in on it. Undefined: its row lacks the room or kiosk that its kind needs. */
export function principalOf(
  device: DeviceRow,
  session?: { readonly session: Id; readonly staff: Id; readonly role: Role },
): Principal | undefined {
  const { id, kind, room, kiosk, station } = device
  switch (kind) {
    case 'kiosk':
      return { kind, device: id }
    case 'player':
      return { kind, device: id, ...(room !== undefined && { room }) }
    case 'panel':
      return room === undefined ? undefined : { kind, device: id, room }
    case 'reader':
      return kiosk === undefined ? undefined : { kind, device: id, kiosk }
    case 'console':
      if (session) return { kind: 'staff', device: id, ...session }
      return station === undefined ? { kind, device: id } : { kind: 'station', device: id, station }
  }
}

const digest = (token: string) => createHash('sha256').update(token).digest()
const noToken = { hash: Buffer.alloc(32).toString('base64url') }
