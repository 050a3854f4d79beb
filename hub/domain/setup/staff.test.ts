import { describe, expect, it } from 'vitest'
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import type { Event } from '../events.ts'
import { as, evening, hour, staff } from '../fixture.testing.ts'
import { by, given } from '../given.testing.ts'
import { opened } from '../party.testing.ts'

const facts = (id: string, pin: 'right' | 'wrong' = 'right') => ({
  pin,
  staged: [{ kind: 'staff' as const, id, rev: 2 }],
})
const save = (id: string, more: Partial<CommandOf<'SaveStaff'>> = {}): CommandOf<'SaveStaff'> => {
  const found = staff.find(one => one.id === id)
  if (!found) throw new Error(id)
  const { name, role, zone } = found
  return { type: 'SaveStaff', staff: id, rev: 1, name, role, zone, pin: '123456', ...more }
}
const add: CommandOf<'NewStaff'> = {
  type: 'NewStaff',
  name: { zhHans: '阿豪' },
  role: 'floor',
  zone: [1],
  newPin: '480271',
  pin: '123456',
}
const remove = (id: string): CommandOf<'RemoveStaff'> => ({ type: 'RemoveStaff', staff: id, rev: 1, pin: '123456' })
const signedIn = (id: string): Event => ({
  type: 'SignedIn',
  session: `s-${id}`,
  device: `pc-${id}`,
  staff: id,
  idleMs: hour,
  endsAt: evening + 12 * hour,
})

describe('who works here', () => {
  it('is added with a role and floors, and without a name in the journal', () => {
    const { events } = given().when(add, by(as('mei'), { facts: facts('new') }))
    expect(events).toEqual([
      {
        type: 'StaffChanged',
        staff: 'new',
        rev: 2,
        fields: [{ field: 'name.zhHans' }, { field: 'role', now: 'floor' }, { field: 'zone', now: '[1]' }],
      },
    ])
    expect(JSON.stringify(events)).not.toContain('阿豪')
  })

  it('gets another role, and signs in for it anew', () => {
    given(signedIn('chen'))
      .when(save('chen', { role: 'bar' }), by(as('mei'), { facts: facts('chen') }))
      .gives(
        { type: 'StaffChanged', staff: 'chen', rev: 2, fields: [{ field: 'role', was: 'floor', now: 'bar' }] },
        { type: 'SignedOut', session: 's-chen', why: 'pin-reset' },
      )
  })

  it('goes, is signed out and off duty', () => {
    given(signedIn('chen'), { type: 'ShiftStarted', staff: 'chen', endsAt: evening + hour })
      .when(remove('chen'), by(as('mei'), { facts: facts('chen') }))
      .gives(
        { type: 'StaffChanged', staff: 'chen', rev: 2, fields: [{ field: 'gone', now: true }] },
        { type: 'SignedOut', session: 's-chen', why: 'pin-reset' },
        { type: 'ShiftEnded', staff: 'chen', why: 'left' },
      )
  })

  it('leaves the calls that were passed to them to everybody', () => {
    given(
      opened(),
      { type: 'ServiceCalled', request: 'r1', visit: 'a', service: 'ice', escalatesAt: evening + hour },
      { type: 'RequestPassed', request: 'r1', staff: 'mei', to: { staff: 'chen' }, escalatesAt: evening + hour },
    )
      .when(remove('chen'), by(as('mei'), { facts: facts('chen') }))
      .givesTypes('StaffChanged', 'PassLapsed')
  })

  it('renamed stays signed in', () => {
    given(signedIn('chen'))
      .when(save('chen', { name: { zhHans: '陈师傅' } }), by(as('mei'), { facts: facts('chen') }))
      .gives({ type: 'StaffChanged', staff: 'chen', rev: 2, fields: [{ field: 'name.zhHans' }] })
  })

  it.each([
    ['a manager makes a manager', 'mei', save('chen', { role: 'manager' }), 'not-allowed'],
    ['a manager changes the owner', 'mei', save('huang', { name: { zhHans: 'x' } }), 'not-allowed'],
    ['a manager removes a manager', 'mei', remove('mei'), 'not-allowed'],
    ['somebody makes themselves owner', 'mei', save('mei', { role: 'owner' }), 'not-allowed'],
    ['the owner removes themselves', 'huang', remove('huang'), 'not-allowed'],
    ['nobody is called so', 'mei', { ...remove('chen'), staff: 'nobody' }, 'unknown'],
    ['another has that name', 'mei', save('chen', { name: { zhHans: 'zhou' } }), 'name-taken'],
    ['somebody new gets a PIN that is tried first', 'mei', { ...add, newPin: '121212' }, 'easy-pin'],
  ] as const)('is not changed where %s', (_why, who, command, refused) => {
    given()
      .when(command, by(as(who), { facts: facts('chen') }))
      .refuses(refused)
  })

  it('the last owner stays one', () => {
    // By another owner who was made none a moment ago: only their principal still says so.
    const former = { ...as('mei'), role: 'owner' as const }
    given()
      .when(remove('huang'), by(former, { facts: facts('huang') }))
      .refuses('last-owner')
    given()
      .when(save('huang', { role: 'manager' }), by(former, { facts: facts('huang') }))
      .refuses('last-owner')
  })

  it('goes again after a restore, without a PIN, unless nobody else owns the house', () => {
    const again = (id: string): CommandOf<'RemoveAgain'> => ({ type: 'RemoveAgain', staff: id })
    const restored = (id: string) => by({ kind: 'system' }, { facts: { staged: facts(id).staged } })
    given(signedIn('chen'))
      .when(again('chen'), restored('chen'))
      .gives(
        { type: 'StaffChanged', staff: 'chen', rev: 2, fields: [{ field: 'gone', now: true }] },
        { type: 'SignedOut', session: 's-chen', why: 'pin-reset' },
      )
    given().when(again('huang'), restored('huang')).refuses('last-owner')
    given()
      .when(again('chen'), by({ kind: 'system' }, {}))
      .refuses('unknown')
  })

  it('changes with the PIN of who changes it only', () => {
    given()
      .when(add, by(as('mei'), { facts: facts('new', 'wrong') }))
      .refuses('wrong-pin', 'try-again', [{ type: 'PinFailed', staff: 'mei', failures: 1, off: false }])
  })
})
