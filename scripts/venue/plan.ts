/** What somebody says of their own venue, and the hub's settings made of it. Pure. */
import type { GuestWifi, Tariff, VenueConfig } from '../../hub/domain/venue-config.ts'
import type { SongSystem, WrittenLocale } from '../../shared/protocol/words.ts'
import { policy } from '../demo/venue/policy.ts'
import { type RoomClassId, roomClasses } from '../demo/venue/rooms.ts'

/** Amounts as people say them: yuan, dollars. */
export interface ClassPlan {
  readonly id: RoomClassId
  /** Floor → how many rooms of the class are on it. */
  readonly floors: readonly { readonly floor: number; readonly rooms: number }[]
  readonly minimumSpend: number
  readonly perHour: number
}

export interface VenuePlan {
  readonly name: string
  readonly nameEn?: string
  readonly city: string
  /** IANA name. */
  readonly timeZone: string
  /** ISO 4217. */
  readonly currency: string
  /** What its screens speak until a guest chooses. */
  readonly locale: WrittenLocale
  readonly classes: readonly ClassPlan[]
  readonly owner: string
  readonly starterMenu: boolean
  readonly starterSongs: boolean
  readonly songs: SongSystem
  /** Whether members have cards. */
  readonly cards: boolean
  /** The name of the Wi-Fi that guests may use. */
  readonly wifi?: string
  /** Absent: an open one. */
  readonly wifiPassword?: string
}

export const defaultClasses: readonly ClassPlan[] = [
  { id: 'small', floors: [{ floor: 2, rooms: 4 }], minimumSpend: 188, perHour: 58 },
  { id: 'medium', floors: [{ floor: 2, rooms: 4 }], minimumSpend: 388, perHour: 98 },
  { id: 'large', floors: [{ floor: 2, rooms: 2 }], minimumSpend: 888, perHour: 158 },
  { id: 'vip', floors: [{ floor: 3, rooms: 2 }], minimumSpend: 1888, perHour: 298 },
]

export function venueOf(plan: VenuePlan): VenueConfig {
  const classes = plan.classes.filter(({ floors }) => floors.some(({ rooms }) => rooms > 0))
  const minor = 10 ** fractionDigits(plan.currency)
  const price = (amount: number): number => Math.round(amount * minor)
  return {
    id: 'venue',
    name: { zhHans: plan.name, ...(plan.nameEn !== undefined && { en: plan.nameEn }) },
    city: { zhHans: plan.city },
    timeZone: plan.timeZone,
    cutover: 6 * 60,
    currency: plan.currency,
    locale: plan.locale,
    classes: classes.map(({ id, minimumSpend }) => {
      const { name, capacity } = known(id)
      return { id, name, capacity, minimumSpend: price(minimumSpend) }
    }),
    rooms: roomsOf(classes),
    tariffs: classes.map(
      ({ id, perHour }): Tariff => ({
        id: `${id}-timed`,
        kind: 'timed',
        name: { zhHans: '计时', zhHant: '計時', en: 'By the hour' },
        roomClass: id,
        bands: [{ from: 0, to: 1440, price: price(perHour) }],
      }),
    ),
    policy,
    songs: plan.songs,
    cards: plan.cards,
    ticketPrinter: { kind: 'none' },
    welcomeLines: [{ zhHans: '欢迎光临', zhHant: '歡迎光臨', en: 'Welcome' }],
    ...(plan.wifi !== undefined && { wifi: wifiOf(plan.wifi, plan.wifiPassword) }),
    demo: false,
  }
}

const wifiOf = (ssid: string, password: string | undefined): GuestWifi =>
  password === undefined ? { ssid, security: 'nopass' } : { ssid, security: 'WPA', password }

function known(id: RoomClassId): (typeof roomClasses)[number] {
  const found = roomClasses.find(one => one.id === id)
  if (!found) throw new Error(`no class ${id}`)
  return found
}

/** 201, 202 … on each floor, smaller rooms first. */
function roomsOf(classes: readonly ClassPlan[]): VenueConfig['rooms'] {
  const last = new Map<number, number>()
  return classes.flatMap(({ id: roomClass, floors }) =>
    floors.flatMap(({ floor, rooms }) =>
      Array.from({ length: rooms }, () => {
        const number = (last.get(floor) ?? 0) + 1
        last.set(floor, number)
        const name = `${floor}${String(number).padStart(2, '0')}`
        return { id: `r${name}`, name, floor, roomClass }
      }),
    ),
  )
}

/** Of a currency's minor unit: 2 for CNY, 0 for JPY. */
function fractionDigits(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
}
