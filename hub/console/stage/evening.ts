/** One full evening, for our own eyes and for tests: rooms, parties, calls, tickets, a VIP in the lobby. */

import type { AnswerOf, MemberCardView } from '../../../shared/protocol/queries.ts'
import type {
  BriefView,
  CheckInView,
  ConsoleSlices,
  FeedLine,
  OrderView,
  RequestView,
  RoomView,
  SelfView,
  VisitView,
} from '../../../shared/protocol/views/console.ts'
import type { Role, Station } from '../../../shared/protocol/words.ts'

/** 23:20 in Shanghai. */
export const tonight = Date.UTC(2026, 10, 23, 15, 20)
const minute = 60_000

const classes = {
  small: { zhHans: '小包', zhHant: '小包', en: 'Small' },
  middle: { zhHans: '中包', zhHant: '中包', en: 'Medium' },
  big: { zhHans: '豪华大包', zhHant: '豪華大包', en: 'Grand' },
} as const

const wang: BriefView = {
  id: 'm1',
  called: '王总',
  say: 'Wáng zǒng（王建国）',
  tier: 'black',
  taboos: ['不喝白酒', '花生过敏'],
  tastes: ['山崎12年', '清静', '粤语老歌'],
  accountManager: 's1',
  last: {
    at: tonight - 9 * 86_400_000,
    drunk: ['i1', 'i2', 'i4'],
    complaint: { category: 'audio', outcome: 'replaced' },
  },
  discreet: false,
}
const ouyang: BriefView = {
  id: 'm2',
  called: '欧阳䶮女士',
  tier: 'gold',
  taboos: ['不吃海鲜'],
  tastes: ['红酒'],
  discreet: false,
}

export const staffSlices = [
  ['s1', '林静', 'Lin Jing', 'manager'],
  ['s2', '小陈', 'Chen', 'floor'],
  ['s3', '阿豪', 'Hao', 'floor'],
  ['s4', '小美', 'Mei', 'desk'],
  ['s5', '老周', 'Zhou', 'bar'],
  ['s6', '何生', 'Mr Ho', 'owner'],
  ['s7', '欧阳子衿', 'Ouyang Zijin', 'floor'],
].map(
  ([id = '', zhHans = '', en = '', role = 'floor'], at) =>
    [
      `staff/${id}`,
      {
        id,
        name: { zhHans, en },
        role,
        zone: { s2: [2], s3: [3] }[id] ?? [],
        signedIn: at < 3,
        ...(id === 's1' && { compLeft: 158_000 }),
      },
    ] as const,
)

function room(id: string, floor: number, roomClass: keyof typeof classes, more: Partial<RoomView> = {}) {
  const capacity = { small: 4, middle: 8, big: 16 }[roomClass]
  const view: RoomView = {
    id,
    name: id.toUpperCase(),
    floor,
    zone: floor,
    roomClass,
    className: classes[roomClass],
    capacity,
    condition: 'ready',
    ...more,
  }
  return [`room/${id}`, view] as const
}

function visit(id: string, roomId: string, more: Partial<VisitView> = {}) {
  const view: VisitView = {
    id,
    room: roomId,
    status: 'open',
    openedAt: tonight - 95 * minute,
    party: 6,
    members: [],
    terms: {
      kind: 'block',
      tariff: 't1b',
      name: { zhHans: '黄金档 20:00–01:00', en: 'Prime 20:00–01:00' },
      startsAt: tonight - 95 * minute,
      endsAt: tonight + 48 * minute,
      extensions: 0,
      over: false,
    },
    orderRule: { kind: 'free' },
    discreet: false,
    totals: { shown: false, code: '4821' },
    doNotDisturb: false,
    money: {
      ordered: 186_800,
      comps: 0,
      minimumSpend: 268_000,
      missing: 81_200,
      room: 68_000,
      roomAsOf: tonight,
      unticked: [],
    },
    waiting: 0,
    feedback: [],
    comps: [],
    ...more,
  }
  return [`visit/${id}`, view] as const
}

