/** Paired devices: their rows, the tokens they prove themselves by, and the principal each of them is. */
import { createHash, timingSafeEqual } from 'node:crypto'
import * as v from 'valibot'
import { cardFormats } from '../../shared/protocol/cards/formats.ts'
import { Id, Instant } from '../../shared/protocol/primitives.ts'
import { deviceKinds, type Role, stations } from '../../shared/protocol/words.ts'
import type { Principal } from '../domain/principal.ts'
import type { Clock, Ids } from '../ports.ts'

/** A fortnight of days: as long as any of them could have been good for. */
const mostTokens = 15

const Token = v.strictObject({
  /** SHA-256 of the token, base64url; the token itself is kept nowhere. */
  hash: v.pipe(v.string(), v.regex(/^[\w-]{43}$/)),
  since: Instant,
  /** When it was first shown: what it replaced ends a minute later. */
  usedAt: v.exactOptional(Instant),
})

export const DeviceRow = v.strictObject({
  id: Id,
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(40)),
  kind: v.picklist(deviceKinds),
  /** With `panel`: the room it stands in. */
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

export interface Devices {
  find(id: Id): DeviceRow | undefined
  /** The device, if it is paired, not revoked, and the token is its own and still good. */
  authenticate(id: Id, token: string): DeviceRow | undefined
  /** The same for who comes in by it: a new token's first use ends the old one, a rotated-out one ends the device. */
  prove(id: Id, token: string): DeviceRow | undefined
  /** It has a token for a day, or has not shown its new one yet. */
  wantsRenewal(id: Id): boolean
  /**
   * For a device that shows a good token: the next one, if it is time and it has not got it yet. The old one stays good
   * until the new one is first shown, and a minute more. Undefined: the token is not good.
   */
  rotate(id: Id, token: string): Promise<{ readonly token?: string } | undefined>
  /** Gives a device a new token, the only one it has from then on. Undefined: no such device, or revoked. */
  renewToken(id: Id): Promise<string | undefined>
}

const dayMs = 86_400_000
const rotateMs = dayMs
const idleMs = 14 * dayMs
/** What was on its way with the old token still arrives. */
const graceMs = 60_000
/**
 * A browser writes its cookies down some seconds after it got them: asked to show the new one sooner, a tablet whose power
 * fails would come back with one that is over.
 */
const settleMs = 120_000

export function createDevices(deps: {
  rows: DeviceRows
  ids: Pick<Ids, 'secret'>
  clock: Pick<Clock, 'now'>
  /** A token that was rotated out came back: somebody has a copy. Called for each time. */
  copied?: (device: Id) => void
  failed?: (error: unknown) => void
}): Devices {
  const { rows, ids, clock, copied, failed } = deps
  /** Handed out and not shown yet: whoever asks again with the old token did not get it. */
  const onTheWay = new Map<Id, string>()
  const noticing = new Set<Id>()
  const paired = (id: Id) => {
    const row = rows.find(id)
    return row && !row.revoked ? row : undefined
  }

  const find = (id: Id, token: string) => {
    const row = paired(id)
    const at = placeOf(row?.tokens ?? [], token)
    return row && at !== undefined ? { row, at, standing: standingOf(row, at, clock.now()) } : undefined
  }

  function notice(row: DeviceRow): void {
    const [newest, ...older] = row.tokens
    if (!newest || older.length === 0 || newest.usedAt !== undefined || noticing.has(row.id)) return
    noticing.add(row.id)
    onTheWay.delete(row.id)
    rows
      .save({ ...row, tokens: [{ ...newest, usedAt: clock.now() }, ...older] })
      // Not kept: then the old one is good until the next time.
      .catch(error => failed?.(error))
      .finally(() => noticing.delete(row.id))
  }

  function prove(id: Id, token: string): DeviceRow | undefined {
    const found = find(id, token)
    if (found?.standing === 'rotated-out') copied?.(id)
    if (found?.standing !== 'good') return undefined
    if (found.at === 0) notice(found.row)
    return found.row
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
      const [newest, ...older] = row?.tokens ?? []
      if (!newest || row?.demo) return false
      const age = clock.now() - newest.since
      return age >= rotateMs || (older.length > 0 && newest.usedAt === undefined && age >= settleMs)
    },
    async rotate(id, token) {
      const row = prove(id, token)
      if (!row) return undefined
      const known = onTheWay.get(id)
      const at = placeOf(row.tokens, token)
      const [newest, ...older] = row.tokens
      if (at === undefined || !newest || row.demo) return {}
      if (at > 0) {
        // It has shown the new one meanwhile: this was on its way.
        if (newest.usedAt !== undefined) return {}
        if (known !== undefined) return { token: known }
      } else if (clock.now() - newest.since < rotateMs) return {}
      const next = newToken(ids, clock.now())
      onTheWay.set(id, next.token)
      // One that never arrived is nobody's.
      const kept = at > 0 ? older : row.tokens
      await rows.save({ ...row, tokens: [next.kept, ...kept].slice(0, mostTokens) })
      return { token: next.token }
    },
    async renewToken(id) {
      const row = paired(id)
      if (!row) return undefined
      const { token, kept } = newToken(ids, clock.now())
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

function standingOf({ tokens, demo }: DeviceRow, at: number, now: number): 'good' | 'rotated-out' | 'lapsed' {
  const shownAt = tokens[0]?.usedAt
  const over = at > 1 || (at === 1 && shownAt !== undefined && now >= shownAt + graceMs)
  if (over) return 'rotated-out'
  // Renewed every day it is used: how old it is says how long it was not.
  return !demo && now - (tokens[at]?.since ?? 0) >= idleMs ? 'lapsed' : 'good'
}

/** 256 bits, and what a device's row keeps of them. */
export function newToken(ids: Pick<Ids, 'secret'>, now: number): { token: string; kept: DeviceRow['tokens'][number] } {
  const token = ids.secret(32)
  return { token, kept: { hash: digest(token).toString('base64url'), since: now } }
}

/** Who a device is, with who is signed in on it. Undefined: its row lacks the room or kiosk that its kind needs. */
export function principalOf(
  device: DeviceRow,
  session?: { readonly session: Id; readonly staff: Id; readonly role: Role },
): Principal | undefined {
  const { id, kind, room, kiosk, station } = device
  switch (kind) {
    case 'kiosk':
    case 'player':
      return { kind, device: id }
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
