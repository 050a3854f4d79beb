/** The plan of a venue: from flags where they say it, else from whoever sits at the terminal, else as most have it. */
import { parseArgs } from 'node:util'
import type { SongSystem } from '../../shared/protocol/words.ts'
import type { Asking } from './ask.ts'
import { type ClassPlan, defaultClasses, type VenuePlan } from './plan.ts'
import {
  readAmount,
  readClass,
  readCurrency,
  readFloors,
  readLocale,
  readPin,
  readText,
  readTimeZone,
  readWifi,
  readWifiPassword,
  readYes,
  writeFloors,
} from './read.ts'

export interface Flags {
  readonly help: boolean
  readonly command: string | undefined
  /** Whatever is not said by a flag is as most have it: nothing is asked but the PIN. */
  readonly yes: boolean
  readonly data: string
  readonly ownerPin?: string
  readonly said: Partial<Omit<VenuePlan, 'classes'>>
  readonly classes: readonly ClassPlan[]
}

/** Throws an error whose message says what is wrong. */
export function readFlags(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Flags {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      help: { type: 'boolean', short: 'h', default: false },
      yes: { type: 'boolean', short: 'y', default: false },
      data: { type: 'string', default: env.DATA_DIR ?? 'data' },
      name: { type: 'string' },
      'name-en': { type: 'string' },
      city: { type: 'string' },
      'time-zone': { type: 'string' },
      currency: { type: 'string' },
      language: { type: 'string' },
      class: { type: 'string', multiple: true, default: [] },
      owner: { type: 'string' },
      menu: { type: 'string' },
      players: { type: 'string' },
      songs: { type: 'string' },
      cards: { type: 'string' },
      wifi: { type: 'string' },
      'wifi-password': { type: 'string' },
    },
  })
  const read = <T>(flag: string, text: string | undefined, reader: (text: string) => T): T | undefined => {
    if (text === undefined) return undefined
    try {
      return reader(text)
    } catch (error) {
      throw new Error(`${flag}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  const name = read('--name', values.name, nameOf)
  const nameEn = read('--name-en', values['name-en'], nameOf)
  const city = read('--city', values.city, cityOf)
  const timeZone = read('--time-zone', values['time-zone'], readTimeZone)
  const currency = read('--currency', values.currency, readCurrency)
  const locale = read('--language', values.language, readLocale)
  const owner = read('--owner', values.owner, ownerOf)
  const starterMenu = read('--menu', values.menu, readYes)
  const players = read('--players', values.players, readYes)
  const starterSongs = read('--songs', values.songs, readYes)
  const cards = read('--cards', values.cards, readYes)
  const wifi = read('--wifi', values.wifi, readWifi)
  const wifiPassword = read('--wifi-password', values['wifi-password'], readWifiPassword)
  const ownerPin = read('OWNER_PIN', env.OWNER_PIN, readPin)
  return {
    help: values.help,
    command: positionals[0],
    yes: values.yes,
    data: values.data,
    ...(ownerPin !== undefined && { ownerPin }),
    said: {
      ...(name !== undefined && { name }),
      ...(nameEn !== undefined && { nameEn }),
      ...(city !== undefined && { city }),
      ...(timeZone !== undefined && { timeZone }),
      ...(currency !== undefined && { currency }),
      ...(locale !== undefined && { locale }),
      ...(owner !== undefined && { owner }),
      ...(starterMenu !== undefined && { starterMenu }),
      ...(players !== undefined && { songs: songSystemOf(players) }),
      ...(starterSongs !== undefined && { starterSongs }),
      ...(cards !== undefined && { cards }),
      ...(wifi !== undefined && { wifi }),
      ...(wifiPassword !== undefined && { wifiPassword }),
    },
    classes: values.class.map(text => readClass(text, defaultClasses)),
  }
}

/** `asking` absent: nothing is asked. */
export async function interview({ said, classes }: Flags, asking: Asking | undefined): Promise<VenuePlan> {
  const ask = async <T>(known: T | undefined, question: string, otherwise: string, read: (text: string) => T) =>
    known ?? (asking ? asking.ask(question, otherwise, read) : read(otherwise))
  const name = await ask(said.name, '店名 name', '我的 KTV', nameOf)
  const city = await ask(said.city, '城市 city', '成都', cityOf)
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone
  const timeZone = await ask(said.timeZone, '时区 time zone', here === 'UTC' ? 'Asia/Shanghai' : here, readTimeZone)
  const currency = await ask(said.currency, '币种 currency', 'CNY', readCurrency)
  const locale = await ask(said.locale, '屏幕语言 what the screens speak (zh-Hans, zh-Hant, en)', 'zh-Hans', readLocale)
  const planned = classes.length > 0 ? classes : await askClasses(asking)
  const owner = await ask(said.owner, '老板怎么称呼 what the owner is called', '老板', ownerOf)
  const starterMenu = await ask(said.starterMenu, '要样板酒水单吗 copy the starter menu', 'y', readYes)
  const songs = await ask(
    said.songs,
    '用包厢屏点歌吗？自己有点歌机就写 n are songs chosen on the panels? n with a song machine of your own',
    'n',
    text => songSystemOf(readYes(text)),
  )
  const starterSongs =
    songs === 'none' ? false : await ask(said.starterSongs, '要样板歌库吗 copy the starter songs', 'y', readYes)
  const cards = await ask(
    said.cards,
    '会员有卡吗，大堂要接读卡器 do members have cards? it takes a reader',
    'n',
    readYes,
  )
  const wifi = await ask(said.wifi, '客人 Wi-Fi 的名字，没有写 - the guests’ Wi-Fi, - for none', '-', readWifi)
  const wifiPassword =
    wifi === ''
      ? ''
      : await ask(said.wifiPassword, '  它的密码，没有写 - its password, - for none', '-', readWifiPassword)
  return {
    name,
    ...(said.nameEn !== undefined && { nameEn: said.nameEn }),
    city,
    timeZone,
    currency,
    locale,
    classes: planned,
    owner,
    starterMenu,
    songs,
    starterSongs,
    cards,
    ...(wifi !== '' && { wifi }),
    ...(wifiPassword !== '' && { wifiPassword }),
  }
}

async function askClasses(asking: Asking | undefined): Promise<readonly ClassPlan[]> {
  if (!asking) return defaultClasses
  const planned: ClassPlan[] = []
  for (const { id, floors, minimumSpend, perHour } of defaultClasses) {
    const rooms = await asking.ask(
      `${classNames[id]} 楼层x间数，没有写 0 floor x rooms, 0 for none`,
      writeFloors(floors),
      readFloors,
    )
    if (rooms.length === 0) continue
    planned.push({
      id,
      floors: rooms,
      minimumSpend: await asking.ask(`  ${classNames[id]} 低消 minimum spend`, String(minimumSpend), readAmount),
      perHour: await asking.ask(`  ${classNames[id]} 每小时 an hour`, String(perHour), readAmount),
    })
  }
  return planned
}

const classNames = {
  small: '小包（4人）small',
  medium: '中包（8人）medium',
  large: '大包（14人）large',
  vip: '豪华包（20人）VIP',
} as const

const songSystemOf = (players: boolean): SongSystem => (players ? 'players' : 'none')
const nameOf = (text: string): string => readText(text, 40)
const cityOf = (text: string): string => readText(text, 20)
const ownerOf = (text: string): string => readText(text, 12)
