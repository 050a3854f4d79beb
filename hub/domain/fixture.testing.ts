/** A small venue for tests of the domain: five rooms, a short menu, six people on duty, four members. */
import { textIdentity } from '../../shared/protocol/cards/formats.ts'
import type { Id } from '../../shared/protocol/primitives.ts'
import type { Role, Tier } from '../../shared/protocol/words.ts'
import type { Facts, Meta } from './decision.ts'
import { type Card, cardId, type MemberFacts, type PastVisit } from './member/member.ts'
import type { MenuItem } from './order/menu-item.ts'
import type { Song } from './playlist/song.ts'
import type { Principal } from './principal.ts'
import type { Staff } from './staff/staff.ts'
import type { Band, VenueConfig } from './venue-config.ts'

/** Friday 2026-11-20, 20:00 in Shanghai (UTC+8, no DST). */
export const evening = Date.UTC(2026, 10, 20, 12, 0)
export const day = '2026-11-20'
export const second = 1000
export const minute = 60 * second
export const hour = 60 * minute

const everyDay = (price: number): Band[] => [{ from: 360, to: 1800, price }]
const evenings = (price: number, weekend: number): Band[] => [
  { days: [0, 1, 2, 3, 4], from: 1080, to: 1560, price },
  { days: [5, 6], from: 1080, to: 1560, price: weekend },
]

/** Money in fen. Timed 60 yuan an hour in a small room; 20:00–02:00 blocks; the big room's buyout is until its band ends. */
export const venue: VenueConfig = {
  id: 'venue',
  name: { zhHans: '唱名试唱店' },
  city: { zhHans: '上海' },
  timeZone: 'Asia/Shanghai',
  cutover: 360,
  currency: 'CNY',
  locale: 'zh-Hans',
  classes: [
    { id: 'small', name: { zhHans: '小包' }, capacity: 4, minimumSpend: 0 },
    { id: 'mid', name: { zhHans: '中包' }, capacity: 8, minimumSpend: 68_000 },
    { id: 'big', name: { zhHans: '豪包' }, capacity: 15, minimumSpend: 188_000 },
  ],
  rooms: [
    { id: 'v01', name: 'V01', floor: 1, roomClass: 'small' },
    { id: 'v02', name: 'V02', floor: 1, roomClass: 'small' },
    { id: 'v03', name: 'V03', floor: 1, roomClass: 'mid' },
    { id: 'v05', name: 'V05', floor: 2, roomClass: 'mid' },
    { id: 'v08', name: 'V08', floor: 2, roomClass: 'big' },
  ],
  tariffs: [
    { id: 'small-timed', kind: 'timed', name: { zhHans: '计时' }, roomClass: 'small', bands: everyDay(6_000) },
    { id: 'mid-timed', kind: 'timed', name: { zhHans: '计时' }, roomClass: 'mid', bands: everyDay(12_000) },
    {
      id: 'mid-block',
      kind: 'block',
      name: { zhHans: '三小时' },
      roomClass: 'mid',
      bands: evenings(26_800, 36_800),
      minutes: 180,
    },
    { id: 'big-timed', kind: 'timed', name: { zhHans: '计时' }, roomClass: 'big', bands: everyDay(24_000) },
    { id: 'big-buyout', kind: 'buyout', name: { zhHans: '买断' }, roomClass: 'big', bands: evenings(88_800, 128_800) },
  ],
  policy: {
    lateAfterMs: 3 * minute,
    undoOrderMs: 8 * second,
    sameTapMs: 10 * second,
    bigRound: 100_000,
    defaultOrderRule: { kind: 'free' },
    totals: 'shown',
    answerMs: { service: 4 * minute, complaint: 2 * minute, vip: minute },
    resolveMs: { service: 15 * minute, complaint: 15 * minute, vip: 10 * minute },
    requestClocks: [],
    ticketReminderMs: 4 * minute,
    heardWithinMs: 10 * second,
    takeLapsesMs: 3 * minute,
    confirmLapsesMs: 10 * minute,
    undoTakeMs: 10 * second,
    checkInLapsesMs: 20 * minute,
    sameTouchMs: 3 * second,
    welcomeMs: 29 * second,
    sessionIdleMs: 5 * minute,
    sessionMs: 12 * hour,
    shiftMs: 14 * hour,
    compQuota: { desk: 0, floor: 10_000, bar: 0, manager: 50_000, owner: 500_000 },
    compLowPercent: 20,
    compSecondAbove: 20_000,
    preloadSongs: 8,
    playlistLimit: 12,
    assumedSongMs: 4 * minute,
    vipTiers: ['gold', 'diamond', 'black'],
  },
  songs: 'players',
  cards: true,
  ticketPrinter: { kind: 'none' },
  welcomeLines: [],
  demo: false,
}

const item = (
  id: Id,
  price: number,
  tags: string[],
  more: Partial<MenuItem> & Pick<MenuItem, 'category'>,
): MenuItem => ({
  id,
  name: { zhHans: id },
  unit: { zhHans: '份' },
  price,
  prices: [],
  components: [],
  again: true,
  alcohol: false,
  tags,
  options: [],
  gift: false,
  retired: false,
  ...more,
})