export function call(id: string, more: Partial<RequestView> & Pick<RequestView, 'what' | 'severity'>) {
  const view: RequestView = {
    id,
    room: 'v08',
    visit: 'p2',
    status: 'open',
    openedAt: tonight - 2 * minute,
    times: 1,
    onTheWay: false,
    level: 0,
    reopened: 0,
    vip: false,
    ...more,
  }
  return [`request/${id}`, view] as const
}

const visitIn = new Map(Object.entries({ v01: 'p4', v05: 'p3', v08: 'p2', a01: 'p5', a05: 'p6', a08: 'p1' }))

export function ticket(id: string, { room = 'v08', ...more }: Partial<OrderView>) {
  const view: OrderView = {
    id,
    visit: visitIn.get(room) ?? 'gone',
    room,
    source: 'menu',
    status: 'placed',
    placedAt: tonight - 70_000,
    lockedUntil: tonight - 62_000,
    reminderMs: 4 * minute,
    byStaff: false,
    lines: [],
    needsTick: true,
    ticked: false,
    mind: [],
    ...more,
  }
  return [`order/${id}`, view] as const
}

const line = (id: string, item: string, qty: number, options: readonly string[] = []) => ({
  line: id,
  item,
  qty,
  returned: 0,
  unitPrice: 3800,
  options,
  components: [],
})

const item = (id: string, category: string, zhHans: string, en: string, price: number, soldOut = false) =>
  [
    `item/${id}`,
    {
      id,
      category,
      name: { zhHans, en },
      unit: { zhHans: category === 'food' ? '份' : '瓶', en: category === 'food' ? 'plate' : 'bottle' },
      price,
      bands: [],
      components: [],
      options:
        id === 'i1'
          ? [
              { id: 'o1', name: { zhHans: '加冰', en: 'On ice' } },
              { id: 'o2', name: { zhHans: '纯饮', en: 'Neat' } },
            ]
          : [],
      soldOut,
      package: id === 'i7',
      ...(category !== 'spirit' && { gift: true as const }),
    },
  ] as const

export const self = (role?: Role, station?: Station): SelfView => ({
  device: 'c1',
  deviceName: station === 'bar' ? '吧台站' : '前台工作台',
  ...(station && { station }),
  ...(role && {
    session: {
      id: 'x1',
      staff: { desk: 's4', floor: 's2', bar: 's5', manager: 's1', owner: 's6' }[role],
      name: { zhHans: { desk: '小美', floor: '小陈', bar: '老周', manager: '林静', owner: '何生' }[role] },
      role,
      endsAt: tonight + 3_600_000,
      idleMs: 300_000,
    },
  }),
})

export const house = [
  [
    'venue',
    {
      name: { zhHans: '唱名 · 望京店', zhHant: '唱名 · 望京店', en: 'Changming Wangjing' },
      city: { zhHans: '北京' },
      timeZone: 'Asia/Shanghai',
      currency: 'CNY',
      locale: 'zh-Hans',
      demo: true,
      songs: true,
      cards: true,
      lines: [],
    } satisfies ConsoleSlices['venue'],
  ],
  ...staffSlices,
  room('v01', 2, 'small', { visit: 'p4' }),
  room('v02', 2, 'small'),
  room('v03', 2, 'small', { condition: 'to-clean' }),
  room('v05', 2, 'middle', { visit: 'p3' }),
  room('v06', 2, 'middle', { heldFor: 'r1' }),
  room('v07', 2, 'middle'),
  room('v08', 2, 'big', { visit: 'p2' }),
  room('v09', 2, 'big', { condition: 'out-of-order' }),
  room('a01', 3, 'small', { visit: 'p5' }),
  room('a02', 3, 'small'),
  room('a03', 3, 'middle', { condition: 'to-clean' }),
  room('a05', 3, 'middle', { visit: 'p6' }),
  room('a06', 3, 'big'),
  room('a08', 3, 'big', { visit: 'p1' }),
] as const

