/** Who connects: a device by its cookie or token, a phone by its claim, nobody by what else a frame says. */
import type { IncomingMessage } from 'node:http'
import * as v from 'valibot'
import type { Id } from '../../shared/protocol/primitives.ts'
import { PROTOCOL } from '../../shared/protocol/version.ts'
import { Handshake, type HandshakeRefusal } from '../../shared/protocol/wire.ts'
import type { Principal } from '../domain/principal.ts'
import { deviceToken, deviceTokens } from '../http/cookies.ts'
import { type Devices, principalOf } from '../identity/devices.ts'
import type { Tickets } from '../identity/tickets.ts'
import type { AttachOptions, HubDoor } from './hub-door.ts'

export interface Peer {
  /** One socket each: a newer one with this name replaces the older. */
  readonly name: string
  /** Absent for a phone. */
  readonly device?: Id
  readonly has: AttachOptions
  /** Asked before every frame: a revoked device or a lapsed claim is nobody from that moment on. */
  readonly principal: (door: Pick<HubDoor, 'sessionOf'>) => Principal | undefined
}

export interface IdentifyDeps {
  readonly devices: Devices
  readonly tickets: Tickets
  readonly secure: boolean
  /** Whether guests' phones come to this port at all. */
  readonly phones?: () => boolean
  /** This port is for guests' phones: no device is known here, whatever it shows. */
  readonly phonesOnly?: boolean
}

export function identify(auth: unknown, request: IncomingMessage, deps: IdentifyDeps): Peer | HandshakeRefusal {
  // Before the strict reading: another version may well say other things of itself.
  if (!speaksOurs(auth)) return 'other-version'
  const parsed = v.safeParse(Handshake, auth)
  if (!parsed.success) return 'not-paired'
  const { device, claim, token, feedAfter, menu, inDoubt } = parsed.output
  if (claim !== undefined) return deps.phones?.() === false ? 'not-paired' : phone(claim, deps)
  if (deps.phonesOnly) return 'not-paired'
  const shown = device === undefined ? undefined : (token ?? deviceToken(request.headers.cookie, device, deps.secure))
  if (device === undefined || shown === undefined || !deps.devices.prove(device, shown)) return 'not-paired'
  return {
    name: `device/${device}`,
    device,
    has: {
      ...(feedAfter !== undefined && { feedAfter }),
      ...(menu !== undefined && { menu }),
      ...(inDoubt && { inDoubt }),
    },
    principal: door => {
      const row = deps.devices.find(device)
      return row && !row.revoked ? principalOf(row, door.sessionOf(device)) : undefined
    },
  }
}

/** Whether the browser that knocks holds the cookie of any paired device: such a one needs no stranger's place. */
export function holdsDevice(request: IncomingMessage, { devices, secure, phonesOnly }: IdentifyDeps): boolean {
  return (
    !phonesOnly &&
    deviceTokens(request.headers.cookie, secure).some(([id, token]) => devices.authenticate(id, token) !== undefined)
  )
}

function phone(secret: string, { tickets }: IdentifyDeps): Peer | HandshakeRefusal {
  const claim = tickets.phone(secret)
  return claim
    ? { name: `phone/${claim.principal.claim}`, has: {}, principal: () => tickets.phone(secret)?.principal }
    : 'not-paired'
}

function speaksOurs(auth: unknown): boolean {
  return typeof auth === 'object' && auth !== null && 'protocol' in auth && auth.protocol === PROTOCOL
}
