import { describe, it } from 'vitest'
import type { MemberChanges } from '../../../shared/protocol/commands/house.ts'
import { as, evening, hour } from '../fixture.testing.ts'
import { by, given } from '../given.testing.ts'

const mei = as('mei')
const saved = { id: 'row', rev: 3 }

describe('a record that was written is committed by its fact', () => {
  it('of a member', () => {
    const save = { type: 'SaveMember', member: 'row', rev: 2, changes: { called: '王总' } } as const
    given()
      .when(save, by(mei, { facts: { saved } }))
      .gives({ type: 'RecordSaved', kind: 'member', id: 'row', rev: 3 })
      .tells({ rev: 3 })
    given().when(save, by(mei)).refuses('unknown', 'look-again')
  })

  it('of a member whose tier is another: a manager or the owner says so, whoever sees to the rest', () => {
    const save = (changes: MemberChanges) => ({ type: 'SaveMember', member: 'row', rev: 2, changes }) as const
    const raise = save({ tier: 'gold', phone: '13900001111' })
    const written = { type: 'RecordSaved', kind: 'member', id: 'row', rev: 3 } as const
    for (const who of ['mei', 'huang'])
      given()
        .when(raise, by(as(who), { facts: { saved } }))
        .gives(written)
    given()
      .when(raise, by(as('lily'), { facts: { saved } }))
      .refuses('not-allowed', 'ask-manager')
    given()
      .when(save({ phone: '', birthday: '05-20', name: '王建国' }), by(as('lily'), { facts: { saved } }))
      .gives(written)
  })

  it('of whose guest a member is: a manager’s word, and somebody who works here', () => {
    const save = (accountManager: string) =>
      ({ type: 'SaveMember', member: 'row', rev: 2, changes: { accountManager } }) as const
    const written = { type: 'RecordSaved', kind: 'member', id: 'row', rev: 3 } as const
    for (const staff of ['chen', ''])
      given()
        .when(save(staff), by(mei, { facts: { saved } }))
        .gives(written)
    given()
      .when(save('nobody'), by(mei, { facts: { saved } }))
      .refuses('unknown', 'look-again')
    given()
      .when(save(''), by(as('lily'), { facts: { saved } }))
      .refuses('not-allowed', 'ask-manager')
    const details = (accountManager: string) =>
      ({ type: 'NewMember', details: { called: '阿强', accountManager } }) as const
    given()
      .when(details('chen'), by(as('lily'), { facts: { saved } }))
      .gives(written)
    given()
      .when(details('nobody'), by(as('lily'), { facts: { saved } }))
      .refuses('unknown', 'look-again')
  })

  it('of a note that is taken out: by whoever wrote it, a manager or the owner', () => {
    const without = (staff: string) =>
      ({ type: 'SaveMember', member: 'row', rev: 2, changes: { withoutNote: { at: evening, by: staff } } }) as const
    for (const who of ['lily', 'mei', 'huang'])
      given()
        .when(without('lily'), by(as(who), { facts: { saved } }))
        .gives({ type: 'RecordSaved', kind: 'member', id: 'row', rev: 3 })
    given()
      .when(without('chen'), by(as('lily'), { facts: { saved } }))
      .refuses('not-allowed', 'ask-manager')
  })

  it('of whom the house turns away or takes in again: by a manager or the owner, and with a reason', () => {
    const ban = (blocked: boolean, note?: string) =>
      ({ type: 'SaveMember', member: 'row', rev: 2, changes: { blocked, ...(note && { note }) } }) as const
    for (const blocked of [true, false]) {
      for (const who of ['mei', 'huang'])
        given()
          .when(ban(blocked, '打架'), by(as(who), { facts: { saved } }))
          .gives({ type: 'RecordSaved', kind: 'member', id: 'row', rev: 3 })
      given()
        .when(ban(blocked, '打架'), by(as('lily'), { facts: { saved } }))
        .refuses('not-allowed', 'ask-manager')
      given()
        .when(ban(blocked), by(mei, { facts: { saved } }))
        .refuses('malformed', 'look-again')
    }
    given()
      .when(
        { type: 'NewMember', details: { called: '阿强', blocked: true, note: '打架' } },
        by(as('lily'), { facts: { saved } }),
      )
      .refuses('not-allowed', 'ask-manager')
  })

  it('of a member with another’s phone number, once somebody said that it is so', () => {
    const save = { type: 'SaveMember', member: 'row', rev: 2, changes: { phone: '13900001111' } } as const
    const facts = { saved, phoneOf: 'wang' }
    given().when(save, by(mei, { facts })).refuses('phone-taken', 'confirm')
    given()
      .when(save, by(mei, { facts, sure: true }))
      .gives({ type: 'RecordSaved', kind: 'member', id: 'row', rev: 3 })
  })

  it('of a lost card', () => {
    const block = { type: 'BlockCard', member: 'row', card: 'row.k1' } as const
    given()
      .when(block, by(mei, { facts: { saved } }))
      .gives({ type: 'CardBlocked', member: 'row', rev: 3 })
    given().when(block, by(mei)).refuses('unknown', 'look-again')
  })

  it('of a new device, with a PIN', () => {
    const pair = { type: 'ConfirmPairing', code: 'ABCDEF', name: '前台', kind: 'console', pin: '123456' } as const
    given()
      .when(pair, by(mei, { facts: { saved, pin: 'right' } }))
      .gives({ type: 'DevicePaired', device: 'row', rev: 3 })
      .tells({ device: 'row' })
    given()
      .when(pair, by(mei, { facts: { pin: 'right' } }))
      .refuses('bad-code', 'try-again')
    given()
      .when(pair, by(mei, { facts: { saved, pin: 'wrong' } }))
      .refuses('wrong-pin', 'try-again', [{ type: 'PinFailed', staff: 'mei', failures: 1, off: false }])
  })

  it('of a reader that serves another kiosk', () => {
    const place = { type: 'PlaceReader', device: 'row', kiosk: 'kiosk1' } as const
    given()
      .when(place, by(mei, { facts: { saved } }))
      .gives({ type: 'RecordSaved', kind: 'device', id: 'row', rev: 3 })
    given().when(place, by(mei)).refuses('unknown', 'look-again')
  })

  it('of a device that is called something else', () => {
    const rename = { type: 'RenameDevice', device: 'row', from: 'V08', name: 'V08 门口' } as const
    given()
      .when(rename, by(mei, { facts: { saved } }))
      .gives({ type: 'RecordSaved', kind: 'device', id: 'row', rev: 3 })
    given().when(rename, by(mei)).refuses('unknown', 'look-again')
  })

  it('of a device that is thrown out, with whoever is signed in on it', () => {
    const revoke = { type: 'RevokeDevice', device: 'row' } as const
    given({ type: 'SignedIn', session: 's', device: 'row', staff: 'chen', idleMs: hour, endsAt: evening + hour })
      .when(revoke, by(mei, { facts: { saved } }))
      .gives({ type: 'DeviceRevoked', device: 'row', rev: 3 }, { type: 'SignedOut', session: 's', why: 'expired' })
    given().when(revoke, by(mei)).refuses('unknown', 'look-again')
  })
})
