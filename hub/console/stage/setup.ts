/** The settings of the stage's house, as they are edited. */
import type { RoomView } from '../../../shared/protocol/views/console.ts'
import type {
  ItemSetupView,
  MenuSetupView,
  StaffSetupView,
  VenueSetupView,
} from '../../../shared/protocol/views/setup.ts'
import { house, staffSlices } from './evening.ts'

const item = (
  id: string,
  category: string,
  zhHans: string,
  en: string,
  price: number,
  more: Partial<ItemSetupView> = {},
) => ({
  id,
  rev: 0,
  category,
  name: { zhHans, en },
  unit: { zhHans: '份', en: 'portion' },
  price,
  prices: [],
  components: [],
  again: true,
  alcohol: false,
  tags: [],
  options: [],
  gift: false,
  retired: false,
  ...more,
})

export const menuSetup: MenuSetupView = {
  categories: [
    { id: 'beer', rev: 0, name: { zhHans: '啤酒', en: 'Beer' } },
    { id: 'spirits', rev: 0, name: { zhHans: '洋酒', en: 'Spirits' } },
    { id: 'soft', rev: 0, name: { zhHans: '软饮', en: 'Soft drinks' } },
    { id: 'food', rev: 0, name: { zhHans: '小食果盘', en: 'Food' } },
    { id: 'packages', rev: 0, name: { zhHans: '套餐', en: 'Packages' } },
    { id: 'tea', rev: 1, name: { zhHans: '茶', en: 'Tea' } },
  ],
  items: [
    item('i1', 'beer', '青岛啤酒 纯生', 'Tsingtao Draft', 2_800, {
      unit: { zhHans: '瓶', en: 'bottle' },
      alcohol: true,
      tags: ['beer'],
      options: [
        { id: 'cold', name: { zhHans: '冰的', en: 'Cold' } },
        { id: 'warm', name: { zhHans: '常温', en: 'Warm' } },
      ],
      prices: [
        { roomClass: 'big', price: 3_800 },
        { from: 840, to: 1200, price: 1_800 },
      ],
    }),
    item('i2', 'beer', '百威', 'Budweiser', 3_000, {
      unit: { zhHans: '瓶', en: 'bottle' },
      alcohol: true,
      tags: ['beer'],
    }),
    item('i3', 'beer', '科罗娜', 'Corona', 3_500, {
      unit: { zhHans: '瓶', en: 'bottle' },
      alcohol: true,
      tags: ['beer'],
    }),
    item('i7', 'beer', '1664 白啤酒（进口，330毫升，小麦）', '1664 Blanc, imported wheat beer', 4_200, {
      unit: { zhHans: '瓶', en: 'bottle' },
      alcohol: true,
    }),
    item('i8', 'beer', '雪花', 'Snow', 2_200, { retired: true, alcohol: true }),
    item('i4', 'spirits', '山崎12年', 'Yamazaki 12', 298_000, { alcohol: true, tags: ['whisky'] }),
    item('i5', 'food', '大果盘', 'Fruit platter', 16_800, { gift: true, again: false }),
    item('i6', 'packages', '欢唱套餐', 'Party package', 68_800, {
      again: false,
      components: [
        { item: 'i1', qty: 12 },
        { item: 'i5', qty: 1 },
      ],
      hours: 3,
    }),
  ],
  tags: [
    { id: 'beer', name: { zhHans: '啤酒', en: 'Beer' } },
    { id: 'whisky', name: { zhHans: '威士忌', en: 'Whisky' } },
    { id: 'peanut', name: { zhHans: '花生', en: 'Peanut' } },
    { id: 'seafood', name: { zhHans: '海鲜', en: 'Seafood' } },
    { id: 'milk', name: { zhHans: '牛奶', en: 'Milk' } },
  ],
  classes: [
    { id: 'small', name: { zhHans: '小包', en: 'Small' } },
    { id: 'middle', name: { zhHans: '中包', en: 'Medium' } },
    { id: 'big', name: { zhHans: '豪华大包', en: 'Grand' } },
  ],
}

export const staffSetup: StaffSetupView = {
  people: staffSlices.map(([, { id, name, role }], at) => ({
    id,
    rev: 1,
    name,
    role: role as StaffSetupView['people'][number]['role'],
    zone: at % 3 === 1 ? [1, 2] : [],
  })),
  zones: [1, 2, 3],
}

const isRoom = (key: string) => key.startsWith('room/')

export const venueSetup: VenueSetupView = {
  rooms: house.flatMap(([key, value]) => {
    if (!isRoom(key)) return []
    const { id, name, floor, roomClass } = value as RoomView
    return { id, rev: 0, name, floor, roomClass }
  }),
  classes: [
    { id: 'small', rev: 0, name: { zhHans: '小包', en: 'Small' }, capacity: 4, minimumSpend: 68_000 },
    { id: 'middle', rev: 0, name: { zhHans: '中包', en: 'Medium' }, capacity: 8, minimumSpend: 128_000 },
    { id: 'big', rev: 2, name: { zhHans: '豪华大包', en: 'Grand' }, capacity: 16, minimumSpend: 268_000 },
  ],
  tariffs: [
    {
      id: 't1',
      rev: 0,
      kind: 'timed',
      name: { zhHans: '计时', en: 'By the hour' },
      roomClass: 'small',
      bands: [
        { days: [5, 6], from: 1200, to: 1560, price: 12_800 },
        { from: 720, to: 1800, price: 8_800 },
      ],
    },
    {
      id: 't2',
      rev: 0,
      kind: 'block',
      name: { zhHans: '黄金档 20:00–01:00', en: 'Prime 20:00–01:00' },
      roomClass: 'big',
      bands: [
        { days: [5, 6], from: 1200, to: 1500, price: 88_800 },
        { from: 1200, to: 1500, price: 68_800 },
      ],
    },
  ],
  policy: {
    rev: 0,
    bigRound: 300_000,
    defaultOrderRule: { kind: 'above', amount: 100_000 },
    totals: 'hidden-from-guests',
    answerMs: { service: 240_000, complaint: 120_000, vip: 60_000 },
    resolveMs: { service: 900_000, complaint: 900_000, vip: 600_000 },
    requestClocks: [{ of: 'ice', answerMs: 180_000 }],
    vipTiers: ['diamond', 'black'],
    takeLapsesMs: 180_000,
    ticketReminderMs: 240_000,
    shiftMs: 14 * 3_600_000,
    compLowPercent: 20,
    feedbackReward: 'i5',
    compQuota: { desk: 20_000, floor: 30_000, bar: 0, manager: 200_000, owner: 1_000_000 },
    compSecondAbove: 50_000,
    heardWithinMs: 10_000,
    confirmLapsesMs: 600_000,
    welcomeMs: 29_000,
    checkInLapsesMs: 1_200_000,
    preloadSongs: 12,
    playlistLimit: 200,
  },
  house: {
    rev: 0,
    name: { zhHans: '唱名 · 望京店', en: 'Changming Wangjing' },
    sign: { zhHans: '' },
    city: { zhHans: '北京', en: 'Beijing' },
    locale: 'zh-Hans',
    songs: 'players',
    cards: true,
    welcomeLines: [{ zhHans: '欢迎光临', en: 'Welcome' }],
    holidays: [],
    wifi: { ssid: 'Changming-Guest', password: 'sing-along' },
    ticketPrinter: { host: '192.168.1.80', port: 9100, paper: 80 },
  },
}
