/**
 * Set-up: what the house offers. Each edit carries the version (`rev`) of the thing that was seen, 0 for a new one: what
 * somebody else changed meanwhile is not written over unseen.
 */
import * as v from 'valibot'
import { WifiName, WifiPassword } from '../guest-wifi.ts'
import { Count, Id, isBlank, Money, Pin, typedText } from '../primitives.ts'
import { isPrinterAddress } from '../printer-address.ts'
import {
  chargedSteps,
  complaints,
  paperWidths,
  planSize,
  pricedDays,
  roles,
  services,
  songSystems,
  tariffKinds,
  tiers,
  writtenLocales,
} from '../words.ts'
import { OrderRule } from './visit.ts'

export const Rev = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

/** A name as somebody typed it; what is left blank in another language is as the first. */
const named = (most: number) =>
  v.pipe(
    v.strictObject({
      zhHans: typedText(most),
      zhHant: v.exactOptional(v.union([typedText(most), blank])),
      en: v.exactOptional(v.union([typedText(most + 20), blank])),
    }),
    v.transform(({ zhHans, zhHant = '', en = '' }) => ({
      zhHans,
      ...(zhHant !== '' && { zhHant }),
      ...(en !== '' && { en }),
    })),
  )
const blank = v.pipe(
  v.string(),
  v.maxLength(160),
  v.check(isBlank),
  v.transform(() => ''),
)

/** Minutes since local midnight; past 1440 it is the morning after. */
const DayMinute = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(2880))
const list = <S extends v.GenericSchema>(of: S, most: number) => v.pipe(v.array(of), v.maxLength(most))

export const ItemFields = v.strictObject({
  category: Id,
  name: named(40),
  unit: named(8),
  price: Money,
  /** Other prices, by room class and by time of the day. */
  prices: list(
    v.strictObject({
      roomClass: v.exactOptional(Id),
      from: v.exactOptional(DayMinute),
      to: v.exactOptional(DayMinute),
      price: Money,
    }),
    24,
  ),
  components: list(v.strictObject({ item: Id, qty: Count }), 30),
  /** Package: hours of the room that are in it. */
  hours: v.exactOptional(v.pipe(v.number(), v.minValue(0.5), v.maxValue(24))),
  again: v.boolean(),
  alcohol: v.boolean(),
  tags: list(Id, 20),
  /** What a guest taps beside it, such as 少冰; without an id: a new one. */
  options: list(v.strictObject({ id: v.exactOptional(Id), name: named(12) }), 12),
  gift: v.boolean(),
})
export type ItemFields = v.InferOutput<typeof ItemFields>

/** `item` absent: a new one. */
export const SaveItem = v.strictObject({
  type: v.literal('SaveItem'),
  item: v.exactOptional(Id),
  rev: Rev,
  fields: ItemFields,
})
/** Taken off the list, or put back: what old orders refer to is never deleted. */
export const RetireItem = v.strictObject({ type: v.literal('RetireItem'), item: Id, rev: Rev, retired: v.boolean() })
export const SaveCategory = v.strictObject({
  type: v.literal('SaveCategory'),
  category: v.exactOptional(Id),
  rev: Rev,
  name: named(16),
})
/** One place up or down on the list. */
export const MoveCategory = v.strictObject({
  type: v.literal('MoveCategory'),
  category: Id,
  way: v.picklist(['up', 'down']),
})
/** Only one in which nothing is. */
export const RemoveCategory = v.strictObject({ type: v.literal('RemoveCategory'), category: Id, rev: Rev })

const person = {
  /** What guests read, and what one signs in by: 小陈. */
  name: named(12),
  role: v.picklist(roles),
  /** Floors or zones they look after; empty: all. */
  zone: list(v.pipe(v.number(), v.safeInteger(), v.minValue(-9), v.maxValue(999)), 30),
  /** Of who changes it. */
  pin: Pin,
}
export const NewStaff = v.strictObject({ type: v.literal('NewStaff'), ...person, newPin: Pin })
export const SaveStaff = v.strictObject({ type: v.literal('SaveStaff'), staff: Id, rev: Rev, ...person })
/** Their name stays with what they did. */
export const RemoveStaff = v.strictObject({ type: v.literal('RemoveStaff'), staff: Id, rev: Rev, pin: Pin })

