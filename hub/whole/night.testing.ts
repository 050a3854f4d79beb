/**
 * Nights of a whole hub: random taps by everybody at once, disks that fail, hubs that are killed, and clients that do as ours
 * do: each tap has its number and is sent until it is answered.
 */
import fc from 'fast-check'
import type { Answer } from '../../shared/protocol/answer.ts'
import { PeopleCommand } from '../../shared/protocol/commands.ts'
import type { Live } from '../checkpoint/state-codec.ts'
import { venue } from '../domain/fixture.testing.ts'
import type { Principal } from '../domain/principal.ts'
import { pick, type Random, randomCommand, randomOf } from '../domain/random-command.testing.ts'
import { emptyState, type ReadState } from '../domain/state.ts'
import { applyLine } from '../hub.ts'
import { may } from '../identity/authorise.ts'
import { createOutboxes } from '../loop/outboxes.ts'
import { settled } from '../system/told-clock.ts'
import { deviceId, memberId, staffId } from './furnish.testing.ts'
import { signIn } from './party.testing.ts'
import {
  createTestHouse,
  type HouseOptions,
  type TestClient,
  type TestHouse,
  type TestHub,
} from './venue-hub.testing.ts'

export type Step =
  | { readonly do: 'tap'; readonly seeds: readonly number[] }
  | { readonly do: 'turn'; readonly ms: number }
  | { readonly do: 'fail'; readonly at: 'write' | 'sync' | 'open' | 'rename'; readonly n: number }
  | { readonly do: 'kill' }
  | { readonly do: 'kill-amid'; readonly seeds: readonly number[] }
  | { readonly do: 'stop' }

const seeds = fc.array(fc.integer(), { minLength: 1, maxLength: 6 })
const tap = fc.record({ do: fc.constant('tap' as const), seeds })
const trouble = fc.oneof(
  fc.record({
    do: fc.constant('fail' as const),
    at: fc.constantFrom('write' as const, 'sync' as const, 'open' as const, 'rename' as const),
    n: fc.integer({ min: 1, max: 6 }),
  }),
  fc.record({ do: fc.constant('kill' as const) }),
  fc.record({ do: fc.constant('kill-amid' as const), seeds }),
  fc.record({ do: fc.constant('stop' as const) }),
)
const turn = fc.record({ do: fc.constant('turn' as const), ms: fc.integer({ min: 0, max: 600_000 }) })

/** Something goes wrong about every tenth step. */
export const nights: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof({ weight: 14, arbitrary: tap }, { weight: 3, arbitrary: turn }, { weight: 2, arbitrary: trouble }),
  { minLength: 15, maxLength: 50, size: 'max' },
)

export interface Given {
  readonly key: string
  readonly by: Principal
  readonly envelope: Record<string, unknown>
  readonly command: PeopleCommand
  readonly answer: Answer
  /** A line of the journal told so when the answer was heard: it is for ever. */
  readonly journaled: boolean
}

export interface Night {
  readonly house: TestHouse
  /** What was promised: by everybody's last answers. */
  readonly given: readonly Given[]
  /** What the durable lines make of an empty house: the same at every moment as a start from the disk. */
  readonly mirror: Live
  hub: TestHub
  /** Kills the hub, if there is one, and starts the next. */
  restart(): Promise<void>
}

const device = (name: string) => ({ device: deviceId(name) })
const panels: readonly Principal[] = venue.rooms.map(({ id }) => ({ kind: 'panel', ...device(id), room: id }))
const others: readonly Principal[] = [
  { kind: 'kiosk', ...device('kiosk') },
  { kind: 'phone', claim: 'f1', kiosk: deviceId('kiosk') },
  { kind: 'station', ...device('bar'), station: 'bar' },
  { kind: 'station', ...device('floor'), station: 'floor' },
  { kind: 'player', ...device('player') },
]
const locked: Principal = { kind: 'console', ...device('locked') }
const roles = [
  ['mei', 'manager'],
  ['lily', 'desk'],
  ['chen', 'floor'],
] as const

export const guests = (client: TestClient): boolean =>
  ['panel', 'kiosk', 'phone', 'console'].includes(client.principal.kind)

