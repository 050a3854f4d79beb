/** Twenty panels and two consoles that tap all the time. */

import { setTimeout as pause } from 'node:timers/promises'
import * as v from 'valibot'
import { createIds } from '../../hub/system/ids.ts'
import { consoles, panelOf } from '../bench/venue.ts'
import { demoMenu } from '../demo/menu/menu.ts'
import { demoStaff } from '../demo/staff.ts'
import { connectDevice, type DeviceClient } from '../lib/device-client.ts'
import type { CampaignHouse } from './house.ts'
import { startTapper, type Tapper } from './tapper.ts'
import { createConsoleTaps, createPanelTaps } from './taps.ts'

const Party = v.object({ id: v.string() })
const Self = v.object({ session: v.object({ id: v.string() }) })

/** The rooms are open, and nobody taps yet. `chance`: from 0 to 1. */
export async function startCrew(deps: {
  house: CampaignHouse
  origin: string
  chance: () => number
  /** Between two taps of one device; as fast as a bored guest unless given. */
  tapMs?: { readonly least: number; readonly most: number }
}): Promise<Tapper[]> {
  const { house, origin, chance, tapMs } = deps
  const ids = createIds()
  const common = { origin, chance, newId: (prefix: string) => ids.next(prefix), ...(tapMs && { tapMs }) }
  const [drink, barItem, managerItem] = demoMenu.items.filter(
    ({ price, prices, components }) => price > 0 && prices.length === 0 && components.length === 0,
  )
  if (!drink || !barItem || !managerItem) throw new Error('the menu is too short')
  const token = (device: string) => house.tokens[device] ?? ''
  await signInManager(origin, token(consoles.manager))

  const panels = house.rooms.map((_, index) =>
    startTapper({
      ...common,
      device: panelOf(index),
      token: token(panelOf(index)),
      taps: createPanelTaps({ songs: house.songs, drink: drink.id, seen: drink.price }),
      meant: visitOf,
    }),
  )
  const bar = startTapper({
    ...common,
    device: consoles.bar,
    token: token(consoles.bar),
    taps: createConsoleTaps(barItem.id),
    meant: () => ({}),
  })
  const manager = startTapper({
    ...common,
    device: consoles.manager,
    token: token(consoles.manager),
    taps: createConsoleTaps(managerItem.id),
    meant: sessionOf,
  })
  return [...panels, bar, manager]
}

function visitOf(client: DeviceClient): { visit: string } | undefined {
  const visit = v.safeParse(Party, client.slice('visit'))
  return visit.success ? { visit: visit.output.id } : undefined
}

function sessionOf(client: DeviceClient): { session: string } | undefined {
  const self = v.safeParse(Self, client.slice('self'))
  return self.success ? { session: self.output.session.id } : undefined
}

async function signInManager(origin: string, token: string): Promise<void> {
  const person = demoStaff.find(({ role }) => role === 'manager')
  if (!person) throw new Error('no manager works here')
  const client = await connectDevice({ origin, device: consoles.manager, token, patienceMs: signInMs })
  const answer = await client.command({ type: 'SignIn', staff: person.id, pin: person.pin })
  client.close()
  if (!answer.ok) throw new Error(`the manager could not sign in: ${answer.refusal.refused}`)
}

/** Nothing is lost yet: whoever begins on a busy machine waits for it. */
const signInMs = 120_000

/** So many are answered before a hub's life is counted, ms at most. */
const firstAnswers = 5
const firstAnswersMs = 30_000

/** Each life of a hub begins with its first answers, on a busy machine as on an idle one: where nobody is heard, nothing is at stake. */
export async function live(crew: readonly Tapper[], ms: number): Promise<void> {
  const heard = () => crew.reduce((sum, { told }) => sum + told.reduce((all, one) => all + one.answers.length, 0), 0)
  const [before, until] = [heard(), performance.now() + firstAnswersMs]
  while (heard() < before + firstAnswers && performance.now() < until) await pause(20)
  await pause(ms)
}

/** Until some of what was tapped since then was answered, whatever the answer. */
export async function answeredSince(crew: readonly Tapper[], since: number): Promise<void> {
  const heard = () =>
    crew.flatMap(({ told }) => told.filter(({ at, answers }) => at > since && answers.length > 0)).length
  const until = performance.now() + firstAnswersMs
  while (heard() < firstAnswers && performance.now() < until) await pause(20)
}

/** Long enough for whatever a device may still be waiting to say, ms. */
const drainMs = 60_000

/** Nobody taps any more: what waits is answered, or given up on. */
export async function restAll(crew: readonly Tapper[]): Promise<void> {
  for (const tapper of crew) tapper.rest()
  const until = performance.now() + drainMs
  while (crew.some(({ waiting }) => waiting > 0) && performance.now() < until) await pause(50)
}
