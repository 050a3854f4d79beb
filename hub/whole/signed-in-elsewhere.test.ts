/** Who is signed in on two consoles sees it on both, and ends the other from here. */
import { expect, it } from 'vitest'
import { signIn } from './party.testing.ts'
import { createTestHouse } from './venue-hub.testing.ts'

it('is said on each of their consoles as it comes to be and ends, and on nobody else’s', async () => {
  const hub = await (await createTestHouse()).open()
  const told: string[] = []
  hub.onPrincipalChange(device => told.push(device))
  const here = await signIn(hub, 'mei', 'manager', 'd1-mei')
  const other = await signIn(hub, 'lily', 'desk', 'd1-lily')
  expect(hub.watch(here).slices.get('self')).not.toHaveProperty('session.elsewhere')
  told.length = 0
  const there = await signIn(hub, 'mei', 'manager', 'd1-pc2')
  expect(new Set(told)).toEqual(new Set(['d1-mei', 'd1-pc2']))
  expect(hub.watch(here).slices.get('self')).toMatchObject({ session: { elsewhere: ['d1-pc2'] } })
  expect(hub.watch(there).slices.get('self')).toMatchObject({ session: { elsewhere: [expect.any(String)] } })
  expect(hub.watch(other).slices.get('self')).not.toHaveProperty('session.elsewhere')
  told.length = 0
  expect(await hub.send(here, { type: 'SignOut', elsewhere: true })).toMatchObject({ ok: true })
  expect(new Set(told)).toEqual(new Set(['d1-mei', 'd1-pc2']))
  expect(hub.sessionOf('d1-pc2')).toBeUndefined()
  expect(hub.watch(here).slices.get('self')).not.toHaveProperty('session.elsewhere')
})
