/** Every state of every screen of the console, as its stage can show it. A new state is a new line here. */
import type { ScreenState } from './panel-states.ts'

/** The manager sees all that anybody sees. */
const manager = 'role=manager&sound'
const at = (place: number) => `:nth-child(${place})`
const foot = 'main > :last-child'
const putBackKey = '.backup .button:last-child'
const room = (name: string) => `${manager}&screen=floor&room=${name}`
const member = `${manager}&screen=members&member=m1`

const roomAction = (place: number) => `.room-actions .button${at(place)}`
const section = (place: number) => `.setup .screen-head .chips .button${at(place)}`
const setup = (state: string, place: number, ...press: string[]): ScreenState => ({
  screen: 'setup',
  state,
  query: `${manager}&screen=setup`,
  press: [section(place), ...press],
})

/** Of a cashier: some of it is used, some not, some not understood. */
const oldMembers =
  '会员卡号,姓名,手机,会员等级,生日,积分\n7001,王建国,13800138001,黑金卡,1976/5/18,900\n,,13800138002,,,\n7003,李梅,1.38E+10,,,\n'

const keeps = (state: string, ...press: string[]): ScreenState => ({
  screen: 'keeps',
  state,
  query: `${manager}&screen=bar`,
  press: ['.bar-lists .button', ...press],
})

