/** The demo venue: 锦里唱名 in Chengdu, forty rooms on three floors in four classes. Prices are our own, in fen. */
import type { Band, RoomClass, RoomConfig, Tariff, VenueConfig } from '../../hub/domain/venue-config.ts'

const hour = 60
const second = 1000
const minute = 60 * second
const sundayToThursday: Band['days'] = [0, 1, 2, 3, 4]
const weekend: Band['days'] = [5, 6]

export const classes: RoomClass[] = [
  { id: 'small', name: { zhHans: '小包', zhHant: '小包廂', en: 'Small room' }, capacity: 4, minimumSpend: 0 },
  { id: 'medium', name: { zhHans: '中包', zhHant: '中包廂', en: 'Medium room' }, capacity: 8, minimumSpend: 58_800 },
  { id: 'large', name: { zhHans: '大包', zhHant: '大包廂', en: 'Large room' }, capacity: 14, minimumSpend: 128_800 },
  { id: 'vip', name: { zhHans: '豪华包', zhHant: '豪華包廂', en: 'VIP suite' }, capacity: 20, minimumSpend: 268_800 },
]

/** Ids are the names in small letters: what staff say on the radio. Numbers with a 4 are left out, as houses here do. */
const floors: readonly { floor: number; roomClass: string; names: readonly string[] }[] = [
  { floor: 2, roomClass: 'small', names: ['201', '202', '203', '205', '206', '207', '208', '209'] },
  { floor: 2, roomClass: 'medium', names: ['210', '211', '212', '213', '215', '216'] },
  { floor: 3, roomClass: 'small', names: ['301', '302', '303', '305', '306', '307'] },
  { floor: 3, roomClass: 'medium', names: ['308', '309', '310', '311', '312', '313'] },
  { floor: 3, roomClass: 'large', names: ['315', '316', '317'] },
  { floor: 5, roomClass: 'large', names: ['501', '502', '503'] },
  { floor: 5, roomClass: 'vip', names: ['V01', 'V02', 'V03', 'V05', 'V06', 'V07', 'V08', 'V09'] },
]

export const rooms: RoomConfig[] = floors.flatMap(({ floor, roomClass, names }) =>
  names.map(name => ({ id: name.toLowerCase().replace(/^(\d)/, 'r$1'), name, floor, roomClass })),
)

/** Per hour from Sunday to Thursday in the prime time; the other hours and the weekend follow from it. */
const perHour: Readonly<Record<string, number>> = { small: 8_800, medium: 16_800, large: 28_800, vip: 48_800 }

const tariffsOf = (roomClass: string, prime: number): Tariff[] => [
  {
    id: `${roomClass}-timed`,
    kind: 'timed',
    name: { zhHans: '计时', zhHant: '計時', en: 'By the hour' },
    roomClass,
    bands: [
      { from: 6 * hour, to: 18 * hour, price: rounded(prime * 0.5) },
      { days: sundayToThursday, from: 18 * hour, to: 24 * hour, price: prime },
      { days: weekend, from: 18 * hour, to: 24 * hour, price: rounded(prime * 1.3) },
      { from: 24 * hour, to: 30 * hour, price: rounded(prime * 0.7) },
    ],
  },
  {
    id: `${roomClass}-night`,
    kind: 'block',
    name: { zhHans: '黄金包段 4小时', zhHant: '黃金包段 4小時', en: 'Evening block, 4 h' },
    roomClass,
    bands: [
      { days: sundayToThursday, from: 18 * hour, to: 26 * hour, price: rounded(prime * 3.2) },
      { days: weekend, from: 18 * hour, to: 26 * hour, price: rounded(prime * 4.2) },
    ],
    minutes: 4 * hour,
  },
  {
    id: `${roomClass}-day`,
    kind: 'block',
    name: { zhHans: '欢唱下午场', zhHant: '歡唱下午場', en: 'Afternoon block' },
    roomClass,
    bands: [{ from: 12 * hour, to: 18 * hour, price: rounded(prime * 1.4) }],
  },
  {
    id: `${roomClass}-buyout`,
    kind: 'buyout',
    name: { zhHans: '买断到打烊', zhHant: '買斷到打烊', en: 'Until closing' },
    roomClass,
    bands: [{ from: 18 * hour, to: 30 * hour, price: rounded(prime * 5.5) }],
  },
]

/** Prices end in 8 yuan, as they do on every board here. */
const rounded = (fen: number): number => Math.max(1_800, Math.round(fen / 1_000) * 1_000 - 200)

export const demoVenue: VenueConfig = {
  id: 'jinli',
  name: { zhHans: '锦里唱名 KTV', zhHant: '錦里唱名 KTV', en: 'Changming KTV Jinli' },
  city: { zhHans: '成都', zhHant: '成都', en: 'Chengdu' },
  timeZone: 'Asia/Shanghai',
  cutover: 6 * hour,
  currency: 'CNY',
  classes,
  rooms,
  tariffs: classes.flatMap(({ id }) => tariffsOf(id, perHour[id] ?? 0)),
  policy: {
    lateAfterMs: 3 * minute,
    undoOrderMs: 8 * second,
    sameTapMs: 10 * second,
    bigRound: 200_000,
    defaultOrderRule: { kind: 'free' },
    answerMs: { service: 4 * minute, complaint: 2 * minute, vip: 2 * minute },
    takeLapsesMs: 3 * minute,
    confirmLapsesMs: 10 * minute,
    undoTakeMs: 10 * second,
    checkInLapsesMs: 20 * minute,
    sameTouchMs: 3 * second,
    welcomeMs: 29 * second,
    sessionIdleMs: 5 * minute,
    sessionMs: 12 * 60 * minute,
    compQuota: { desk: 5_000, floor: 10_000, bar: 0, manager: 80_000, owner: 500_000 },
    compSecondAbove: 30_000,
    preloadSongs: 12,
    playlistLimit: 200,
    assumedSongMs: 4 * minute,
    vipTiers: ['diamond', 'black'],
  },
  welcomeLines: [
    { zhHans: '今晚的灯，为您亮着', zhHant: '今晚的燈，為您亮著', en: 'Tonight the lights are on for you' },
    { zhHans: '好歌已备，请您开嗓', zhHant: '好歌已備，請您開嗓', en: 'Your songs are waiting' },
    { zhHans: '故人来，酒正温', zhHant: '故人來，酒正溫', en: 'Welcome back, the glasses are warm' },
    { zhHans: '一曲锦里，满座知音', zhHant: '一曲錦里，滿座知音', en: 'One song, and everyone is a friend' },
  ],
  demo: true,
}