const offered = {
  id: 'k1',
  at: tonight - 40_000,
  lapsesAt: tonight + 60 * minute,
  how: 'card',
  kiosk: 'd1',
  member: wang,
  title: '王总',
  party: 8,
  reservation: 'r1',
  offer: 'v06',
  vip: true,
  discreet: false,
  glance: false,
  accountManager: 's1',
} satisfies CheckInView

/** What only staff may see. */
export const inside = [
  [
    'night',
    {
      day: '2026-11-23',
      occupied: 7,
      rooms: 14,
      guests: 43,
      openRequests: 6,
      openComplaints: 1,
      turnover: 2_864_000,
      comps: 42_000,
      unticked: 3,
    } satisfies ConsoleSlices['night'],
  ],
  [
    'backup',
    {
      made: { at: tonight - 15 * 60 * minute, bytes: 6_204_000 },
      failed: { at: tonight - 40 * minute, why: 'disk-full' },
    } satisfies ConsoleSlices['backup'],
  ],
  visit('p1', 'a08', {
    party: 12,
    title: '刘先生',
    status: 'settled',
    settledAt: tonight - 12 * minute,
    money: {
      ordered: 186_800,
      comps: 0,
      minimumSpend: 188_000,
      missing: 0,
      room: 68_000,
      roomAsOf: tonight - 12 * minute,
      afterwards: 5_600,
      unticked: ['o9'],
    },
  }),
  visit('p2', 'v08', {
    title: '欧阳䶮女士',
    host: ouyang,
    members: [ouyang, { ...wang, id: 'm9', called: '李总', taboos: ['不喝白酒'] }],
    attendant: 's2',
    singing: '红豆',
    waiting: 7,
    comps: [
      {
        comp: 'g1',
        returnable: true,
        kind: 'gift',
        item: 'i6',
        qty: 1,
        amount: 8800,
        reason: 'complaint',
        by: 's1',
        at: tonight - 30 * minute,
      },
    ],
    feedback: [{ guest: 0, face: 'unhappy', factors: ['audio', 'delay'], at: tonight - 20 * minute }],
    money: {
      ordered: 186_800,
      comps: 8800,
      minimumSpend: 268_000,
      missing: 81_200,
      room: 68_000,
      roomAsOf: tonight,
      unticked: ['o4', 'o6'],
    },
  }),
  visit('p3', 'v05', { party: 7, title: '陈小姐', openedAt: tonight - 200 * minute, doNotDisturb: true }),
  visit('p4', 'v01', { party: 3 }),
  visit('p5', 'a01', {
    party: 4,
    title: 'Alexandra Montgomery-Featherstonehaugh',
    terms: {
      kind: 'timed',
      tariff: 't1a',
      name: { zhHans: '计时', en: 'By the hour' },
      startsAt: tonight - 60 * minute,
      endsAt: tonight - minute,
      extensions: 1,
      over: true,
      included: 120,
    },
  }),
  visit('p6', 'a05', { party: 9, title: '张先生', discreet: true }),
  ['checkin/k1', offered],
  [
    'checkin/k2',
    {
      id: 'k2',
      at: tonight - 15_000,
      lapsesAt: tonight + 60 * minute,
      how: 'walk-in',
      party: 3,
      title: '小吴',
      offer: 'v02',
      vip: false,
      discreet: false,
      glance: false,
    },
  ],
  [
    'checkin/k3',
    {
      id: 'k3',
      at: tonight - 8_000,
      lapsesAt: tonight + 60 * minute,
      how: 'phone-page',
      language: 'en',
      kiosk: 'd1',
      member: { id: 'm5', called: '小赵', tier: 'guest', taboos: [], tastes: ['茶'], discreet: false },
      title: '小赵',
      party: 2,
      vip: false,
      discreet: false,
      glance: true,
    },
  ],
  ['trouble/d1', { kiosk: 'd1', failures: 2, at: tonight - 50_000, failure: 'unreadable' }],
  call('q1', {
    what: { kind: 'complaint', category: 'audio' },
    severity: 'critical',
    openedAt: tonight - 185_000,
    times: 2,
    level: 1,
    notTo: 's2',
  }),
  call('q2', {
    what: { kind: 'service', service: 'microphone' },
    severity: 'warning',
    room: 'a05',
    visit: 'p6',
    openedAt: tonight - 75_000,
  }),
  call('q3', {
    what: { kind: 'service', service: 'ice' },
    severity: 'info',
    room: 'v05',
    visit: 'p3',
    openedAt: tonight - 30_000,
    times: 3,
  }),
  call('q4', {
    what: { kind: 'service', service: 'bill' },
    severity: 'warning',
    room: 'a01',
    visit: 'p5',
    status: 'acknowledged',
    takenBy: 's1',
    takenAt: tonight - 4000,
    lapsesAt: tonight + 176_000,
  }),
  call('q5', {
    what: { kind: 'service', service: 'cups' },
    severity: 'info',
    room: 'v01',
    visit: 'p4',
    status: 'acknowledged',
    takenBy: 's2',
    takenAt: tonight - 100_000,
    onTheWay: true,
  }),
  call('q6', {
    what: { kind: 'complaint', category: 'delay' },
    severity: 'critical',
    room: 'a08',
    visit: 'p1',
    status: 'resolved',
    resolvedAt: tonight - 60_000,
    outcome: 'comped',
    takenBy: 's1',
  }),
  [
    'reservation/r1',
    {
      id: 'r1',
      amended: 0,
      title: '王总',
      member: wang,
      party: 8,
      arrivesAt: tonight - 5 * minute,
      heldUntil: tonight + 25 * minute,
      roomClass: 'middle',
      room: 'v06',
      deposit: true,
      booker: 's1',
      discreet: false,
    },
  ],
  [
    'reservation/r2',
    {
      id: 'r2',
      amended: 0,
      title: '周小姐生日',
      name: '周小姐生日',
      note: '生日蛋糕，气球布置，两支话筒',
      party: 14,
      arrivesAt: tonight + 40 * minute,
      heldUntil: tonight + 70 * minute,
      roomClass: 'big',
      deposit: false,
      discreet: true,
    },
  ],
  [
    'reservation/r3',
    {
      id: 'r3',
      amended: 0,
      title: '何先生',
      name: '何先生',
      phoneMasked: '••• 3127',
      party: 6,
      arrivesAt: tonight - 50 * minute,
      heldUntil: tonight - 20 * minute,
      released: true,
      roomClass: 'middle',
      room: 'v05',
      deposit: true,
      booker: 's1',
      discreet: false,
    },
  ],
  ...(['small', 'middle', 'big'] as const).flatMap((roomClass, at) => [
    [
      `tariff/t${at}a`,
      {
        id: `t${at}a`,
        kind: 'timed',
        name: { zhHans: '计时', en: 'By the hour' },
        roomClass,
        priceNow: 9800 * (at + 1),
      },
    ] as const,
    [
      `tariff/t${at}b`,
      {
        id: `t${at}b`,
        kind: 'block',
        name: { zhHans: '夜场到四点', en: 'Night until 04:00' },
        roomClass,
        priceNow: 38_800 * (at + 1),
        endsAtNow: tonight + 280 * minute,
      },
    ] as const,
  ]),
  ['category/beer', { id: 'beer', name: { zhHans: '啤酒', en: 'Beer' }, order: 1 }],
  ['category/spirit', { id: 'spirit', name: { zhHans: '洋酒', en: 'Spirits' }, order: 2 }],
  ['category/food', { id: 'food', name: { zhHans: '小食', en: 'Snacks' }, order: 3 }],
  item('i1', 'spirit', '山崎12年单一麦芽威士忌', 'Yamazaki 12', 218_000),
  item('i2', 'beer', '青岛纯生', 'Tsingtao Draft', 3800),
  item('i3', 'beer', '百威', 'Budweiser', 3500),
  item('i4', 'food', '果盘（大）', 'Fruit plate, large', 12_800),
  item('i5', 'food', '炸鸡翅', 'Chicken wings', 5800, true),
  item('i6', 'food', '果盘（小）', 'Fruit plate, small', 8800),
  item('i7', 'beer', '欢聚畅饮套餐', 'Party package', 68_800),
  ticket('o1', {
    status: 'awaiting-approval',
    room: 'a05',
    lines: [line('l1', 'i1', 2, ['o1'])],
    total: 436_000,
    source: 'usual',
  }),
  ticket('o2', {
    placedAt: tonight - 3000,
    lockedUntil: tonight + 5000,
    room: 'v05',
    lines: [line('l1', 'i2', 12)],
    source: 'again',
  }),
  ticket('o3', {
    room: 'v08',
    lines: [{ ...line('l1', 'i2', 6), taboo: true }, line('l2', 'i4', 1)],
    mind: ['不吃海鲜', '青岛纯生'],
    total: 35_600,
  }),
  ticket('o4', {
    status: 'accepted',
    room: 'v01',
    placedAt: tonight - 9.5 * minute,
    lines: [
      {
        ...line('l1', 'i7', 1),
        components: [
          { item: 'i3', qty: 12 },
          { item: 'i4', qty: 1 },
        ],
      },
    ],
    total: 68_800,
  }),
  ticket('o5', {
    status: 'accepted',
    room: 'a01',
    placedAt: tonight - 4 * minute,
    lines: [line('l1', 'i1', 1, ['o2']), line('l2', 'i2', 3)],
  }),
  ticket('o8', {
    status: 'accepted',
    source: 'gift',
    byStaff: true,
    placedAt: tonight - minute,
    lines: [{ ...line('l1', 'i6', 1), unitPrice: 0 }],
    total: 0,
    mind: ['不吃海鲜'],
  }),
  ticket('o9', { status: 'accepted', room: 'a08', lines: [line('l1', 'i2', 2)], total: 7600 }),
  ticket('o10', {
    status: 'delivered',
    room: 'v03',
    gone: true,
    placedAt: tonight - 80 * minute,
    deliveredAt: tonight - 70 * minute,
    deliveredBy: 's5',
    lines: [line('l1', 'i3', 12)],
    total: 42_000,
  }),
  ticket('o6', {
    status: 'delivered',
    room: 'v08',
    deliveredAt: tonight - 6 * minute,
    deliveredBy: 's5',
    lines: [{ ...line('l1', 'i2', 6), returned: 1 }],
    total: 22_800,
  }),
  ticket('o7', {
    status: 'delivered',
    room: 'a08',
    deliveredAt: tonight - 22 * minute,
    deliveredBy: 's5',
    ticked: true,
    lines: [line('l1', 'i4', 2)],
    total: 25_600,
  }),
  ['device/d1', { id: 'd1', name: '迎宾屏 1', kind: 'kiosk', online: true }],
  [
    'device/d2',
    { id: 'd2', name: '读卡器', kind: 'reader', kiosk: 'd1', online: false, lastSeenAt: tonight - 4 * minute },
  ],
  ['device/d3', { id: 'd3', name: '前台读卡器', kind: 'reader', kiosk: 'd1', cardFormat: 'em-8h10d', online: true }],
  [
    'device/p0',
    { id: 'p0', name: 'V08 旧屏', kind: 'panel', room: 'v08', online: false, lastSeenAt: tonight - 7_200_000 },
  ],
  ['device/c1', { id: 'c1', name: '前台工作台', kind: 'console', online: true, sounding: true }],
  ['device/c2', { id: 'c2', name: '吧台站', kind: 'console', station: 'bar', online: true, sounding: false }],
  ['device/c3', { id: 'c3', name: '楼面站', kind: 'console', station: 'floor', online: true, sounding: true }],
  ...['v01', 'v02', 'v05', 'v08', 'a01'].map(
    (id, at) =>
      [
        `device/pa${id}`,
        {
          id: `pa${id}`,
          name: `${id.toUpperCase()} 包厢屏`,
          kind: 'panel',
          room: id,
          online: at !== 3,
          lastSeenAt: tonight - 11 * minute,
        },
      ] as const,
  ),
] as const