const Floor = v.pipe(v.number(), v.safeInteger(), v.minValue(-9), v.maxValue(999))
const Cell = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(planSize - 1))

export const RoomFields = v.strictObject({
  name: typedText(12),
  floor: Floor,
  /** Whose it is on a floor that several look after; absent: the floor is the zone. */
  zone: v.exactOptional(Floor),
  roomClass: Id,
})
export type RoomFields = v.InferOutput<typeof RoomFields>
export const SaveRoom = v.strictObject({
  type: v.literal('SaveRoom'),
  room: v.exactOptional(Id),
  rev: Rev,
  fields: RoomFields,
})
/** Where rooms stand on the plans of their floors. */
export const PlaceRooms = v.strictObject({
  type: v.literal('PlaceRooms'),
  places: v.pipe(
    v.array(v.strictObject({ room: Id, rev: Rev, at: v.strictObject({ x: Cell, y: Cell }) })),
    v.minLength(1),
    v.maxLength(144),
  ),
})
/** Only one in which nobody is, and that nobody was promised; its panel is revoked. */
export const RemoveRoom = v.strictObject({ type: v.literal('RemoveRoom'), room: Id, rev: Rev })

export const RoomClassFields = v.strictObject({
  name: named(16),
  capacity: Count,
  minimumSpend: Money,
})
export type RoomClassFields = v.InferOutput<typeof RoomClassFields>
export const SaveRoomClass = v.strictObject({
  type: v.literal('SaveRoomClass'),
  roomClass: v.exactOptional(Id),
  rev: Rev,
  fields: RoomClassFields,
})
export const RemoveRoomClass = v.strictObject({ type: v.literal('RemoveRoomClass'), roomClass: Id, rev: Rev })

export const TariffFields = v.strictObject({
  kind: v.picklist(tariffKinds),
  name: named(24),
  roomClass: Id,
  /** The first that holds counts. */
  bands: v.pipe(
    v.array(
      v.strictObject({
        /** 0 is Sunday; absent: every day. */
        days: v.exactOptional(v.pipe(v.array(v.picklist(pricedDays)), v.minLength(1), v.maxLength(8))),
        from: DayMinute,
        to: DayMinute,
        price: Money,
      }),
    ),
    v.minLength(1),
    v.maxLength(24),
  ),
  /** Of `block` and `buyout`: how long; absent: until the band ends. */
  minutes: v.exactOptional(v.pipe(v.number(), v.safeInteger(), v.minValue(30), v.maxValue(24 * 60))),
  /** `timed`: so many minutes are charged as soon as they have begun; absent: each minute that is over. */
  step: v.exactOptional(v.picklist(chargedSteps)),
})
export type TariffFields = v.InferOutput<typeof TariffFields>
export const SaveTariff = v.strictObject({
  type: v.literal('SaveTariff'),
  tariff: v.exactOptional(Id),
  rev: Rev,
  fields: TariffFields,
})
export const RemoveTariff = v.strictObject({ type: v.literal('RemoveTariff'), tariff: Id, rev: Rev })

/** How long somebody may wait, ms. */
const Wait = v.pipe(v.number(), v.safeInteger(), v.minValue(30_000), v.maxValue(4 * 3_600_000))
const clocks = v.strictObject({ service: Wait, complaint: Wait, vip: Wait })

