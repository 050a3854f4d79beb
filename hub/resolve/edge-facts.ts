/**
 * What the edge makes so by itself, and nobody commanded: a device's row that changed, a token that was copied, the session of the
 * first console. Each is a row that is written first, where there is one, and then a fact.
 */
import type { Id } from '../../shared/protocol/primitives.ts'
import type { Event } from '../domain/events.ts'
import type { DeviceRow, DeviceRows } from '../identity/devices.ts'
import type { OpenHub } from '../open-hub.ts'
import { type Clock, type Ids, isFailedWrite } from '../ports.ts'

export interface EdgeFacts {
  readonly devices: DeviceRows
  /** A rotated-out token of this device came back: it is revoked, and the house is told. */
  revokeCopied(device: Id): Promise<void>
  /** Without a PIN: for the one-time link on the hub's own terminal. */
  openSession(device: Id, staff: Id): Promise<void>
}

/** `open`: the life of the hub's memory that runs now. */
export function createEdgeFacts(deps: { clock: Clock; ids: Ids; open: () => OpenHub }): EdgeFacts {
  const { clock, ids, open } = deps

  async function save(row: DeviceRow): Promise<void> {
    const { devices } = open().records
    const before = devices.get(row.id)?.rev
    const rev = await stage(row)
    // Revoked while this was written, say: that must not be undone.
    if (devices.get(row.id)?.rev !== before) {
      devices.cancel(row.id, rev)
      throw new Error(`device ${row.id} was changed meanwhile`)
    }
    const answer = await open().loop.enact('SaveDevice', { device: row.id }, [
      { type: 'RecordSaved', kind: 'device', id: row.id, rev },
    ])
    if (!answer.ok) throw new Error(`device ${row.id} was not saved: ${answer.refusal.refused}`)
  }

  async function stage(row: DeviceRow): Promise<number> {
    const { loop, records } = open()
    try {
      return await records.devices.stage(row.id, row)
    } catch (error) {
      if (isFailedWrite(error)) loop.fail(error)
      throw error
    }
  }

  return {
    devices: { find: id => open().records.devices.get(id)?.value, save },
    async revokeCopied(id) {
      const { devices, venue } = open().records
      const row = devices.get(id)
      if (!row || row.value.revoked) return
      const rev = await stage({ ...row.value, tokens: [], revoked: true })
      // Somebody was quicker, at a console or with the same token again.
      if (devices.get(id)?.rev !== row.rev) return devices.cancel(id, rev)
      const { state, loop } = open()
      const session = state.sessions.get(id)
      const answer = await loop.enact('RevokeCopied', { device: id }, [
        { type: 'DeviceRevoked', device: id, rev },
        ...(session ? [{ type: 'SignedOut' as const, session: session.id, why: 'expired' as const }] : []),
        {
          type: 'DeviceCopied',
          request: ids.next('r'),
          device: id,
          escalatesAt: clock.now() + venue.policy.answerMs.complaint,
        },
      ])
      if (!answer.ok) throw new Error(`device ${id} was not revoked: ${answer.refusal.refused}`)
    },
    async openSession(device, staffId) {
      const { records, state, loop } = open()
      const staff = records.staff.get(staffId)?.value
      const row = records.devices.get(device)?.value
      if (!staff || !row) throw new Error(`no staff ${staffId} or no device ${device}`)
      const { sessionIdleMs, sessionMs } = records.venue.policy
      const known = state.sessions.get(device)
      const events: Event[] = known ? [{ type: 'SignedOut', session: known.id, why: 'replaced' }] : []
      const idleMs = row.shared ? sessionIdleMs : sessionMs
      const answer = await loop.enact('OpenByLink', { device }, [
        ...events,
        { type: 'SignedIn', session: ids.next('s'), device, staff: staffId, idleMs, endsAt: clock.now() + sessionMs },
      ])
      if (!answer.ok) throw new Error(`no session was opened on ${device}: ${answer.refusal.refused}`)
    },
  }
}