/** 30 calls within a minute, from every room that has guests. */
export const flood = Array.from({ length: 30 }, (_, at) => {
  const rooms = ['v08', 'a05', 'v05', 'a01', 'v01', 'a08'] as const
  const services = ['ice', 'cups', 'microphone', 'cleaning', 'lights', 'bill'] as const
  const room = rooms[at % rooms.length] ?? 'v08'
  const service = services[Math.floor(at / 2) % services.length] ?? 'ice'
  return call(`f${at}`, {
    room,
    what: at === 4 ? { kind: 'complaint', category: 'noise' } : { kind: 'service', service },
    severity: at === 4 ? 'critical' : service === 'microphone' || service === 'bill' ? 'warning' : 'info',
    openedAt: tonight - at * 1900,
    times: 1 + (at % 3),
  })
})

/** Many at the door at once, and much that only waits for the guests' word. */
export const crowd = [
  ...['陈先生', '小吴', '黄小姐', '郑生', '老赵', '周小姐'].map((title, index) => {
    const view: CheckInView = {
      id: `c${index}`,
      at: tonight - (index + 1) * minute,
      lapsesAt: tonight + 60 * minute,
      how: 'card',
      kiosk: 'd1',
      title,
      party: 2 + index,
      vip: false,
      discreet: false,
      glance: false,
    }
    return [`checkin/c${index}`, view] as const
  }),
  ...(['v01', 'v05', 'a01', 'a05', 'a08'] as const).map((room, index) =>
    call(`g${index}`, {
      room,
      what: { kind: 'service', service: 'cups' },
      severity: 'info',
      status: 'resolved',
      outcome: 'done',
      openedAt: tonight - (index + 3) * minute,
    }),
  ),
] as const

