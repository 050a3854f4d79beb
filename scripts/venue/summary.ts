/** What will be made, a line for each thing, before it is: Chinese and English side by side. */
import { padded } from '../lib/columns.ts'
import type { ClassPlan, VenuePlan } from './plan.ts'
import { writeFloors } from './read.ts'
import { classNames } from './words.ts'

export function summary(plan: VenuePlan, folder: string): string {
  const { name, nameEn, city, timeZone, currency, locale, owner, starterMenu, starterSongs, songs, cards, wifi } = plan
  const lines: readonly (readonly [what: string, told: string])[] = [
    ['店名 name', nameEn === undefined ? name : `${name}   ${nameEn}`],
    ['城市 city', city],
    ['时区 time zone', timeZone],
    // A machine without internet may show any year, and the first night begins in it.
    ['现在 now', new Date().toLocaleString('sv', { timeZone })],
    ['币种 currency', currency],
    ['屏幕语言 language', locale],
    ...plan.classes.map((one, index): [string, string] => [index === 0 ? '包厢 rooms' : '', roomsOf(one)]),
    ['员工 staff', `${owner}   老板 owner`],
    ['酒水单 price list', starterMenu ? '样板 the starter menu' : '空的 empty'],
    ['点歌 songs', songs === 'none' ? '自己的点歌机 a machine of your own' : '包厢屏 on the panels'],
    ...(songs === 'none' ? [] : [['歌库 song list', starterSongs ? '样板 the starter songs' : '空的 empty'] as const]),
    ['会员卡 cards', cards ? '有 yes' : '没有 none'],
    ['Wi-Fi', wifi ?? '没有 none'],
    ['数据夹 folder', folder],
  ]
  return ['', '  要建的 what will be made', ...lines.map(([what, told]) => `    ${padded(what, 20)}${told}`), ''].join(
    '\n',
  )
}

const roomsOf = ({ id, floors, minimumSpend, perHour }: ClassPlan): string =>
  `${padded(classNames[id], 24)}${padded(writeFloors(floors), 10)}低消 minimum ${minimumSpend}，每小时 an hour ${perHour}`
