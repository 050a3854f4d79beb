/** What simulated people choose: rooms, tariffs, drinks, words. Pure; chance comes with a seed. */
import { assertNever } from '../../shared/protocol/assert-never.ts'
import type { CommandOf } from '../../shared/protocol/commands.ts'
import { priceAt } from '../../shared/protocol/price-at.ts'
import type { Id } from '../../shared/protocol/primitives.ts'
import type { RequestView, RoomView, TariffView } from '../../shared/protocol/views/console.ts'
import type { PanelOrderView, UsualView } from '../../shared/protocol/views/panel.ts'
import type { MenuItemView } from '../../shared/protocol/views/venue.ts'
import type { Face, Factor, Outcome, Service } from '../../shared/protocol/words.ts'
import type { Chance } from '../demo/random.ts'

export type Round = Pick<CommandOf<'PlaceOrder'>, 'source' | 'lines'>

/** Couples and small circles are many, a company's night out is rare. */
export const choosePartySize = (chance: Chance): number =>
  chance.weighted([
    { weight: 34, value: chance.between(2, 4) },
    { weight: 40, value: chance.between(4, 8) },
    { weight: 20, value: chance.between(8, 14) },
    { weight: 6, value: chance.between(12, 20) },
  ])

/** One of the smallest clean rooms that hold the party and are promised to nobody; any clean one where none is large enough. */
export function chooseRoom(
  chance: Chance,
  rooms: readonly RoomView[],
  party: number,
): { readonly room: RoomView; readonly party: number } | undefined {
  const free = rooms.filter(isFree)
  const fitting = free.filter(room => room.capacity >= party)
  const [first] = fitting.toSorted((a, b) => a.capacity - b.capacity)
  if (first) return { room: chance.pick(fitting.filter(room => room.capacity === first.capacity)), party }
  const [largest] = free.toSorted((a, b) => b.capacity - a.capacity)
  return largest && { room: largest, party: largest.capacity }
}

export const isFree = (room: RoomView): boolean =>
  room.condition === 'ready' && room.visit === undefined && room.heldFor === undefined

/** Of those sold at this hour: mostly by the hour, a block now and then, seldom the whole night. */
export function chooseTariff(chance: Chance, tariffs: readonly TariffView[], roomClass: Id): Id | undefined {
  const sold = tariffs.filter(tariff => tariff.roomClass === roomClass && tariff.priceNow !== undefined)
  if (sold.length === 0) return undefined
  return chance.weighted(sold.map(({ id, kind }) => ({ weight: tariffWeight[kind], value: id })))
}

const tariffWeight = { timed: 8, block: 3, buyout: 0.3 } as const

/** What a table of `party` orders from the list; undefined when nothing is to be had. */
export function chooseRound(chance: Chance, menu: readonly MenuItemView[], party: number): Round | undefined {
  const there = menu.filter(item => !item.soldOut)
  const packages = there.filter(item => item.package)
  const single = there.filter(item => !item.package)
  if (packages.length > 0 && chance.hit(0.12))
    return { source: 'menu', lines: [{ item: chance.pick(packages).id, qty: 1 }] }
  const chosen = chance.sample(single, chance.between(1, 3))
  if (chosen.length === 0) return undefined
  return { source: 'menu', lines: chosen.map(item => lineOf(chance, item, party)) }
}

function lineOf(chance: Chance, { id, price, options }: MenuItemView, party: number): Round['lines'][number] {
  const qty = price <= singleServing ? chance.between(1, Math.max(2, Math.min(12, party))) : 1
  const option = options.length > 0 && chance.hit(0.5) ? chance.pick(options).id : undefined
  return { item: id, qty, ...(option !== undefined && { options: [option] }) }
}

/** Minor units: below it people order one each. */
const singleServing = 4000

/** 再来一轮: what may be repeated of the last round. */
export function repeatRound(orders: readonly PanelOrderView[], menu: readonly MenuItemView[]): Round | undefined {
  const last = orders
    .filter(({ status }) => status === 'accepted' || status === 'delivered')
    .toSorted((a, b) => b.placedAt - a.placedAt)[0]
  const there = new Set(menu.filter(item => !item.soldOut).map(({ id }) => id))
  const lines = (last?.lines ?? [])
    .filter(({ item, repeatable }) => repeatable && there.has(item))
    .map(({ item, qty, options }) => ({ item, qty, ...(options.length > 0 && { options: [...options] }) }))
  return lines.length > 0 ? { source: 'again', lines } : undefined
}

/** 老样子. */
export function usualRound(usual: UsualView | undefined, menu: readonly MenuItemView[]): Round | undefined {
  const there = new Set(menu.filter(item => !item.soldOut).map(({ id }) => id))
  const lines = (usual?.items ?? []).filter(({ item }) => there.has(item)).map(({ item, qty }) => ({ item, qty }))
  return lines.length > 0 ? { source: 'usual', lines } : undefined
}

/** The total that the panel shows before the tap; `minute` since local midnight. */
export function totalSeen(lines: Round['lines'], menu: readonly MenuItemView[], minute: number): number {
  const byId = new Map(menu.map(item => [item.id, item]))
  return lines.reduce((sum, { item: id, qty }) => {
    const item = byId.get(id)
    return item ? sum + qty * priceAt(item, minute) : sum
  }, 0)
}

/** Initials of pinyin, as guests type them: one or two letters. */
export const chooseInitials = (chance: Chance): string =>
  Array.from({ length: chance.between(1, 2) }, () => chance.pick([...'abcdfghjklmnpqrstwxyz'])).join('')

export const chooseService = (chance: Chance): Service =>
  chance.weighted([
    { weight: 8, value: 'ice' },
    { weight: 6, value: 'cups' },
    { weight: 4, value: 'cleaning' },
    { weight: 3, value: 'microphone' },
    { weight: 2, value: 'lights' },
    { weight: 1, value: 'keep' },
    { weight: 4, value: 'staff' },
  ])

export const chooseFace = (chance: Chance, complained: boolean): { face: Face; factors: Factor[] } => {
  const face = chance.weighted<Face>(
    complained
      ? [
          { weight: 2, value: 'angry' },
          { weight: 3, value: 'unhappy' },
          { weight: 4, value: 'happy' },
        ]
      : [
          { weight: 1, value: 'unhappy' },
          { weight: 10, value: 'happy' },
          { weight: 8, value: 'delighted' },
        ],
  )
  const good: readonly Factor[] = ['service', 'songs', 'audio', 'drinks', 'decor', 'lights']
  const bad: readonly Factor[] = ['delay', 'price', 'audio', 'equipment', 'hygiene']
  const why = face === 'happy' || face === 'delighted' ? good : bad
  return { face, factors: chance.sample(why, chance.between(0, 2)) }
}

/** What was done about it. */
export function chooseOutcome(chance: Chance, what: RequestView['what']): Outcome {
  switch (what.kind) {
    case 'service':
      return what.service === 'microphone' ? chance.pick<Outcome>(['fixed', 'replaced']) : 'done'
    case 'complaint':
      return what.category === 'price'
        ? 'explained'
        : chance.weighted<Outcome>([
            { weight: 5, value: 'fixed' },
            { weight: 3, value: 'replaced' },
            { weight: 2, value: 'comped' },
            { weight: 1, value: 'explained' },
          ])
    case 'desk':
    case 'copied':
      return 'done'
    default:
      return assertNever(what)
  }
}
