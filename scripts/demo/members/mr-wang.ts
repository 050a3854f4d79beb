/** 王建国, 王总: whose evening the demo tells. Whisky with green tea, four old songs, and a microphone that crackled last time. */
import type { History, Member } from '../../../hub/domain/member/member.ts'
import type { Song } from '../../../hub/domain/playlist/song.ts'
import type { Chance } from '../random.ts'
import { loadSongs } from '../songs/load-songs.ts'
import { demoStaff } from '../staff.ts'
import { instantOf } from './calendar.ts'
import { codeOf, keptCards, phoneOf, wangsCard } from './credentials.ts'
import { type DrinkingHabits, makeOrder } from './drinking.ts'
import { historyOf, visitId } from './history.ts'
import { spendOf } from './spend.ts'

export const wangsRoom = 'v08'

/** `today`: the business day. His last visit was nine days before, the one in which the microphone crackled. */
export function makeMrWang(chance: Chance, id: string, today: number): { member: Member; history: History } {
  const days = Array.from({ length: visits }, (_, index) => today - 9 - index * 16 - (index % 5)).reverse()
  const lastDay = today - 9
  const member: Member = {
    id,
    called: '王总',
    name: '王建国',
    say: 'Wáng Jiànguó',
    tier: 'black',
    cards: keptCards(id, [{ number: wangsCard, blocked: false }]),
    code: codeOf(chance),
    phone: phoneOf(0),
    birthday: '1976-05-18',
    tastes: ['whisky', 'tea'],
    taboos: ['peanut', 'baijiu'],
    notes: [
      { at: instantOf(today - 690, 1300), by: staffId('manager'), text: '花生过敏，冷菜先问后上。白酒不喝，别劝。' },
      { at: instantOf(today - 201, 1290), by: staffId('manager'), text: '商务客多，喜欢V08，话筒要两支金色的。' },
      {
        at: instantOf(lastDay, 1405),
        by: staffId('floor'),
        text: '话筒有电流声，已换新麦，送中果盘致歉。下次开房前先试麦。',
      },
    ],
    accountManager: staffId('manager'),
    welcome: true,
    discreet: false,
    blocked: false,
    since: instantOf(today - 702, 1250),
  }
  const repertoire = songs.map(([title, artist]) => findSong(title, artist))
  const history = days.map(day => {
    const last = day === lastDay
    const party = chance.between(6, 12)
    const drunk = makeOrder(chance, habits, party)
    const minute = 1185 + 5 * chance.between(0, 12)
    const evening = { roomClass: 'vip', day, minute, hours: chance.between(3, 5) } as const
    return {
      visit: visitId(id, day),
      at: instantOf(day, minute),
      room: last || chance.hit(0.8) ? wangsRoom : 'v06',
      spend: spendOf(evening, drunk),
      drunk,
      sung: repertoire
        .filter((_, index) => chance.hit(index < 4 ? 0.9 : 0.3))
        .map(({ id: song, title, artist }) => ({ song, title, artist })),
      ...(last && { complaint: { category: 'audio' as const, outcome: 'comped' as const } }),
      ...(last ? { face: 'happy' as const } : chance.hit(0.5) && { face: 'delighted' as const }),
    }
  })
  return { member, history: historyOf(id, history) }
}

const visits = 42

/** One bottle of Chivas, every time; six green teas, nearly every time. */
const habits: DrinkingHabits = {
  kind: 'whisky',
  taboos: ['peanut', 'nuts', 'baijiu'],
  instead: { item: 'chivas-12', qty: 1 },
  usual: [
    { item: 'chivas-12', qty: 1, surely: 1 },
    { item: 'green-tea', qty: 6, surely: 0.9 },
    { item: 'ice', qty: 2, surely: 0.5 },
    { item: 'cold-beef', qty: 1, surely: 0.55 },
    { item: 'edamame', qty: 1, surely: 0.4 },
    { item: 'chunghwa-soft', qty: 1, surely: 0.35 },
  ],
}

/** The first four he sings nearly every time. */
const songs: readonly (readonly [title: string, artist: string])[] = [
  ['吻别', '张学友'],
  ['一剪梅', '费玉清'],
  ['上海滩', '叶丽仪'],
  ['朋友', '周华健'],
  ['忘情水', '刘德华'],
  ['水手', '郑智化'],
  ['光辉岁月', 'Beyond'],
  ['爱拼才会赢', '叶启田'],
  ['真心英雄', '周华健/黄耀明/成龙/李宗盛'],
  ['大约在冬季', '齐秦'],
  ['月亮代表我的心', '邓丽君'],
  ['Casablanca', 'Bertie Higgins'],
]

function findSong(title: string, artist: string): Song {
  const song = loadSongs().find(one => one.title === title && one.artist === artist)
  if (!song) throw new Error(`${title} is not in the catalogue`)
  return song
}

/** The first of a role; 小陈 among the floor. */
function staffId(role: 'manager' | 'floor'): string {
  const found = demoStaff.find(one => one.role === role)
  if (!found) throw new Error(`nobody is ${role}`)
  return found.id
}
