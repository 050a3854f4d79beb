import { describe, expect, it } from 'vitest'
import { type Askable, may } from './authorise.ts'
import { asked, askerOf, everybody, guests, machines, system, unsigned, whoMay } from './who-may.testing.ts'

describe('authorisation', () => {
  it.each(everybody.map(principal => [askerOf(principal), principal] as const))(
    'lets %s ask this and nothing else',
    (name, principal) => {
      const allowed = asked.filter(what => may(principal, what))
      expect(allowed.sort()).toEqual([...whoMay(name)].sort())
    },
  )

  it('knows every command and query', () => {
    for (const what of asked)
      expect(
        everybody.some(principal => may(principal, what)),
        what,
      ).toBe(true)
  })

  it('lets nobody but the scheduler speak for time, and the scheduler nothing else', () => {
    const own = asked.filter(what => may(system, what))
    for (const principal of everybody.filter(one => one !== system)) {
      expect(own.filter(what => may(principal, what))).toEqual([])
    }
    expect(own).toHaveLength(16)
  })

  it('lets no guest and no station near money, members, pairing', () => {
    const dangerous: Askable[] = [
      'GiveComp',
      'ReturnLine',
      'TickOrder',
      'SettleVisit',
      'CloseVisit',
      'OpenVisit',
      'NewMember',
      'SaveMember',
      'AddCard',
      'UnblockCard',
      'RenewCode',
      'SetCardFormat',
      'MemberCode',
      'ReadCard',
      'EraseMember',
      'DismissLeave',
      'MemberCard',
      'MemberPhone',
      'SearchMembers',
      'ResetPin',
      'ConfirmPairing',
      'ReadmitDevice',
      'RevokeDevice',
      'StoreKeep',
      'UndoKeep',
      'DrawKeep',
      'ExtendKeep',
      'ForfeitKeep',
      'CorrectKeep',
      'PlaceOrderFor',
      'SetOrderRule',
    ]
    for (const principal of [...guests, ...machines, ...unsigned, undefined])
      for (const what of dangerous) expect(may(principal, what), `${askerOf(principal)} ${what}`).toBe(false)
  })

  it('serves pages to anybody, for a page holds nothing', () => {
    const routes: Askable[] = ['page-panel', 'asset', 'healthz', 'pair-claim', 'pair-ask', 'pair-poll', 'phone-claim']
    for (const what of routes) expect(may(undefined, what), what).toBe(true)
  })
})