const feedOf = (event: string, ago: number, more: Partial<FeedLine> = {}): FeedLine => ({
  seq: 1000 - ago,
  at: tonight - ago * 20_000,
  event,
  ...more,
})

/** Oldest first. */
export const feed: readonly FeedLine[] = [
  feedOf('ServiceCalled', 1, { room: 'v05', about: 'ice' }),
  feedOf('RequestTaken', 2, { room: 'a01', about: 'bill', staff: 's1' }),
  feedOf('CheckedIn', 3, { about: 'card', qty: 8 }),
  feedOf('OrderPlaced', 4, { room: 'v05', qty: 12, amount: 45_600 }),
  feedOf('CheckInFailed', 5, { about: 'unreadable' }),
  feedOf('RequestEscalated', 6, { room: 'v08', about: 'audio', qty: 1 }),
  feedOf('OrderDelivered', 8, { room: 'v08', staff: 's5' }),
  feedOf('CompGiven', 9, { room: 'v08', about: 'i6', qty: 1, amount: 8800, staff: 's1' }),
  feedOf('VisitSettled', 11, { room: 'a08', amount: 328_800, staff: 's4' }),
  feedOf('FeedbackGiven', 13, { room: 'v08', about: 'unhappy' }),
  feedOf('SoldOutSet', 15, { about: 'i5', qty: 1, staff: 's5' }),
  feedOf('VisitMoved', 17, { room: 'a05', about: 'v07', staff: 's4' }),
  feedOf('RoomConditionSet', 20, { room: 'a03', about: 'to-clean' }),
  feedOf('RequestConfirmed', 22, { room: 'a05', about: 'cups' }),
  feedOf('VisitExtended', 24, { room: 'a01', qty: 60, amount: 9800, staff: 's2' }),
  feedOf('SomethingNew', 26),
].reverse()