export const PolicyChanges = v.strictObject({
  bigRound: v.exactOptional(Money),
  defaultOrderRule: v.exactOptional(OrderRule),
  totals: v.exactOptional(v.picklist(['shown', 'hidden-from-guests', 'hidden'])),
  answerMs: v.exactOptional(clocks),
  resolveMs: v.exactOptional(clocks),
  /** What a category or a tier has of its own. */
  requestClocks: v.exactOptional(
    list(
      v.strictObject({
        of: v.picklist([...services, ...complaints, ...tiers]),
        answerMs: v.exactOptional(Wait),
        resolveMs: v.exactOptional(Wait),
      }),
      30,
    ),
  ),
  /** Who counts as a VIP, by tier. */
  vipTiers: v.exactOptional(list(v.picklist(tiers), tiers.length)),
  /** Taken, and nobody went. */
  takeLapsesMs: v.exactOptional(Wait),
  /** A ticket that nobody took sounds again. */
  ticketReminderMs: v.exactOptional(Wait),
  /** A shift that nobody ended. */
  shiftMs: v.exactOptional(v.pipe(v.number(), v.safeInteger(), v.minValue(3_600_000), v.maxValue(24 * 3_600_000))),
  /** Managers are told when no more of a quota is left; 0: never. */
  compLowPercent: v.exactOptional(v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(100))),
  /** A thing of the menu for every 评价; empty: none. */
  feedbackReward: v.exactOptional(v.union([v.literal(''), Id])),
  compQuota: v.exactOptional(v.strictObject({ desk: Money, floor: Money, bar: Money, manager: Money, owner: Money })),
  compSecondAbove: v.exactOptional(Money),
  /** A console confirms within this that a call sounded, or it goes to the next step at once; 0: that is not asked. */
  heardWithinMs: v.exactOptional(v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(60_000))),
  /** The guest's 好了 is waited for so long. */
  confirmLapsesMs: v.exactOptional(Wait),
  /** How long the lobby sings one name, ribbon included. */
  welcomeMs: v.exactOptional(v.pipe(v.number(), v.safeInteger(), v.minValue(10_000), v.maxValue(120_000))),
  /** Who came and was never seated leaves the list. */
  checkInLapsesMs: v.exactOptional(Wait),
  /** 备歌; 0: none. */
  preloadSongs: v.exactOptional(v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(40))),
  /** What a party may have queued. */
  playlistLimit: v.exactOptional(v.pipe(v.number(), v.safeInteger(), v.minValue(10), v.maxValue(300))),
})
export type PolicyChanges = v.InferOutput<typeof PolicyChanges>
export const SavePolicy = v.strictObject({ type: v.literal('SavePolicy'), rev: Rev, changes: PolicyChanges })

/** Three years of a calendar. */
export const mostHolidays = 120

export const HouseChanges = v.strictObject({
  name: v.exactOptional(named(40)),
  /** What stands in gold in the lobby; empty: 唱名. */
  sign: v.exactOptional(v.union([v.strictObject({ zhHans: v.literal('') }), named(8)])),
  city: v.exactOptional(named(20)),
  /** What screens speak until somebody chooses. */
  locale: v.exactOptional(v.picklist(writtenLocales)),
  songs: v.exactOptional(v.picklist(songSystems)),
  /** Whether members have cards. */
  cards: v.exactOptional(v.boolean()),
  welcomeLines: v.exactOptional(list(named(40), 20)),
  /** Dates on which rooms cost what they do on another day of the week, or what they do on holidays. */
  holidays: v.exactOptional(
    list(v.strictObject({ date: v.pipe(v.string(), v.isoDate()), as: v.picklist(pricedDays) }), mostHolidays),
  ),
  /** The guests' own Wi-Fi; an empty name: none is shown, an empty password: an open one. */
  wifi: v.exactOptional(
    v.strictObject({
      ssid: WifiName,
      password: WifiPassword,
    }),
  ),
  /** An ESC/POS printer on the network; an empty address: none. */
  ticketPrinter: v.exactOptional(
    v.strictObject({
      host: v.union([v.literal(''), v.pipe(v.string(), v.check(isPrinterAddress))]),
      port: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(65_535)),
      /** Its width, mm. */
      paper: v.picklist(paperWidths),
    }),
  ),
})
export type HouseChanges = v.InferOutput<typeof HouseChanges>
export const SaveHouse = v.strictObject({ type: v.literal('SaveHouse'), rev: Rev, changes: HouseChanges })

/** What a file of songs was read into, and its counts looked at, becomes what is sung. */
export const ImportSongs = v.strictObject({
  type: v.literal('ImportSongs'),
  catalogue: v.pipe(v.string(), v.regex(/^songs\/[a-z0-9]{1,20}$/)),
})
