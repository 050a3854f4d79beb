/**
 * Pairing by six characters: a new device shows them, a manager types them into a console, the device fetches its token.
 * The token is made when the device asks, so that the row the manager's command writes already knows its hash.
 */
import type { Id } from '../../shared/protocol/primitives.ts'
import { type Refusal, refuse } from '../../shared/protocol/refusals.ts'
import type { Clock, Ids } from '../ports.ts'
import { newCode } from './codes.ts'
import { type DeviceRow, type Devices, firstToken, type Polled } from './devices.ts'

export interface Pairing {
  /** From a device nobody knows, at a network address. Refusal: too-many. */
  ask(address: string): { readonly code: string; readonly secret: string; readonly expiresAt: number } | Refusal
  /** From the device that asked: whether a manager has confirmed. Refusal: code-expired (also for what was never asked). */
  poll(secret: string): Polled | Refusal
  /**
   * ConfirmPairing, from the console `from`: what the row of the new `device` keeps of its token. The device is paired when
   * that row is committed, and not before. Refusals: bad-code, too-many (5 wrong codes in 5 min).
   */
  confirm(from: Id, code: string, device: Id): { readonly token: DeviceRow['tokens'][number] } | Refusal
}

const lifeMs = 5 * 60_000
const atOnce = 5
/** While a manager pairs one after the other: a house of tablets, all switched on beforehand, each at its place. */
const atOnceInRound = 64
const atOncePerAddress = 2
/** An access point that routes gives all tablets behind it one address. */
const atOncePerAddressInRound = 24
const wrongCodes = 5

export function createPairing(deps: {
  devices: Devices
  ids: Ids
  clock: Pick<Clock, 'now'>
  /** Somebody pairs one device after the other just now. */
  inRound?: () => boolean
}): Pairing {
  const { devices, ids, clock, inRound = () => false } = deps
  const waiting = new Map<string, Waiting>()
  const wrong = new Map<Id, number[]>()

  const dropExpired = () => {
    for (const [secret, one] of waiting) if (one.expiresAt <= clock.now()) waiting.delete(secret)
  }

  return {
    ask(address) {
      dropExpired()
      // A tablet that reloads asks again: its own older codes make room first.
      const own = [...waiting].filter(([, one]) => one.address === address)
      const [ownOldest] = own[0] ?? []
      const [places, ownPlaces] = inRound() ? [atOnceInRound, atOncePerAddressInRound] : [atOnce, atOncePerAddress]
      // Since a round ended there may be more than there are places: one less would help nobody.
      if (waiting.size <= places) {
        if (ownOldest !== undefined && (own.length >= ownPlaces || waiting.size === places)) waiting.delete(ownOldest)
        else if (waiting.size === places) waiting.delete(oldestOfMost(waiting) ?? '')
      }
      const oldest = [...waiting.values()][0]
      if (oldest && waiting.size >= places)
        return refuse('too-many', 'wait', { waitMs: oldest.expiresAt - clock.now() })

      const { token, kept } = firstToken(ids, clock.now())
      const secret = ids.secret(32)
      const one: Waiting = {
        address,
        code: freshCode(ids, waiting),
        expiresAt: clock.now() + lifeMs,
        device: undefined,
        token,
        kept,
      }
      waiting.set(secret, one)
      return { code: one.code, secret, expiresAt: one.expiresAt }
    },
    poll(secret) {
      dropExpired()
      const one = waiting.get(secret)
      if (!one) return refuse('code-expired', 'try-again')
      const device = one.device === undefined ? undefined : devices.authenticate(one.device, one.token)
      if (!device) return { waiting: true, expiresAt: one.expiresAt }
      waiting.delete(secret)
      return { device, token: one.token }
    },
    confirm(from, code, device) {
      dropExpired()
      const now = clock.now()
      const tries = (wrong.get(from) ?? []).filter(at => at > now - lifeMs)
      const [first = now] = tries
      if (tries.length >= wrongCodes) return refuse('too-many', 'wait', { waitMs: first + lifeMs - now })
      const one = [...waiting.values()].find(candidate => candidate.code === code)
      // Confirmed already and not fetched yet: nobody pairs it a second time.
      if (one && (one.device === undefined || !devices.authenticate(one.device, one.token))) {
        one.device = device
        return { token: one.kept }
      }
      wrong.set(from, [...tries, now])
      return refuse('bad-code', 'look-again')
    },
  }
}

interface Waiting {
  readonly address: string
  readonly code: string
  readonly expiresAt: number
  /** As the manager's command names it; it exists when the row does. */
  device: Id | undefined
  readonly token: string
  readonly kept: DeviceRow['tokens'][number]
}

/** Whoever takes several places gives one to who has none yet: three strangers are not to keep the house's tablet out. */
function oldestOfMost(waiting: ReadonlyMap<string, Waiting>): string | undefined {
  const held = new Map<string, string[]>()
  // A manager has typed it already: it is fetched in a moment.
  for (const [secret, { address, device }] of waiting)
    if (device === undefined) held.set(address, [...(held.get(address) ?? []), secret])
  const [most = []] = [...held.values()].sort((one, other) => other.length - one.length)
  return most.length > 1 ? most[0] : undefined
}

function freshCode(ids: Pick<Ids, 'secret'>, waiting: ReadonlyMap<string, Waiting>): string {
  const taken = new Set([...waiting.values()].map(one => one.code))
  let code = newCode(ids, 6)
  while (taken.has(code)) code = newCode(ids, 6)
  return code
}