export async function live(
  steps: readonly Step[],
  sent: (night: Night, client: TestClient, what: unknown) => void = () => undefined,
  options: HouseOptions = {},
): Promise<Night> {
  const mirror: Live = { state: emptyState(), outboxes: createOutboxes() }
  let mirrored = 0
  const follow = () => {
    for (const line of house.durable.slice(mirrored)) applyLine(mirror, line)
    mirrored = house.durable.length
  }
  const house = await createTestHouse({
    factsPerCheckpoint: 15,
    ...options,
    sent(client, what) {
      follow()
      sent(night, client, what)
    },
  })
  const given: Given[] = []
  let n = 0
  const night: Night = {
    house,
    given,
    mirror,
    hub: await house.open(),
    async restart() {
      night.hub = await house.open()
      await enter()
    },
  }

  async function enter(): Promise<void> {
    for (const principal of [...panels, ...others, locked]) night.hub.watch(principal)
    for (const [name, role] of roles)
      night.hub.watch({ kind: 'staff', ...device(name), session: '', staff: staffId(name), role })
    await settled()
  }

  /** Sends until it is answered; a hub that was killed never answers. */
  async function send(seed: number): Promise<void> {
    const random = randomOf(seed)
    const command = commandFor(random, mirror.state, house.clock.now())
    const { hub } = night
    const by = command && (await principalFor(random, command, hub, mirror.state))
    if (!command || !by) return
    const visit = by.kind === 'panel' ? mirror.state.rooms.get(by.room)?.visit : undefined
    n += 1
    const envelope = {
      tappedAt: house.clock.now(),
      ...('pin' in command ? {} : { outbox: 'o1', n }),
      ...(visit !== undefined && { visit }),
      ...(random() < 0.4 && { sure: true }),
    }
    const key = `${'device' in by ? by.device : ''} o1 ${n}`
    // Of two hands in one millisecond the state does not say which was the first.
    house.clock.setBy(1)
    const answer = await hub.submit(by, { ...envelope, command })
    if (!answer.ok && answer.refusal.refused === 'unavailable') return
    given.push({ key, by, envelope, command, answer, journaled: house.durable.some(line => keyOf(line) === key) })
  }

  await enter()
  await openRooms(night.hub)
  for (const step of steps) {
    follow()
    switch (step.do) {
      case 'tap':
        await Promise.race([Promise.all(step.seeds.map(send)), settled()])
        break
      case 'turn':
        await house.clock.turn(step.ms)
        break
      case 'fail':
        house.disk.failAt(step.at, step.n)
        break
      case 'kill-amid':
        // Whatever had got under way by then.
        void Promise.all(step.seeds.map(send))
        for (let ticks = 0; ticks < (step.seeds[0] ?? 0) % 60; ticks++) await Promise.resolve()
        house.disk.heal()
        await night.restart()
        break
      case 'kill':
        house.disk.heal()
        await night.restart()
        break
      case 'stop':
        await night.hub.stop()
        house.disk.heal()
        await night.restart()
        break
    }
    if (night.hub.health.status !== 'ok') await house.clock.turn(6000)
  }
  house.disk.heal()
  // What failed in the last step may not have been told yet.
  await settled()
  for (let tries = 0; night.hub.health.status !== 'ok' && tries < 5; tries++) await house.clock.turn(6000)
  follow()
  return night
}

/** Without parties in rooms little else can happen. */
async function openRooms(hub: TestHub): Promise<void> {
  const manager = await signIn(hub, 'mei', 'manager')
  const party = (room: string, tariff: string, member?: string) =>
    hub.send(manager, {
      type: 'OpenVisit',
      room,
      tariff,
      party: 4,
      ...(member !== undefined && { member: memberId(member) }),
    })
  await Promise.all([
    party('v08', 'big-timed', 'wang'),
    party('v05', 'mid-block', 'li'),
    party('v03', 'mid-timed'),
    party('v01', 'small-timed', 'zhao'),
  ])
}

/** As the journal says it. */
export const keyOf = ({ by, command }: { by: { device?: string }; command: { outbox?: string; n?: number } }): string =>
  `${by.device ?? ''} ${command.outbox ?? ''} ${command.n ?? ''}`

/** About this house: its members and people have other names on the disk than in the fixture. */
function commandFor(random: Random, state: ReadState, now: number): PeopleCommand | undefined {
  const command = randomCommand(random, state, now)
  const renamed = JSON.parse(
    JSON.stringify(command, (key, value) => {
      if (['member', 'kept', 'gone'].includes(key) || (key === 'booker' && value === 'wang'))
        return memberId(String(value))
      if (['staff', 'as', 'booker', 'accountManager'].includes(key))
        return typeof value === 'string' ? staffId(value) : value
      if (key === 'song') return pick(random, ['song1', 'song2', 'song3', 'song-no'])
      if (key === 'code') return 'code-wang-0123456789'
      if (key === 'phone') return '13800000000'
      return ['rev', 'keptRev', 'goneRev'].includes(key) ? 1 + Math.floor(random() * 3) : value
    }),
  )
  const parsed = PeopleCommand['~run']({ value: renamed }, {})
  return parsed.typed ? parsed.value : undefined
}

async function principalFor(
  random: Random,
  command: PeopleCommand,
  hub: TestHub,
  { rooms }: ReadState,
): Promise<Principal | undefined> {
  const sat = panels.filter(by => by.kind === 'panel' && rooms.get(by.room)?.visit !== undefined)
  const able = [...(random() < 0.9 ? sat : panels), ...others, locked].filter(by => may(by, command.type))
  const one = pick(random, able)
  if (one && (able.length > 1 || random() < 0.7)) return one
  const [name, role] = pick(random, roles) ?? roles[0]
  if (!may({ kind: 'staff', device: '', session: '', staff: '', role }, command.type)) return one
  const session = hub.sessionOf(deviceId(name))
  return session
    ? { kind: 'staff', ...device(name), session: session.session, staff: staffId(name), role }
    : signIn(hub, name, role)
}
