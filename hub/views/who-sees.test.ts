/** Which kinds of slice each audience is told at all: one table, held against whatever nights there may be. */
import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import type { ConsoleSlices } from '../../shared/protocol/views/console.ts'
import type { KioskSlices } from '../../shared/protocol/views/kiosk.ts'
import type { PanelSlices } from '../../shared/protocol/views/panel.ts'
import type { PlayerSlices } from '../../shared/protocol/views/player.ts'
import type { ConsoleRole } from './context.ts'
import { audiences, consoleRoles } from './house.testing.ts'
import { live, nights } from './night/night.testing.ts'
import { wholeView } from './whole-view.ts'

// Many nights, on a machine that may be doing other things.
vi.setConfig({ testTimeout: 60_000 })

const office = ['manager', 'owner'] as const
const desk = ['desk', ...office] as const
const walking = ['floor', 'floor-station', ...desk] as const
const working = ['bar', 'bar-station', ...walking] as const

/** A new kind of slice that nobody was put down for does not compile. */
const onConsoles = {
  venue: consoleRoles,
  // Each console's own, told beside what its role is told.
  self: [],
  room: consoleRoles,
  visit: working,
  request: consoleRoles,
  order: working,
  checkin: walking,
  trouble: walking,
  leaving: office,
  reservation: walking,
  staff: consoleRoles,
  tariff: desk,
  item: working,
  category: working,
  tag: working,
  device: desk,
  printer: working,
  backup: office,
  night: working,
  clock: working,
  setup: office,
} satisfies Record<keyof ConsoleSlices, readonly ConsoleRole[]>

const onPanels = {
  venue: true,
  room: true,
  visit: true,
  playlist: true,
  usual: true,
  order: true,
  request: true,
  item: true,
  category: true,
  complaints: true,
} satisfies Record<keyof PanelSlices, true>

const onKiosks = {
  venue: true,
  desk: true,
  welcome: true,
  checkin: true,
  // Each kiosk's own.
  ticket: false,
  reader: true,
  trouble: true,
  wifi: true,
  lobby: true,
  camera: true,
} satisfies Record<keyof KioskSlices, boolean>

const onPlayers = { playing: true } satisfies Record<keyof PlayerSlices, true>

const told = (who: ConsoleRole | 'panel' | 'kiosk' | 'player'): readonly string[] => {
  if (who === 'panel') return Object.keys(onPanels)
  if (who === 'player') return Object.keys(onPlayers)
  if (who === 'kiosk') return Object.entries(onKiosks).flatMap(([kind, is]) => (is ? [kind] : []))
  return Object.entries<readonly ConsoleRole[]>(onConsoles).flatMap(([kind, roles]) =>
    roles.includes(who) ? [kind] : [],
  )
}

/** What these nights have none of: a wrong clock, a printer, a reader, a camera, Wi-Fi, somebody who asked to be forgotten. */
const rare = new Set(['clock', 'printer', 'reader', 'camera', 'wifi', 'leaving'])

it('nobody is told of a kind of thing that is not theirs, and of all that is', () => {
  const seen = new Map<ConsoleRole | 'panel' | 'kiosk' | 'player', Set<string>>()
  fc.assert(
    fc.property(nights, night => {
      live(night, house => {
        for (const audience of audiences) {
          const who = audience.kind === 'console' ? audience.role : audience.kind
          const of = seen.get(who) ?? new Set()
          for (const key of wholeView(house.context(), audience).keys()) of.add(key.split('/', 1)[0] ?? '')
          seen.set(who, of)
        }
      })
    }),
    { numRuns: 50, seed: 6 },
  )
  expect(seen.size).toBe(consoleRoles.length + 3)
  const sorted = (of: Iterable<string>) => [...of].filter(kind => !rare.has(kind)).sort()
  for (const [who, of] of seen) expect([who, sorted(of)]).toEqual([who, sorted(told(who))])
  for (const [who, of] of seen) for (const kind of of) expect(told(who), who).toContain(kind)
})
