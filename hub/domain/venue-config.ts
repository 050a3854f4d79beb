/** The venue's own settings: rooms, classes, tariffs, policy. A record that people edit, read as it holds at each command. */
import * as v from 'valibot'
import { Id, LocalizedText, Money } from '../../shared/protocol/primitives.ts'
import {
  chargedSteps,
  complaints,
  paperWidths,
  pricedDays,
  roles,
  services,
  songSystems,
  tariffKinds,
  tiers,
  writtenLocales,
} from '../../shared/protocol/words.ts'

const Ms = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(31 * 86_400_000))
/** Minutes since local midnight; up to 48 h, so that a band may end after midnight (20:00–02:00 is 1200–1560). */
const DayMinute = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(2880))

/** A time of the day on some days of the week (0 = Sunday), or of holidays. Absent days: every day. */
export const Band = v.strictObject({
  days: v.exactOptional(v.array(v.picklist(pricedDays))),
  from: DayMinute,
  to: DayMinute,
  price: Money,
})
export type Band = v.InferOutput<typeof Band>

export const Tariff = v.strictObject({
  id: Id,
  kind: v.picklist(tariffKinds),
  name: LocalizedText,
  roomClass: Id,
  /** `timed`: price per hour in each band. `block`, `buyout`: the price of the whole, where its band holds. */
  bands: v.array(Band),
  /** `block`, `buyout`: how long, in minutes; absent: until the band ends. */
  minutes: v.exactOptional(v.pipe(v.number(), v.safeInteger(), v.minValue(30))),
  /** `timed`: so many minutes are charged as soon as they have begun; absent: each minute that is over. */
  step: v.exactOptional(v.picklist(chargedSteps)),
  /** How often it was edited; absent in what was never. */
  rev: v.exactOptional(v.number()),
})
export type Tariff = v.InferOutput<typeof Tariff>

export const RoomClass = v.strictObject({
  id: Id,
  name: LocalizedText,
  capacity: v.pipe(v.number(), v.minValue(1)),
  minimumSpend: Money,
  /** How often it was edited; absent in what was never. */
  rev: v.exactOptional(v.number()),
})
export type RoomClass = v.InferOutput<typeof RoomClass>

export const RoomConfig = v.strictObject({
  id: Id,
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(12)),
  floor: v.number(),
  /** Whose it is on a floor that several look after; absent: the floor is the zone. */
  zone: v.exactOptional(v.number()),
  roomClass: Id,
  /** Its cell on the plan of its floor; absent: nobody has placed it. */
  at: v.exactOptional(v.strictObject({ x: v.number(), y: v.number() })),
  /** How often it was edited; absent in what was never. */
  rev: v.exactOptional(v.number()),
})
export type RoomConfig = v.InferOutput<typeof RoomConfig>

export const Policy = v.strictObject({
  /** A tap older than this at its arrival asks the guest once more. */
  lateAfterMs: Ms,
  /** The guest may undo an order, and the bar sees it locked. */
  undoOrderMs: Ms,
  /** Equal orders within this are one. */
  sameTapMs: Ms,
  /** An order of at least this asks once. */
  bigRound: Money,
  defaultOrderRule: v.variant('kind', [
    v.strictObject({ kind: v.literal('free') }),
    v.strictObject({ kind: v.literal('above'), amount: Money }),
    v.strictObject({ kind: v.literal('staff-only') }),
  ]),
  /**
   * Whether a party's own panel shows what it all comes to. `hidden-from-guests`: not where a member is the host, whose
   * guests need not know; friends who share the bill see it.
   */
  totals: v.exactOptional(v.picklist(['shown', 'hidden-from-guests', 'hidden']), 'hidden-from-guests'),
  /** Until a request without an answer escalates: for calls, for complaints, and for the highest tiers. */
  answerMs: v.strictObject({ service: Ms, complaint: Ms, vip: Ms }),
  /** Until it should be done, from the call on. */
  resolveMs: v.optional(v.strictObject({ service: Ms, complaint: Ms, vip: Ms }), {
    service: 15 * 60_000,
    complaint: 15 * 60_000,
    vip: 10 * 60_000,
  }),
  /** What a category or a tier has of its own; of a category and a tier the shorter time holds. */
  requestClocks: v.optional(
    v.array(
      v.strictObject({
        of: v.picklist([...services, ...complaints, ...tiers]),
        answerMs: v.exactOptional(Ms),
        resolveMs: v.exactOptional(Ms),
      }),
    ),
    [],
  ),
  /** A ticket that waits for somebody sounds again this often. */
  ticketReminderMs: v.optional(v.pipe(Ms, v.minValue(10_000)), 4 * 60_000),
  /** Within this a console must confirm that a call sounded, or it escalates at once. 0: that is not asked. */
  heardWithinMs: v.optional(Ms, 10_000),
  /** A take that leads nowhere lapses. */
  takeLapsesMs: Ms,
  /** The guest's 好了 is waited for so long. */
  confirmLapsesMs: Ms,
  undoTakeMs: Ms,
  checkInLapsesMs: Ms,
  /** One credential at one kiosk within this is one touch. */
  sameTouchMs: Ms,
  /** How long a welcome may be on the lobby's screen, ribbon included. */
  welcomeMs: Ms,
  /** Shared consoles sign out after so long without a command; others after the absolute limit. */
  sessionIdleMs: Ms,
  sessionMs: Ms,
  /** A shift that nobody ended. */
  shiftMs: v.optional(v.pipe(Ms, v.minValue(3_600_000)), 14 * 3_600_000),
  /** Comps per person and business day, by role; minor units. */
  compQuota: v.strictObject(
    Object.fromEntries(roles.map(role => [role, Money])) as { [R in (typeof roles)[number]]: typeof Money },
  ),
  /** A thing of the menu for every party that gives a 评价, whichever face it is; absent: none. */
  feedbackReward: v.exactOptional(Id),
  /** Managers are told when this share of somebody's quota, or less, is left; percent, 0: never. */
  compLowPercent: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(100)), 20),
  /** A comp of at least this needs a second person. */
  compSecondAbove: Money,
  /** Songs preloaded for a party whose members are known. */
  preloadSongs: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(40)),
  playlistLimit: v.pipe(v.number(), v.safeInteger(), v.minValue(10), v.maxValue(300)),
  /** A song whose length nobody knows. */
  assumedSongMs: Ms,
  /** Tiers whose arrival sounds on the console and whose seal lands on the welcome. */
  vipTiers: v.array(v.string()),
  /** How often it was edited; absent in what was never. */
  rev: v.exactOptional(v.number()),
})
export type Policy = v.InferOutput<typeof Policy>