export const consoleStates: readonly ScreenState[] = [
  ...['live', 'floor', 'bar', 'members', 'reservations', 'night', 'devices', 'staff', 'setup'].map(
    (screen): ScreenState => ({ screen, state: 'plain', query: `${manager}&screen=${screen}` }),
  ),
  // What lies below the glass.
  ...['live', 'floor', 'bar', 'night', 'devices', 'setup'].map(
    (screen): ScreenState => ({ screen, state: 'foot', query: `${manager}&screen=${screen}`, end: foot }),
  ),
  { screen: 'live', state: 'empty', query: `${manager}&screen=live&empty` },
  { screen: 'live', state: 'flood', query: `${manager}&screen=live&flood` },
  { screen: 'live', state: 'mashed', query: `${manager}&screen=live&mashed`, end: '.alerts-list > :last-child' },
  { screen: 'live', state: 'crowd', query: `${manager}&screen=live&crowd` },
  { screen: 'live', state: 'switch', query: `${manager}&screen=live&switch` },
  { screen: 'live', state: 'offline', query: 'role=manager&screen=live&offline' },
  { screen: 'live', state: 'clock-ahead', query: `${manager}&screen=live&clock=ahead` },
  { screen: 'live', state: 'clock-behind', query: `${manager}&screen=live&clock=behind` },
  { screen: 'live', state: 'troubles', query: `${manager}&screen=live&readers&printer&duty` },
  { screen: 'live', state: 'tickets aside', query: `${manager}&screen=live&printer=silent` },
  { screen: 'live', state: 'at the door', query: `${manager}&screen=live&seeker` },
  {
    screen: 'live',
    state: 'more',
    query: `${manager}&screen=live`,
    press: ['.request-do .button:last-child'],
    end: '.request',
  },
  ...['other room', 'joining', 'changing'].map(
    (state, place): ScreenState => ({
      screen: 'live',
      state,
      query: `${manager}&screen=live`,
      press: [`.seating-more .button${at(place + 1)}`],
      end: '.check-in',
    }),
  ),
  { screen: 'floor', state: 'empty', query: `${manager}&screen=floor&empty` },
  { screen: 'floor', state: 'duty', query: `${manager}&screen=floor&duty` },
  { screen: 'room', state: 'occupied', query: room('v08') },
  { screen: 'room', state: 'mashed', query: `${room('v05')}&mashed` },
  { screen: 'room', state: 'free', query: room('v07') },
  { screen: 'room', state: 'held', query: room('v06') },
  { screen: 'room', state: 'to clean', query: room('v03') },
  { screen: 'room', state: 'out of order', query: room('v09') },
  { screen: 'room', state: 'settled', query: room('a08') },
  { screen: 'room', state: 'foot', query: room('v08'), end: '.sheet-body > :last-child' },
  ...['order', 'gift', 'half an hour', 'an hour', 'move', 'merge', 'attendant', 'order rule', 'discreet'].map(
    (state, place): ScreenState => ({
      screen: 'room',
      state,
      query: room('v08'),
      press: [roomAction(place + 1)],
      ...(place >= 4 && place < 8 && { end: '.room-actions + *' }),
    }),
  ),
  { screen: 'room', state: 'complaint', query: room('v08'), press: [roomAction(13)] },
  { screen: 'room', state: 'slip', query: room('v08'), press: [roomAction(14)] },
  { screen: 'room', state: 'settling', query: room('v08'), press: ['.room-actions .button:last-child'] },
  ...[1, 2, 3, 4].map(
    (place): ScreenState => ({
      screen: 'bar',
      state: `tab ${place}`,
      query: `${manager}&screen=bar`,
      press: [`.tabs [role=tab]${at(place)}`],
    }),
  ),
  { screen: 'bar', state: 'empty', query: `${manager}&screen=bar&empty` },
  { screen: 'bar', state: 'refusing', query: `${manager}&screen=bar`, press: ['.ticket-do > .button'] },
  keeps('keeps'),
  keeps('keeping', '.keeps-store .button'),
  ...['drawing', 'label', 'extending'].map((state, place) => keeps(state, `.keep-do .button${at(place + 1)}`)),
  { screen: 'bar', state: 'sold out', query: `${manager}&screen=bar`, press: [`.bar-lists .button${at(2)}`] },
  {
    screen: 'members',
    state: 'found',
    query: `${manager}&screen=members`,
    type: 'wang',
    into: '.members-find input',
    until: '.member-hit',
  },
  { screen: 'members', state: 'new', query: `${manager}&screen=members`, press: ['.members-find .button'] },
  { screen: 'members', state: 'card', query: member },
  { screen: 'members', state: 'foot', query: member, end: foot },
  ...['here', 'changing', 'merging', 'exporting', 'erasing'].map(
    (state, place): ScreenState => ({
      screen: 'members',
      state,
      query: member,
      press: [`.member .spread .button${at(place + 1)}`],
    }),
  ),
  { screen: 'members', state: 'code', query: member, press: [`.card-foot .button${at(2)}`] },
  { screen: 'reservations', state: 'new', query: `${manager}&screen=reservations`, press: ['.spread .button'] },
  {
    screen: 'reservations',
    state: 'changing',
    query: `${manager}&screen=reservations`,
    press: ['.booking-do .button'],
  },
  { screen: 'reservations', state: 'empty', query: `${manager}&screen=reservations&empty` },
  { screen: 'night', state: 'silent', query: `${manager}&screen=night&silent` },
  { screen: 'night', state: 'slip', query: `${manager}&screen=night`, press: ['.night-slip'] },
  { screen: 'devices', state: 'round', query: `${manager}&screen=devices`, press: ['.device-pairs .button'] },
  { screen: 'devices', state: 'pairing', query: `${manager}&screen=devices`, press: [`.device-pairs .button${at(2)}`] },
  { screen: 'devices', state: 'renaming', query: `${manager}&screen=devices`, press: ['.device-name.button'] },
  { screen: 'devices', state: 'card format', query: `${manager}&screen=devices`, press: ['.device-format .button'] },
  { screen: 'devices', state: 'troubles', query: `${manager}&screen=devices&readers&printer` },
  ...[[], ['.backup-choice'], ['.backup-choice', '.dialog-actions .button:last-child']].map(
    (press, place): ScreenState => ({
      screen: 'devices',
      state: ['backups', 'restoring', 'restoring by PIN'][place] ?? '',
      query: 'role=owner&sound&screen=devices',
      press: [putBackKey, ...press],
    }),
  ),
  { screen: 'devices', state: 'no backups', query: 'role=owner&sound&screen=devices&backup=none', press: [putBackKey] },
  ...['checking', 'failed', 'partly', 'restored'].map(
    (state): ScreenState => ({
      screen: 'devices',
      state: `backup ${state}`,
      query: `role=owner&sound&screen=devices&backup=${state}`,
      end: foot,
    }),
  ),
  { screen: 'devices', state: 'put back', query: `${manager}&screen=devices&putback` },
  { screen: 'staff', state: 'PINs off', query: 'role=owner&sound&screen=staff&pinoff' },
  { screen: 'staff', state: 'new PIN', query: `${manager}&screen=staff`, press: ['.staff-person .button'] },
  setup('item', 1, '.setup-row'),
  setup('new item', 1, '.setup-tools .button'),
  setup('category', 1, '.setup-category .button'),
  setup('package', 1, `.setup-tools + .chips .button${at(5)}`, '.setup-row'),
  setup('people', 2),
  setup('person', 2, '.setup-row'),
  setup('rooms', 3),
  setup('class', 3, '.setup-row'),
  setup('tariffs', 4),
  setup('tariff', 4, '.setup-row'),
  setup('songs', 5),
  { ...setup('songs planned', 5), file: '11.csv', until: '.songs-plan' },
  { ...setup('songs without columns', 5), file: 'columns.csv', until: '.songs-plan' },
  setup('rules', 6),
  { ...setup('foot of rules', 6), end: foot },
  setup('house', 7),
  setup('members', 8),
  { ...setup('members planned', 8), file: '会员.csv', holds: oldMembers, until: '.songs-plan' },
  { ...setup('foot of house', 7), end: foot },
  { screen: 'live', state: 'desk', query: 'role=desk&sound&screen=live' },
  { screen: 'live', state: 'floor', query: 'role=floor&sound&screen=live' },
  { screen: 'bar', state: 'bar', query: 'role=bar&sound&screen=bar' },
  { screen: 'station', state: 'bar', query: 'station=bar&sound' },
  { screen: 'station', state: 'floor', query: 'station=floor&sound' },
  { screen: 'locked', state: 'names', query: 'locked' },
  { screen: 'locked', state: 'PIN', query: 'locked', press: ['.person'] },
]

/** A laptop, and a phone in one hand. */
export const consoleSizes = [
  { width: 1440, height: 900, scale: 0.6 },
  { width: 375, height: 812 },
] as const