export const hits: AnswerOf['SearchMembers'] = {
  hits: [
    { id: 'm1', called: '王总', name: '王建国', tier: 'black', blocked: false, present: false },
    { id: 'm2', called: '欧阳䶮女士', name: '欧阳䶮', tier: 'gold', blocked: false, present: true },
    { id: 'm3', called: '王先生', name: '王建国', tier: 'silver', blocked: false, present: false },
  ],
}

export const found: AnswerOf['FindGuests'] = {
  members: [
    { id: 'm1', called: '王总', name: '王建国', tier: 'black', blocked: false, checkIn: 'k1', reservation: 'r1' },
    { id: 'm2', called: '欧阳䶮女士', name: '欧阳䶮', tier: 'gold', blocked: false, visit: 'p1' },
    { id: 'm3', called: '小王', name: '王思远', tier: 'guest', blocked: false },
  ],
  reservations: ['r2'],
}

export const card: MemberCardView = {
  ...wang,
  rev: 7,
  name: '王建国',
  phoneMasked: '••• 6688',
  birthday: '1971-11-30',
  hasBirthday: true,
  since: tonight - 800 * 86_400_000,
  visits: 37,
  spend: 18_640_000,
  notes: [
    { at: tonight - 9 * 86_400_000, by: 's1', text: '上次话筒有杂音，当场换新。走时说满意，下次入座前先试话筒。' },
    { at: tonight - 60 * 86_400_000, by: 's4', text: '喜欢靠窗、离电梯远的房间；带客户时不要提上次消费。' },
  ],
  past: [
    {
      at: tonight - 9 * 86_400_000,
      room: 'a08',
      spend: 628_000,
      drunk: [
        { item: 'i1', qty: 2 },
        { item: 'i2', qty: 12 },
      ],
      sung: [
        { title: '海阔天空', artist: 'Beyond' },
        { title: '红豆', artist: '王菲' },
      ],
      complaint: { category: 'audio', outcome: 'replaced' },
      face: 'happy',
    },
    {
      at: tonight - 30 * 86_400_000,
      room: 'v08',
      spend: 412_000,
      drunk: [{ item: 'i1', qty: 1 }],
      sung: [],
      face: 'delighted',
    },
  ],
  favourites: {
    drinks: [
      { item: 'i1', times: 31 },
      { item: 'i2', times: 18 },
      { item: 'i4', times: 12 },
    ],
    songs: [
      { title: '海阔天空', artist: 'Beyond', times: 22 },
      { title: '千千阙歌', artist: '陈慧娴', times: 14 },
    ],
  },
  keeps: [{ id: 'k1', label: 'K-0427', item: 'i1', tenths: 6, shelf: 'B-12', expiresAt: tonight + 40 * 86_400_000 }],
  cards: [
    { id: 'k1', tail: '6688', technology: 'em', blocked: false },
    { id: 'k2', tail: '0931', blocked: true },
  ],
  hasCode: true,
}

