/** A guest's page has no words for what the hub says to staff alone; this is where it would be heard that it says it to a guest. */
import { expect, it } from 'vitest'
import { guestRefusals } from '../../shared/i18n/zh-hans/refusals.ts'
import type { RefusalCode } from '../../shared/protocol/refusals.ts'
import { liveEvening } from '../domain/random-evening.testing.ts'
import { may } from '../identity/authorise.ts'

it('no panel and no phone is told in any evening what a guest’s page has no words for', () => {
  const heard = new Set<RefusalCode>()
  for (let night = 0; night < 40; night++)
    for (const { by, type, code } of liveEvening(Array.from({ length: 300 }, (_, at) => night * 1000 + at)).noes)
      if ((by.kind === 'panel' || by.kind === 'phone') && may(by, type)) heard.add(code)
  expect(heard.size).toBeGreaterThan(8)
  expect([...heard].filter(code => !Object.hasOwn(guestRefusals, `refused.${code}`))).toEqual([])
})