/** Where the bar's tickets come out. `escpos`: a printer on the network that speaks ESC/POS and has a Chinese font. */
export const TicketPrinter = v.variant('kind', [
  v.strictObject({ kind: v.literal('none') }),
  v.strictObject({
    kind: v.literal('escpos'),
    host: v.pipe(v.string(), v.minLength(1), v.maxLength(253)),
    port: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(65_535)), 9100),
    /** Its width, mm. */
    paper: v.optional(v.picklist(paperWidths), 80),
  }),
])
export type TicketPrinter = v.InferOutput<typeof TicketPrinter>

/** The guests' own Wi-Fi, which the lobby shows to everybody. */
export const GuestWifi = v.strictObject({
  ssid: v.pipe(v.string(), v.minLength(1), v.maxBytes(32)),
  security: v.picklist(['WPA', 'WEP', 'nopass']),
  /** Absent with `nopass`. */
  password: v.exactOptional(v.pipe(v.string(), v.minLength(5), v.maxLength(63))),
})
export type GuestWifi = v.InferOutput<typeof GuestWifi>

export const VenueConfig = v.strictObject({
  id: Id,
  name: LocalizedText,
  city: LocalizedText,
  /** IANA name. */
  timeZone: v.string(),
  /** Minutes after local midnight at which the business day ends; 360 = 06:00. */
  cutover: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(1439)),
  /** What its screens speak until a guest chooses. */
  locale: v.exactOptional(v.picklist(writtenLocales), 'zh-Hans'),
  /** ISO 4217. */
  currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)),
  classes: v.array(RoomClass),
  rooms: v.array(RoomConfig),
  tariffs: v.array(Tariff),
  /** 节假日, 调休: dates on which rooms cost what they do on another day. */
  holidays: v.exactOptional(v.array(v.strictObject({ date: v.string(), as: v.picklist(pricedDays) }))),
  policy: Policy,
  /**
   * `none`: the rooms sing on a machine of the venue's own, and no screen shows songs. `players`: player devices are told
   * what each room plays, and report it. Absent in a venue made before this was asked.
   */
  songs: v.optional(v.picklist(songSystems), 'players'),
  /** Whether members have cards: without, the lobby does not ask for one. Whoever touches one is known all the same. */
  cards: v.optional(v.boolean(), true),
  ticketPrinter: v.optional(TicketPrinter, { kind: 'none' }),
  /** What stands in gold in the lobby, a line for each part between spaces; absent: 唱名. */
  sign: v.exactOptional(LocalizedText),
  /** Lines for the lobby's attract loop, and the manager's own welcome lines. */
  welcomeLines: v.array(LocalizedText),
  /** Guests' phones reach the hub by it; with it the lobby shows its QR before its own. */
  wifi: v.exactOptional(GuestWifi),
  /** A venue made by the demo; says so on every console. */
  demo: v.boolean(),
  /** How often name, sign, city, languages, lines and Wi-Fi were edited. */
  rev: v.exactOptional(v.number()),
})
export type VenueConfig = v.InferOutput<typeof VenueConfig>
