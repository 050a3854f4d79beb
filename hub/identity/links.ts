/** One-time links: the hub prints one on its own terminal, and who opens it first is that device. Never on a disk. */
import { createHash } from 'node:crypto'
import type { Id } from '../../shared/protocol/primitives.ts'
import { type Refusal, refuse } from '../../shared/protocol/refusals.ts'
import type { Clock, Ids } from '../ports.ts'
import type { DeviceRow, Devices } from './devices.ts'

export interface Links {
  /** The link's secret (256 bits). `staff`: claiming it also signs this person in there, without a PIN. */
  mint(link: { device: Id; staff?: Id; ttlMs: number }): string
  /** Once: gives the device a new token. Refusals: bad-code, code-expired. */
  claim(device: Id, secret: string): Promise<{ readonly device: DeviceRow; readonly token: string } | Refusal>
}

export function createLinks(deps: {
  devices: Devices
  ids: Pick<Ids, 'secret'>
  clock: Pick<Clock, 'now'>
  /** Opens a session of `staff` on `device`: the link stands for the PIN. */
  openSession: (device: Id, staff: Id) => Promise<void>
}): Links {
  const { devices, ids, clock, openSession } = deps
  // Looked up by hash, so that how long a look-up takes says nothing about a secret.
  const links = new Map<string, { device: Id; staff: Id | undefined; until: number }>()

  return {
    mint({ device, staff, ttlMs }) {
      const secret = ids.secret(32)
      links.set(digest(secret), { device, staff, until: clock.now() + ttlMs })
      return secret
    },
    async claim(device, secret) {
      const link = links.get(digest(secret))
      if (!link || link.device !== device) return refuse('bad-code')
      // Before anything is awaited: two claims at once are one claim.
      links.delete(digest(secret))
      if (link.until <= clock.now()) return refuse('code-expired')
      const token = await devices.renewToken(device)
      const row = devices.find(device)
      if (token === undefined || !row) return refuse('bad-code')
      if (link.staff !== undefined) await openSession(device, link.staff)
      return { device: row, token }
    },
  }
}

const digest = (secret: string) => createHash('sha256').update(secret).digest('base64url')
