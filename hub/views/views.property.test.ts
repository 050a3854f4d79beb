import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { changedView } from './changed-view.ts'
import { clockView } from './clock-view.ts'
import type { Audience, Slices, Touched } from './context.ts'
import { audiences, consoleRoles, type House, nothingTouched } from './house.testing.ts'
import { live, nights } from './night/night.testing.ts'
import { isMoney, secretMembers, secrets } from './night/secrets.testing.ts'
import { touchedRooms } from './touched-rooms.ts'
import { wholeView } from './whole-view.ts'

// Many nights, on a machine that may be doing other things.
vi.setConfig({ testTimeout: 60_000 })

describe('what changed, applied to what was', () => {
  it('is the whole view, for every audience, after every batch of any night', () => {
    fc.assert(
      fc.property(nights, night => {
        const clients = new Map<Audience, Slices>()
        live(night, (house, touched) => {
          for (const audience of audiences) {
            const held = clients.get(audience)
            const now = held ? received(house, audience, touched, held) : wholeView(house.context(), audience)
            clients.set(audience, now)
            expect({ audience, slices: plain(now) }).toEqual({
              audience,
              slices: plain(wholeView(house.context(), audience)),
            })
          }
        })
      }),
      { numRuns: 50 },
    )
  })

  it('is told of saved records too', () => {
    fc.assert(
      fc.property(nights, fc.constantFrom(...secretMembers.keys()), fc.boolean(), (night, id, away) => {
        live(night, house => {
          const before = new Map(audiences.map(audience => [audience, wholeView(house.context(), audience)]))
          const facts = house.members.get(id)
          if (!facts) throw new Error(`no member ${id}`)
          const { member } = facts
          const turned = {
            ...member,
            called: `${member.called}改`,
            welcome: !member.welcome,
            discreet: !member.discreet,
          }
          house.members.set(id, { ...facts, member: { ...turned, tier: away ? 'guest' : 'black' } })
          const touched: Touched = { ...nothingTouched(), members: new Set([id]) }
          for (const [audience, held] of before)
            expect(plain(received(house, audience, touched, held))).toBe(plain(wholeView(house.context(), audience)))
        })
      }),
      { numRuns: 20 },
    )
  })
})

describe('what a screen near guests holds', () => {
  const guarded = audiences.filter(({ kind, ...who }) => kind !== 'console' || ('role' in who && who.role === 'locked'))
  const words = [...secrets.taboo, ...secrets.name, ...secrets.phone, ...secrets.birthday, String(secrets.spend)]

  it('never a taboo, real name, phone, birthday, what a member spent, or the visit of another room', () => {
    fc.assert(
      fc.property(nights, night => {
        live(night, house => {
          for (const audience of guarded) {
            const text = JSON.stringify([...wholeView(house.context(), audience)])
            for (const word of words) expect(text).not.toContain(word)
            const visits = [...house.state.visits.values()]
            // The player serves all rooms; nobody looks at it.
            const others = audience.kind === 'player' ? [] : visits.filter(visit => !isHere(audience, visit))
            for (const { id } of others) expect(text).not.toMatch(new RegExp(`"${id}"|/${id}"`))
          }
        })
      }),
      { numRuns: 30 },
    )
  })

  it('never the name of who asked for discretion, or did not ask to be welcomed', () => {
    fc.assert(
      fc.property(nights, night => {
        live(night, house => {
          for (const audience of guarded) {
            const text = JSON.stringify([...wholeView(house.context(), audience)])
            expect(text).not.toContain('李姐')
            expect(text).not.toContain('赵哥')
          }
          for (const visit of house.state.visits.values()) {
            if (!visit.discreet || visit.status === 'closed') continue
            const panel = wholeView(house.context(), { kind: 'panel', room: visit.room })
            expect(panel.has('usual')).toBe(false)
            expect(panel.get('visit')).toMatchObject({ vip: false })
            expect(panel.get('visit')).not.toHaveProperty('greeting')
            expect(JSON.stringify(panel.get('playlist'))).not.toContain('yours')
          }
        })
      }),
      { numRuns: 30 },
    )
  })
})

describe('what staff hold', () => {
  it('no phone, birthday, real name or past spend on any console', () => {
    const words = [...secrets.name, ...secrets.phone, ...secrets.birthday, String(secrets.spend)]
    fc.assert(
      fc.property(nights, night => {
        live(night, house => {
          for (const role of consoleRoles) {
            const text = JSON.stringify([...wholeView(house.context(), { kind: 'console', role })])
            for (const word of words) expect(text).not.toContain(word)
          }
        })
      }),
      { numRuns: 20 },
    )
  })

  it('no money on the floor, at a station or on a locked console; none but of order lines at the bar', () => {
    fc.assert(
      fc.property(nights, night => {
        live(night, house => {
          const moneyOf = (role: (typeof consoleRoles)[number], kind = '') =>
            [...wholeView(house.context(), { kind: 'console', role })].filter(
              ([key, value]) => !(kind && key.startsWith(kind)) && numbersIn(value).some(isMoney),
            )
          for (const role of ['floor', 'floor-station', 'bar-station', 'locked'] as const)
            expect(moneyOf(role)).toEqual([])
          expect(moneyOf('bar', 'order/')).toEqual([])
        })
      }),
      { numRuns: 30 },
    )
  })

  it('on the floor and at stations only members who are in the house', () => {
    fc.assert(
      fc.property(nights, night => {
        live(night, house => {
          const { state } = house
          const waiting = [...state.checkIns.values()]
            .filter(({ status }) => status === 'waiting')
            .map(({ member }) => member)
          for (const role of ['floor', 'floor-station', 'bar', 'bar-station'] as const) {
            const text = JSON.stringify([...wholeView(house.context(), { kind: 'console', role })])
            for (const { member } of secretMembers.values()) {
              const lives = [...state.visits.values()].some(
                visit => visit.status !== 'closed' && visit.members.includes(member.id),
              )
              if (!lives && !waiting.includes(member.id)) expect(text).not.toContain(member.called)
            }
          }
        })
      }),
      { numRuns: 30 },
    )
  })
})

/** What a client holds after it was sent what this batch changed. */
function received(house: House, audience: Audience, touched: Touched, held: Slices): Slices {
  const context = house.context()
  const rooms = touchedRooms(context, touched)
  if (audience.kind === 'panel' && rooms !== 'all' && !rooms.has(audience.room)) return held
  const changed = changedView(context, audience, touched)
  if (changed === 'whole') return wholeView(context, audience)
  const next = new Map(held)
  for (const [key, value] of [...changed, ...clockView(context, audience)]) {
    if (value === undefined) next.delete(key)
    else next.set(key, value)
  }
  return next
}

/** As it travels. The room's charge says as of when it is: it is told when something else of its visit changes. */
function plain(slices: Slices): string {
  const sorted = [...slices].sort(([one], [other]) => (one < other ? -1 : 1))
  return JSON.stringify(
    sorted,
    (key, value) => ((key === 'room' || key === 'roomAsOf') && typeof value === 'number' ? 0 : value),
    1,
  )
}

const isHere = (audience: Audience, { room, status }: { room: string; status: string }): boolean =>
  audience.kind === 'panel' && room === audience.room && status !== 'closed'

function numbersIn(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : []
}
