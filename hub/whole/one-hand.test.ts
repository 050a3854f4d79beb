/** Where two people are needed, who has set the PIN of the other could be both: the hub takes them for one. */
import { expect, it, vi } from 'vitest'
import type { Id } from '../../shared/protocol/primitives.ts'
import type { StaffSetupView } from '../../shared/protocol/views/setup.ts'
import type { Role } from '../../shared/protocol/words.ts'
import { staffId } from './furnish.testing.ts'
import { openRoom, type StaffPrincipal, signIn } from './party.testing.ts'
import { createTestHouse, type TestHub } from './venue-hub.testing.ts'

// Whole hubs, on a machine that may be doing other things.
vi.setConfig({ testTimeout: 60_000 })

const chen = staffId('chen')
// In this house every PIN is the same: here it matters only who set it.
const pin = '123456'
const gives = (hub: TestHub, by: StaffPrincipal, second: Id, visit: Id) => {
  const gift = { kind: 'reduction', amount: 20_000, reason: 'delay' } as const
  return hub.send(by, { type: 'GiveComp', visit, ...gift, pin, second: { staff: second, pin } })
}
const sets = async (hub: TestHub, by: StaffPrincipal, staff: Id) =>
  expect(await hub.send(by, { type: 'ResetPin', staff, newPin: '480271', pin })).toMatchObject({ ok: true })
const found = async (hub: TestHub, owner: StaffPrincipal, staff: Id) => {
  const answer = await hub.query(owner, { type: 'StaffSetup' })
  const { people } = answer.ok ? (answer.value as StaffSetupView) : { people: [] }
  return people.find(({ id }) => id === staff) ?? { name: { zhHans: '' }, zone: [], rev: 0 }
}
/** Written down anew by an owner, with another role. */
const makes = async (hub: TestHub, owner: StaffPrincipal, staff: Id, role: Role) => {
  const { name, zone, rev } = await found(hub, owner, staff)
  const saved = { type: 'SaveStaff' as const, staff, rev, name, zone: [...zone], role, pin }
  expect(await hub.send(owner, saved)).toMatchObject({ ok: true })
}
const oneHand = { ok: false, refusal: { refused: 'one-hand', next: 'choose-other' } }

/** A party sits there, and the owner is signed in beside the manager. */
async function openHouse() {
  const hub = await (await createTestHouse()).open()
  return { hub, ...(await openRoom(hub)), owner: await signIn(hub, 'huang', 'owner') }
}

it('a manager finds no second person in whom they gave a PIN, until the owner gives them another', async () => {
  const house = await createTestHouse()
  let hub = await house.open()
  const { visit, manager } = await openRoom(hub)
  await sets(hub, manager, chen)
  expect(await gives(hub, manager, chen, visit)).toMatchObject(oneHand)
  // Nor the other way round, nor after a start.
  hub = await house.open()
  const waiter = await signIn(hub, 'chen', 'floor')
  expect(await gives(hub, waiter, staffId('mei'), visit)).toMatchObject(oneHand)
  // For anybody else both are who they always were.
  const owner = await signIn(hub, 'huang', 'owner')
  expect(await gives(hub, owner, chen, visit)).toMatchObject({ ok: true })
  await sets(hub, owner, chen)
  expect(await gives(hub, manager, chen, visit)).toMatchObject({ ok: true })
  await hub.stop()
})

it('nor in whom they wrote down themselves; whom the owner did is one', async () => {
  const { hub, visit, manager, owner } = await openHouse()
  const hired = async (by: StaffPrincipal, name: string) => {
    const person = { name: { zhHans: name }, zone: [], newPin: '480271', pin }
    const answer = await hub.send(by, { type: 'NewStaff', role: 'floor', ...person })
    return answer.ok ? String(answer.result.staff) : 'nobody'
  }
  expect(await gives(hub, manager, await hired(manager, '影子'), visit)).toMatchObject(oneHand)
  expect(await gives(hub, manager, await hired(owner, '新人'), visit)).toMatchObject({ ok: true })
  await hub.stop()
})

it('nor in whom a waiter gave one who has it from them, and was made a manager', async () => {
  const { hub, visit, manager, owner } = await openHouse()
  await sets(hub, manager, chen)
  await makes(hub, owner, chen, 'manager')
  await sets(hub, await signIn(hub, 'chen', 'manager'), staffId('zhou'))
  expect(await gives(hub, manager, staffId('zhou'), visit)).toMatchObject(oneHand)
  await sets(hub, owner, chen)
  expect(await gives(hub, manager, staffId('zhou'), visit)).toMatchObject({ ok: true })
  await hub.stop()
})

it('nor in whom they gave one who has changed it since, nor where each gave the other theirs', async () => {
  const { hub, visit, manager, owner } = await openHouse()
  await sets(hub, manager, chen)
  await makes(hub, owner, chen, 'manager')
  await sets(hub, await signIn(hub, 'chen', 'manager'), chen)
  expect(await gives(hub, manager, chen, visit)).toMatchObject(oneHand)
  await makes(hub, owner, manager.staff, 'floor')
  await sets(hub, await signIn(hub, 'chen', 'manager'), manager.staff)
  expect(await gives(hub, await signIn(hub, 'chen', 'manager'), manager.staff, visit)).toMatchObject(oneHand)
  await hub.stop()
})

it('two who have theirs from one manager are one hand once either of them leads', async () => {
  const { hub, visit, manager, owner } = await openHouse()
  await sets(hub, manager, chen)
  await sets(hub, manager, staffId('zhou'))
  const neither = await gives(hub, await signIn(hub, 'chen', 'floor'), staffId('zhou'), visit)
  expect(neither).toMatchObject({ refusal: { refused: 'second-person' } })
  await makes(hub, owner, chen, 'manager')
  expect(await gives(hub, await signIn(hub, 'chen', 'manager'), staffId('zhou'), visit)).toMatchObject(oneHand)
  expect(await gives(hub, await signIn(hub, 'zhou', 'floor'), chen, visit)).toMatchObject(oneHand)
  // Who works here no more is nobody's hand.
  const { rev } = await found(hub, owner, manager.staff)
  expect(await hub.send(owner, { type: 'RemoveStaff', staff: manager.staff, rev, pin })).toMatchObject({ ok: true })
  expect(await gives(hub, await signIn(hub, 'chen', 'manager'), staffId('zhou'), visit)).toMatchObject({ ok: true })
  await hub.stop()
})

it('an owner who is made a manager finds none in whom they gave a PIN', async () => {
  const house = await createTestHouse()
  const hub = await house.open()
  const { visit } = await openRoom(hub)
  const owner = await signIn(hub, 'huang', 'owner')
  await sets(hub, owner, chen)
  expect(await gives(hub, owner, chen, visit)).toMatchObject({ ok: true })
  await makes(hub, owner, staffId('mei'), 'owner')
  const other = await signIn(hub, 'mei', 'owner')
  await makes(hub, other, owner.staff, 'manager')
  const former = await signIn(hub, 'huang', 'manager')
  expect(await gives(hub, former, chen, visit)).toMatchObject(oneHand)
  expect(await gives(hub, other, chen, visit)).toMatchObject({ ok: true })
  await hub.stop()
})
