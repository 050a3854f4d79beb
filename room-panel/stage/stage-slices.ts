/** What the stage shows: an evening's slices, with the words of a real night. Money in fen. */
import type {
  EntryView,
  PanelOrderView,
  PanelRequestView,
  PanelVisitView,
  PassedOnView,
  PlaylistView,
} from '../../shared/protocol/views/panel.ts'
import type { VenueView } from '../../shared/protocol/views/venue.ts'
import { complaints } from '../../shared/protocol/words.ts'
import { longMenu, menu } from './stage-menu.ts'
import { songs } from './stage-songs.ts'

export const scenes = [
  'plain',
  'busy',
  'empty',
  'idle',
  'new',
  'pairing',
  'connecting',
  'away',
  'settled',
  'staff',
  'late',
  'big',
  'nosongs',
  'hosted',
  'gift',
  'refused',
  'seeker',
  'long',
  'moved',
] as const
export type Scene = (typeof scenes)[number]
export type StageSlices = readonly (readonly [key: string, value: unknown])[]

export function slicesOf(scene: Scene, now: number): StageSlices {
  const house = [
    ['venue', { ...venue, songs: scene !== 'nosongs' }],
    ['room', { id: 'r8', name: 'V08', floor: 3 }],
    ['complaints', { categories: complaints }],
    ...menu,
  ] as const
  if (scene === 'idle') return house
  if (scene === 'empty') {
    return [...house, ['visit', visitOf(scene, now)], ['playlist', { queue: [], sung: [] } satisfies PlaylistView]]
  }
  return [
    ...house,
    ['visit', visitOf(scene, now)],
    ['playlist', scene === 'long' ? lengthened(playlistOf(now)) : playlistOf(now)],
    ...(scene === 'long' ? longMenu : []),
    ['usual', { items: usual }],
    ...ordersOf(scene, now).map(order => [`order/${order.id}`, order] as const),
    ...(scene === 'busy' ? requestsOf(now) : []).map(request => [`request/${request.id}`, request] as const),
  ]
}

const venue: VenueView = {
  name: { zhHans: '云顶会', zhHant: '雲頂會', en: 'Cloud House' },
  city: { zhHans: '上海', zhHant: '上海', en: 'Shanghai' },
  timeZone: 'Asia/Shanghai',
  currency: 'CNY',
  locale: 'zh-Hans',
  demo: true,
  songs: true,
  cards: true,
  lines: [],
}

function visitOf(scene: Scene, now: number): PanelVisitView {
  return {
    id: 'v1',
    status: scene === 'settled' ? 'settled' : 'open',
    openedAt: now - 5_000_000,
    greeting: scene === 'long' ? '欧阳·阿卜杜拉·司徒先生' : '王总',
    vip: true,
    party: 6,
    orderRule: scene === 'staff' ? { kind: 'staff-only' } : { kind: 'free' },
    ...(scene !== 'hosted' && { totals: totalsOf(scene) }),
    hideAfter: now + 3 * 3_600_000,
    doNotDisturb: scene === 'busy',
    ...(scene !== 'staff' && { yours: true, lastTime: ['s1', 's8'] }),
    feedback: scene === 'busy' ? [{ guest: 0, face: 'unhappy', factors: ['audio'] }] : [],
    attendant: chen,
    favourites: ['i-hennessy', 'i-qingdao'],
    ...(scene !== 'settled' && { reward: { item: 'i-fruit', given: scene === 'busy' } }),
    ...(scene === 'moved' && { passedOn: passedOnAt(now) }),
    ...(scene === 'seeker' && { seekers: [{ id: 'f1', called: '李小姐' }] }),
  }
}

const passedOnAt = (now: number): readonly PassedOnView[] => [
  {
    tap: 't1',
    tappedAt: now - 290_000,
    command: { type: 'PlaceOrder', source: 'menu', lines: [{ item: 'i-qingdao', qty: 6 }], seen: 16_800 },
  },
  { tap: 't2', tappedAt: now - 260_000, command: { type: 'CallService', service: 'ice' } },
]

function totalsOf(scene: Scene): NonNullable<PanelVisitView['totals']> {
  const subtotal = scene === 'empty' ? 0 : 126_400
  const orders = ['o1', 'o2', 'o3', 'o4', 'o5'].map(order => ({ order, total: order === 'o1' ? 105_600 : 20_800 }))
  return { subtotal, minimumSpend: 168_000, missing: 168_000 - subtotal, orders }
}

const chen = { zhHans: '小陈', zhHant: '小陳', en: 'Chen' }
const usual = [
  { item: 'i-qingdao', qty: 12, times: 5, inARow: 3 },
  { item: 'i-fruit', qty: 1, times: 4 },
  { item: 'i-tea', qty: 2, times: 3 },
]

