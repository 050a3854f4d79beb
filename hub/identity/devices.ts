/** Paired devices: their rows, the tokens they prove themselves by, and the principal each of them is. */
import { createHash, timingSafeEqual } from 'node:crypto'
import * as v from 'valibot'
import { cardFormats } from '../../shared/protocol/cards/formats.ts'
import { Id, Instant } from '../../shared/protocol/primitives.ts'
import { deviceKinds, type Role, stations } from '../../shared/protocol/words.ts'
import type { Principal } from '../domain/principal.ts'
import type { Clock, Ids } from '../ports.ts'

const Token = v.strictObject({
  /** SHA-256 of the token, base64url; the token itself is kept nowhere. */
  hash: v.pipe(v.string(), v.regex(/^[\w-]{43}$/)),
  since: Instant,
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
  /** Newest first. More than one only while a rotation is under way. */
  tokens: v.pipe(v.array(Token), v.maxLength(4)),
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
  /** The device, if it is paired, not revoked, and the token is its own. */
  authenticate(id: Id, token: string): DeviceRow | undefined
  /** Gives a device a new token, the only one it has from then on. Undefined: no such device, or revoked. */
  renewToken(id: Id): Promise<string | undefined>
}

export function createDevices(deps: {
  rows: DeviceRows
  ids: Pick<Ids, 'secret'>
  clock: Pick<Clock, 'now'>
}): Devices {
  const { rows, ids, clock } = deps
  const paired = (id: Id) => {
    const row = rows.find(id)
    return row && !row.revoked ? row : undefined
  }
  return {
    find: rows.find,
    authenticate(id, token) {
      const row = paired(id)
      const presented = digest(token)
      // Every token is compared, and one in any case: time tells neither which it was nor whether there is such a device.
      let own = false
      for (const { hash } of row?.tokens ?? [noToken]) {
        own = timingSafeEqual(Buffer.from(hash, 'base64url'), presented) || own
      }
      return own ? row : undefined
    },
    async renewToken(id) {
      const row = paired(id)
      if (!row) return undefined
      const { token, kept } = newToken(ids, clock.now())
      await rows.save({ ...row, tokens: [kept] })
      return token
    },
  }
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
