/** What tests of a whole hub do again and again. */
import type { PeopleCommand } from '../../shared/protocol/commands.ts'
import type { Id } from '../../shared/protocol/primitives.ts'
import type { Role } from '../../shared/protocol/words.ts'
import type { Principal } from '../domain/principal.ts'
import { memberId, staffId } from './furnish.testing.ts'
import type { TestHub } from './venue-hub.testing.ts'

export const panel: Principal = { kind: 'panel', device: 'd1-panel', room: 'v08' }
export const bar: Principal = { kind: 'station', device: 'd1-bar', station: 'bar' }
export const kiosk: Principal = { kind: 'kiosk', device: 'd1-kiosk' }

export type StaffPrincipal = Extract<Principal, { kind: 'staff' }>

/** Signs in on the console `d1-<name>`, or on `device`. */
export async function signIn(
  hub: TestHub,
  name: string,
  role: Role,
  device: Id = `d1-${name}`,
): Promise<StaffPrincipal> {
  await hub.send({ kind: 'console', device }, { type: 'SignIn', staff: staffId(name), pin: '123456' })
  const session = hub.sessionOf(device)?.session ?? 'nobody'
  return { kind: 'staff', device, session, staff: staffId(name), role }
}

export async function openRoom(hub: TestHub): Promise<{ visit: Id; manager: StaffPrincipal }> {
  const manager = await signIn(hub, 'mei', 'manager')
  const answer = await hub.send(manager, {
    type: 'OpenVisit',
    room: 'v08',
    tariff: 'big-timed',
    party: 6,
    member: memberId('wang'),
  })
  if (!answer.ok) throw new Error(answer.refusal.refused)
  return { visit: String(answer.result.visit), manager }
}

export const beer = (visit: Id, n: number): [PeopleCommand, Record<string, unknown>] => [
  { type: 'PlaceOrder', source: 'menu', lines: [{ item: 'beer', qty: 2 }], seen: 7_600 },
  { visit, outbox: 'o1', n },
]

export const ordersOf = (client: { readonly slices: ReadonlyMap<string, unknown> }): string[] =>
  [...client.slices.keys()].filter(key => key.startsWith('order/'))