const plugged = { model: 'keyboard-wedge', vendorId: 0x08ff, productId: 0x0009 } as const

/** People on duty, and what goes wrong while they are. */
export const duty = [
  ...staffSlices.flatMap(([key, view]) =>
    ['s1', 's2', 's5'].includes(view.id)
      ? [
          [
            key,
            {
              ...view,
              onDutySince: tonight - 300 * minute,
              ...(view.id === 's2' && { compLow: true, compLeft: 2000 }),
            },
          ] as const,
        ]
      : [],
  ),
  room('v05', 2, 'middle', { visit: 'p3', panelOffSince: tonight - 4 * minute }),
] as const

/** Somebody typed ten wrong PINs for one on the floor, and ten for the only owner. */
export const pinsOff = staffSlices.flatMap(([key, view]) =>
  ['s2', 's6'].includes(view.id) ? [[key, { ...view, pinOff: true }] as const] : [],
)

/** A switch lost its power: no panel of the house is there. */
export const switchOff = house.flatMap(([key, view]) =>
  'roomClass' in view ? [[key, { ...view, panelOffSince: tonight - 3 * minute }] as const] : [],
)

/** The morning after the hub's computer died: the house was put back, and its devices' keys are younger than the backup. */
export const putBack = [
  ...(['v01', 'v02', 'a01'] as const).map(
    (room, at) =>
      [
        `device/pa${room}`,
        {
          id: `pa${room}`,
          name: `${room.toUpperCase()} 包厢屏`,
          kind: 'panel',
          room,
          online: false,
          waits: { code: ['BDKTVX', 'QRSTVW', 'KLMNPZ'][at] ?? '', lastSeenAt: tonight - (14 + at) * 60 * minute },
        },
      ] as const,
  ),
  [
    'device/d1',
    {
      id: 'd1',
      name: '迎宾屏 1',
      kind: 'kiosk',
      online: false,
      waits: { code: 'GHJKLM', lastSeenAt: tonight - 15 * 60 * minute },
    },
  ],
] as const

