/** A disk that is full, or broken, from any write, sync or rename on: nothing false is said, and all goes on when it is well. */
import { describe, expect, it, vi } from 'vitest'
import { settled } from '../system/told-clock.ts'
import { memberId } from './furnish.testing.ts'
import { bar, beer, kiosk, openRoom, ordersOf, panel, signIn } from './party.testing.ts'
import { createTestHouse } from './venue-hub.testing.ts'

vi.setConfig({ testTimeout: 60_000 })

const steps = ['open', 'write', 'sync', 'rename', 'sync-folder'] as const
const codes = ['EIO', 'ENOSPC'] as const
const cases = steps.flatMap(step => codes.map(code => ({ step, code })))
/** The n-th such step from the first tap on. */
const mostSteps = 12

describe('a disk that breaks', () => {
  it.each(cases)(
    'at the n-th $step with $code acknowledges nothing false, says so, and resumes',
    async ({ step, code }) => {
      let broke = 0
      for (let n = 1; n <= mostSteps; n++) {
        const house = await createTestHouse({ factsPerCheckpoint: 6 })
        const hub = await house.open()
        const { visit, manager } = await openRoom(hub)
        const screens = [panel, bar, kiosk, manager].map(principal => hub.watch(principal))
        house.disk.failFrom(step, n, code)
        let rev = 1
        const acknowledged: number[] = []
        for (let tap = 1; tap <= 10; tap++) {
          const saving = tap % 3 === 0
          const send = async () =>
            saving
              ? hub.send(await signIn(hub, 'mei', 'manager'), {
                  type: 'SaveMember',
                  member: memberId('li'),
                  rev,
                  changes: { called: `li${tap}` },
                })
              : hub.send(
                  panel,
                  { type: 'SetDoNotDisturb', on: (tap - Math.floor(tap / 3)) % 2 === 1 },
                  { visit, outbox: 'o1', n: tap },
                )
          const answer = await send().catch(() => undefined)
          if (answer?.ok) {
            if (saving) rev += 1
            else acknowledged.push(tap)
          }
          await settled()
          if (hub.health.status === 'ok') continue
          broke += 1
          for (const screen of screens) expect(screen.healthNow).toEqual({ status: 'storage-failed' })
          // As long as it is broken nobody is promised anything: taps come back unanswered, or fail like this one.
          expect(await hub.send(panel, ...beer(visit, 99))).toMatchObject({ ok: false })
          house.disk.heal()
          await house.clock.turn(6000)
          await settled()
          expect(hub.health.status).toBe('ok')
          for (const screen of screens) expect(screen.healthNow).toEqual({ status: 'ok' })
          if (!saving && !answer?.ok) {
            expect(await send()).toMatchObject({ ok: true })
            acknowledged.push(tap)
          }
          if (saving) {
            const card = await hub.query(await signIn(hub, 'mei', 'manager'), {
              type: 'MemberCard',
              member: memberId('li'),
            })
            if (card.ok) rev = Number(JSON.parse(JSON.stringify(card.value)).rev)
          }
        }
        house.disk.heal()
        const journaled = house.durable.flatMap(({ command }) => (command.outbox === 'o1' ? [command.n] : []))
        expect(new Set(journaled).size).toBe(journaled.length)
        expect(journaled).toEqual(expect.arrayContaining(acknowledged))
        const next = await house.open()
        expect(next.health.status).toBe('ok')
        expect(ordersOf(next.watch(bar))).toEqual([])
        await next.stop()
      }
      expect(broke).toBeGreaterThan(0)
    },
  )
})
