/** PINs: slow hashes with a pepper, one computed at a time, the same time for somebody who does not exist. */
import { createHmac, randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'
import type { PinWay, Staff } from '../domain/staff/staff.ts'
import { createTurns } from './turns.ts'

export type PinHash = Staff['pin']

export interface Pins {
  hash(pin: string): Promise<PinHash>
  /**
   * Whether `pin` is that of `staff`; always false, as slowly, for somebody unknown. `from`: the place where it was typed. Places
   * take turns: however much is typed at one, at another somebody waits for one PIN of it at most.
   */
  check(staff: Pick<Staff, 'pin'> | undefined, pin: string, from?: string): Promise<boolean>
}

const costs: Readonly<Record<PinWay, ScryptOptions>> = {
  // 32 MB and a quarter of a second on a mini PC: a stolen file of six-digit PINs still needs the pepper.
  'scrypt-15-8-3': { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 * 1024 },
}
const firstWay: PinWay = 'scrypt-15-8-3'
const wayNow: PinWay = 'scrypt-15-8-3'
const hashBytes = 32
const saltBytes = 16

/** `pepper` is a secret kept outside the documents: without it a stolen staff file is not worth guessing at. */
export function createPins(deps: { pepper: Buffer; derive?: Derive }): Pins {
  const { pepper, derive = deriveByScrypt } = deps
  // Compared with for unknown staff; no PIN leads to it.
  const noOne: PinHash = { salt: bytes(saltBytes), hash: bytes(hashBytes), way: wayNow }
  // One at a time: 32 MB each, and guesses from several consoles must not starve the hub.
  const inTurn = createTurns()
  const hashed = (pin: string, salt: string, way: PinWay, from: string): Promise<Buffer> => {
    const peppered = createHmac('sha256', pepper).update(pin).digest()
    return inTurn(from, () => derive(peppered, Buffer.from(salt, 'base64url'), way))
  }

  return {
    async hash(pin) {
      const salt = bytes(saltBytes)
      return { salt, hash: (await hashed(pin, salt, wayNow, 'new')).toString('base64url'), way: wayNow }
    },
    async check(staff, pin, from = '') {
      const { salt, hash, way = firstWay } = staff?.pin ?? noOne
      const known = Buffer.from(hash, 'base64url')
      const found = await hashed(pin, salt, way, from)
      // A row whose hash has another length is damaged, and matches nothing.
      return known.length === found.length && timingSafeEqual(known, found) && staff !== undefined
    },
  }
}

/** Hash of a peppered PIN; a test counts and delays these. */
export type Derive = (peppered: Buffer, salt: Buffer, way: PinWay) => Promise<Buffer>

const deriveByScrypt: Derive = (peppered, salt, way) =>
  new Promise((resolve, reject) => {
    scrypt(peppered, salt, hashBytes, costs[way], (error, hash) => (error ? reject(error) : resolve(hash)))
  })

function bytes(count: number): string {
  return randomBytes(count).toString('base64url')
}