/** Readers with every trouble there is, at two kiosks. */
export const brokenReaders = [
  ['device/d3', { id: 'd3', name: '迎宾屏 2', kind: 'kiosk', online: true }],
  [
    'device/d4',
    {
      id: 'd4',
      name: 'USB',
      kind: 'reader',
      kiosk: 'd1',
      own: true,
      online: true,
      lastSeenAt: tonight - 90 * minute,
      readers: {
        driver: true,
        lost: 2,
        plugged: [
          { ...plugged, id: 'r1', state: 'connected', since: tonight - 90 * minute },
          { ...plugged, id: 'r2', model: 'pos-scanner', state: 'gone', since: tonight - 3 * minute },
          {
            ...plugged,
            id: 'r3',
            vendorId: 0x16c0,
            productId: 0x27db,
            state: 'no-rights',
            since: tonight - 2 * minute,
          },
          { ...plugged, id: 'r4', model: 'mag-stripe', vendorId: 0x0801, state: 'failed', since: tonight - minute },
        ],
      },
    },
  ],
  [
    'device/d5',
    {
      id: 'd5',
      name: '侧门读卡器',
      kind: 'reader',
      kiosk: 'd3',
      online: false,
      lastSeenAt: tonight - 5 * minute,
      readers: { driver: true, lost: 0, plugged: [{ ...plugged, id: 'r1', state: 'connected', since: tonight }] },
    },
  ],
  [
    'device/d6',
    {
      id: 'd6',
      name: '后门读卡器',
      kind: 'reader',
      kiosk: 'd3',
      online: true,
      lastSeenAt: tonight - 4 * minute,
      readers: { driver: false, lost: 0, plugged: [] },
    },
  ],
] as const

/** 王总 once more, written down by somebody who did not know him. */
export const twin: MemberCardView = {
  id: 'm3',
  called: '王先生',
  tier: 'silver',
  taboos: ['不吃海鲜'],
  tastes: ['红酒'],
  discreet: false,
  rev: 2,
  name: '王建国',
  phoneMasked: '••• 0912',
  since: tonight - 40 * 86_400_000,
  visits: 2,
  spend: 312_000,
  notes: [],
  past: [],
  favourites: { drinks: [], songs: [] },
  keeps: [{ id: 'k2', label: 'K-1180', item: 'i1', tenths: 4, shelf: 'B-07', expiresAt: tonight + 60 * 86_400_000 }],
  cards: [{ id: 'm3.k1', tail: '2088', blocked: false }],
  hasCode: true,
}

/** Two who look for somebody: one answered, one of a party that hides. */
export const seekersAtDoor = [
  visit('p3', 'v05', {
    title: '陈姐',
    seekers: [{ id: 'f1', at: tonight - 45_000, called: '李小姐', answer: 'let-in' }],
  }),
  visit('p5', 'a01', { discreet: true, seekers: [{ id: 'f2', at: tonight - 20_000 }] }),
] as const
