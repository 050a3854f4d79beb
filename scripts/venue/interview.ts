/** The plan of a venue: from flags where they say it, else from whoever sits at the terminal, else as most have it. */
import { type Asking, WentBack } from './ask.ts'
import type { Flags } from './flags.ts'
import { type ClassPlan, defaultClasses, type VenuePlan } from './plan.ts'
import {
  readAmount,
  readCity,
  readCurrency,
  readFloors,
  readLocale,
  readName,
  readOwner,
  readTimeZone,
  readWifi,
  readWifiPassword,
  readYes,
  songSystemOf,
  writeFloors,
} from './read.ts'
import { classNames, noRooms } from './words.ts'

/** `asking` absent: nothing is asked. */
export async function interview({ said, classes }: Flags, asking: Asking | undefined): Promise<VenuePlan> {
  const ask = async <T>(known: T | undefined, question: string, otherwise: string, read: (text: string) => T) =>
    known ?? (asking ? asking.ask(question, otherwise, read) : read(otherwise))
  const name = await ask(said.name, '店名 name', '我的 KTV', readName)
  const nameEn = await ask(said.nameEn, '英文店名，回车同上 its English name, Enter for the same', name, readName)
  const city = await ask(said.city, '城市 city', '成都', readCity)
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone
  const timeZone = await ask(said.timeZone, '时区 time zone', here === 'UTC' ? 'Asia/Shanghai' : here, readTimeZone)
  const currency = await ask(said.currency, '币种 currency', 'CNY', readCurrency)
  const locale = await ask(said.locale, '屏幕语言 what the screens speak (zh-Hans, zh-Hant, en)', 'zh-Hans', readLocale)
  const planned = classes.length > 0 ? classes : await askClasses(asking)
  const owner = await ask(said.owner, '老板怎么称呼 what the owner is called', '老板', readOwner)
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
    ...(nameEn !== name && { nameEn }),
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
  if (planned.length > 0) return planned
  asking.tell(`    ${noRooms}`)
  throw new WentBack()
}