export const menu: readonly MenuItem[] = [
  item('beer', 3_000, ['beer'], {
    category: 'drinks',
    alcohol: true,
    prices: [
      { roomClass: 'big', price: 3_800 },
      { from: 360, to: 1080, price: 2_000 },
    ],
    options: [{ id: 'cold', name: { zhHans: '冰' } }],
  }),
  item('whisky', 98_000, ['whisky'], { category: 'drinks', alcohol: true }),
  item('tea', 2_800, ['tea'], { category: 'drinks' }),
  item('peanut-milk', 1_800, ['soft', 'peanut'], { category: 'drinks' }),
  item('fruit', 8_800, ['fruit'], { category: 'food', again: false, gift: true }),
  item('beer-tower', 26_800, [], {
    category: 'packages',
    again: false,
    alcohol: true,
    components: [
      { item: 'beer', qty: 12 },
      { item: 'fruit', qty: 1 },
    ],
  }),
  item('old-wine', 50_000, ['wine'], { category: 'drinks', alcohol: true, retired: true }),
]

const person = (id: Id, role: Role, zone: number[] = []): Staff => ({
  id,
  name: { zhHans: id },
  role,
  zone,
  pin: { salt: 'salt', hash: 'hash' },
})

export const staff: readonly Staff[] = [
  person('lily', 'desk'),
  person('chen', 'floor', [1]),
  person('zhou', 'floor', [2]),
  person('bo', 'bar'),
  person('mei', 'manager'),
  person('huang', 'owner'),
]

/** Somebody of the venue at the console `pc-<name>`. */
export const as = (id: Id): Principal => {
  const found = staff.find(one => one.id === id)
  if (!found) throw new Error(`nobody here is called ${id}`)
  return { kind: 'staff', device: `pc-${id}`, session: `s-${id}`, staff: id, role: found.role }
}
export const kiosk: Principal = { kind: 'kiosk', device: 'kiosk1' }
export const panelOf = (room: Id): Principal => ({ kind: 'panel', device: `panel-${room}`, room })
export const player: Principal = { kind: 'player', device: 'player1' }
export const system: Principal = { kind: 'system' }

export const pastVisit = (visit: Id, at: number, more: Partial<PastVisit> = {}): PastVisit => ({
  visit,
  at,
  room: 'v08',
  spend: 100_000,
  drunk: [],
  sung: [],
  ...more,
})

export const textCard = (member: Id, number: string, more: Partial<Card> = {}): Card => ({
  id: cardId(member, 0),
  ...textIdentity(number),
  number,
  blocked: false,
  ...more,
})

export const memberOf = (
  id: Id,
  tier: Tier,
  more: Partial<MemberFacts['member']> = {},
  past: PastVisit[] = [],
): MemberFacts => ({
  member: {
    id,
    called: id,
    name: id,
    tier,
    cards: [textCard(id, `card-${id}`)],
    tastes: [],
    taboos: [],
    notes: [],
    welcome: true,
    discreet: false,
    blocked: false,
    since: 0,
    ...more,
  },
  history: {
    member: id,
    visits: past,
    totals: { visits: past.length, spend: past.reduce((sum, one) => sum + one.spend, 0) },
  },
})

/** wang: black, drinks whisky, no peanuts. li: gold, discreet. zhao: an ordinary guest, no welcome. ding: silver, blocked. */
export const members: ReadonlyMap<Id, MemberFacts> = new Map(
  [
    memberOf('wang', 'black', { taboos: ['peanut'], accountManager: 'mei' }, [
      pastVisit('old-1', evening - 30 * 24 * hour, {
        drunk: [
          { item: 'whisky', qty: 1 },
          { item: 'peanut-milk', qty: 2 },
        ],
        sung: [{ song: 'song-1', title: '海阔天空', artist: 'Beyond' }],
      }),
      pastVisit('old-2', evening - 7 * 24 * hour, {
        drunk: [
          { item: 'whisky', qty: 1 },
          { item: 'tea', qty: 3 },
        ],
        sung: [{ song: 'song-1', title: '海阔天空', artist: 'Beyond' }],
      }),
    ]),
    memberOf('li', 'gold', { discreet: true }),
    memberOf('zhao', 'guest', { welcome: false }),
    memberOf('ding', 'silver', { blocked: true }),
  ].map(facts => [facts.member.id, facts]),
)

export const memberFacts = (id: Id): MemberFacts => {
  const found = members.get(id)
  if (!found) throw new Error(`no member is called ${id}`)
  return found
}

export const songs: readonly Song[] = [
  { id: 'song-1', title: '海阔天空', artist: 'Beyond', language: 'yue', lengthMs: 5 * minute, popularity: 90 },
  { id: 'song-2', title: '朋友', artist: '周华健', language: 'zh', popularity: 80 },
  { id: 'song-3', title: '后来', artist: '刘若英', language: 'zh', lengthMs: 4 * minute, popularity: 70 },
  { id: 'song-4', title: '不该唱', artist: '某某', language: 'zh', popularity: 10, blocked: true },
]

export const song = (id: Id): Song => {
  const found = songs.find(one => one.id === id)
  if (!found) throw new Error(`no song is called ${id}`)
  return found
}

/** Meta of a command given now by `by`; `facts` and everything else may be overridden. */
export type MetaOverrides = Partial<Omit<Meta, 'facts'>> & { readonly facts?: Partial<Facts> }

export function metaOf(by: Principal, at: number, id: (prefix: string) => Id, overrides: MetaOverrides = {}): Meta {
  return {
    at,
    tappedAt: at,
    sure: false,
    day,
    by,
    venue,
    item: wanted => menu.find(one => one.id === wanted),
    packs: id => [id],
    staff: wanted => staff.find(one => one.id === wanted),
    everybody: () => staff,
    cashierTakesTickets: false,
    houseUsual: {
      visits: 4,
      items: new Map([
        ['beer', { visits: 3, chances: 2, rebuys: 1 }],
        ['tea', { visits: 1, chances: 0, rebuys: 0 }],
      ]),
      chances: 2,
      rebuys: 1,
    },
    id,
    ...overrides,
    facts: { members, hotSongs: songs, ...overrides.facts },
  }
}