function entry(at: number, more: Partial<EntryView> = {}): EntryView {
  const song = songs[at % songs.length]
  return {
    entry: `e${at}`,
    song: song?.song ?? 's0',
    title: song?.title ?? '',
    artist: song?.artist ?? '',
    by: 'guest',
    ...more,
  }
}

function playlistOf(now: number): PlaylistView {
  return {
    playing: { ...entry(2), startedAt: now - 95_000, lengthMs: 215_000, vocals: false },
    queue: [
      entry(0),
      entry(1),
      entry(13),
      entry(8, { by: 'house', why: 'yours' }),
      entry(4, { by: 'house', why: 'hot' }),
      entry(7, { by: 'house', why: 'hot' }),
    ].map((one, at) => ({ ...one, waitMs: at * 240_000 })),
    sung: [{ ...entry(3), missing: true }, entry(5), entry(10)],
  }
}

/** The longest of a real catalogue. */
function lengthened({ playing, queue, sung }: PlaylistView): PlaylistView {
  const long = {
    title: '你是我这一生一世最美丽的遇见（电影《那些年我们一起追的女孩》片尾曲）',
    artist: 'The Hong Kong Philharmonic Orchestra、周杰伦、费玉清',
  }
  return {
    ...(playing && { playing: { ...playing, ...long } }),
    queue: queue.map(entry => ({ ...entry, ...long })),
    sung: sung.map(entry => ({ ...entry, ...long })),
  }
}

function ordersOf(scene: Scene, now: number): readonly PanelOrderView[] {
  const line = (item: string, qty: number, repeatable = true) => ({
    line: `l-${item}`,
    item,
    qty,
    returned: 0,
    options: [],
    repeatable,
  })
  const base = { lockedUntil: 0, byStaff: false }
  const delivered: PanelOrderView = {
    ...base,
    id: 'o1',
    placedAt: now - 3_000_000,
    status: 'delivered',
    lines: [line('i-qingdao', 6), line('i-package', 1, false)],
  }
  const accepted: PanelOrderView = {
    ...base,
    id: 'o2',
    placedAt: now - 400_000,
    status: 'accepted',
    lines: [line('i-qingdao', 6), line('i-peanuts', 2)],
  }
  const gift: PanelOrderView = {
    ...base,
    id: 'o6',
    placedAt: now - (scene === 'gift' ? 3000 : 100_000),
    status: 'accepted',
    lines: [line('i-fruit', 1, false)],
    byStaff: true,
    gift: true,
  }
  if (scene === 'long') {
    const hours = Array.from({ length: 40 }, (_, at): PanelOrderView => {
      return { ...delivered, id: `o1${at}`, placedAt: delivered.placedAt - at * 300_000 }
    })
    return [...hours, accepted, gift]
  }
  if (scene === 'refused')
    return [
      delivered,
      accepted,
      { ...accepted, id: 'o3', status: 'rejected', rejected: 'sold-out', rejectedAt: now - 3000 },
      { ...accepted, id: 'o4', status: 'rejected', rejected: 'guest-changed', rejectedAt: now - 1000 },
    ]
  if (scene !== 'busy') return [delivered, accepted, gift]
  return [
    delivered,
    accepted,
    gift,
    { ...accepted, id: 'o3', placedAt: now - 200_000, status: 'rejected', rejected: 'kitchen-closed' },
    { ...accepted, id: 'o4', placedAt: now - 60_000, status: 'awaiting-approval', byStaff: true },
    { ...accepted, id: 'o5', placedAt: now - 1500, lockedUntil: now + 600_000, status: 'placed' },
  ]
}

function requestsOf(now: number): readonly PanelRequestView[] {
  const base = { openedAt: now - 60_000, times: 1, onTheWay: false }
  return [
    { ...base, id: 'q1', what: { kind: 'service', service: 'ice' }, status: 'open', times: 2 },
    { ...base, id: 'q2', what: { kind: 'service', service: 'microphone' }, status: 'acknowledged', staff: chen },
    {
      ...base,
      id: 'q3',
      what: { kind: 'service', service: 'cups' },
      status: 'acknowledged',
      staff: chen,
      onTheWay: true,
      times: 3,
    },
    {
      ...base,
      id: 'q4',
      what: { kind: 'service', service: 'cleaning' },
      status: 'resolved',
      staff: chen,
      outcome: 'done',
    },
    { ...base, id: 'q5', what: { kind: 'complaint' }, status: 'resolved', outcome: 'replaced' },
    { ...base, id: 'q6', what: { kind: 'service', service: 'staff' }, status: 'acknowledged', staff: chen },
    { ...base, id: 'q7', what: { kind: 'service', service: 'lights' }, status: 'put-aside' },
  ]
}
