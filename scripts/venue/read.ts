/** Reads what was typed, in a flag or as an answer. Each throws an error whose message says what would do. */
import * as v from 'valibot'
import { isEasyPin } from '../../shared/protocol/easy-pin.ts'
import { typedText } from '../../shared/protocol/primitives.ts'
import { type SongSystem, type WrittenLocale, writtenLocales } from '../../shared/protocol/words.ts'
import { missingGlyphs } from '../../shared/ui/glyphs.ts'
import type { RoomClassId } from '../demo/venue/rooms.ts'
import type { ClassPlan } from './plan.ts'

function readText(text: string, most: number): string {
  const typed = v.safeParse(typedText(most), text)
  if (!typed.success) throw new Error(`1 到 ${most} 个字 1 to ${most} characters`)
  const missing = missingGlyphs(typed.output)
  if (missing.length > 0) throw new Error(`这些字屏幕显示不出 the screens cannot draw: ${missing.join(' ')}`)
  return typed.output
}

export const readName = (text: string): string => readText(text, 40)
export const readCity = (text: string): string => readText(text, 20)
export const readOwner = (text: string): string => readText(text, 12)

export function readTimeZone(text: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text.trim() }).resolvedOptions().timeZone
  } catch {
    throw new Error('时区名，例 Asia/Shanghai the name of a time zone, e.g. Asia/Shanghai')
  }
}

export function readCurrency(text: string): string {
  const code = text.trim().toUpperCase()
  if (Intl.supportedValuesOf('currency').includes(code)) return code
  throw new Error('三个字母的币种，例 CNY three letters of a currency, e.g. CNY')
}

export function readLocale(text: string): WrittenLocale {
  const known = writtenLocales.find(one => one.toLowerCase() === text.trim().toLowerCase())
  if (known) return known
  throw new Error(`语言 a language: ${writtenLocales.join(', ')}`)
}

/** `2x8 3x4`: eight on floor 2, four on floor 3. `0`: none. */
export function readFloors(text: string): ClassPlan['floors'] {
  const parts = text.trim().split(/[\s,，+]+/)
  if (parts.length === 1 && parts[0] === '0') return []
  return parts.map(part => {
    const [, floor, rooms] = /^(\d{1,2})[x×*](\d{1,2})$/i.exec(part) ?? []
    if (floor === undefined || rooms === undefined || Number(floor) < 1)
      throw new Error('楼层x间数，例 2x8 3x4；没有写 0 floor x rooms, e.g. 2x8 3x4; 0 for none')
    return { floor: Number(floor), rooms: Number(rooms) }
  })
}

export function writeFloors(floors: ClassPlan['floors']): string {
  return floors.length === 0 ? '0' : floors.map(({ floor, rooms }) => `${floor}x${rooms}`).join(' ')
}

/** An amount as people say it, such as 188 or 28.5. */
export function readAmount(text: string): number {
  const amount = Number(text.trim())
  if (/^\d+(\.\d{1,2})?$/.test(text.trim()) && amount <= 1_000_000) return amount
  throw new Error('金额，例 188 an amount, e.g. 188')
}

export function readYes(text: string): boolean {
  if (/^(y|yes|是|要|1)$/i.test(text.trim())) return true
  if (/^(n|no|否|不|不要|0)$/i.test(text.trim())) return false
  throw new Error('y / n')
}

/** `players`: whether songs are chosen on the panels. */
export const songSystemOf = (players: boolean): SongSystem => (players ? 'players' : 'none')

/** `-` is none: the empty text. */
export function readWifi(text: string): string {
  const name = text.trim()
  if (name === '-') return ''
  if (name !== '' && Buffer.byteLength(name) <= 32) return name
  throw new Error('Wi-Fi 的名字，最多 32 字节 the name of the Wi-Fi, at most 32 bytes')
}

export function readWifiPassword(text: string): string {
  const password = text.trim()
  if (password === '-') return ''
  if (/^[\x20-\x7e]{8,63}$/.test(password)) return password
  throw new Error('8 到 63 个字母、数字或符号 8 to 63 letters, digits or signs')
}

/** Six digits, and none that somebody looking for one would try first. */
export function readPin(text: string): string {
  if (!/^\d{6}$/.test(text)) throw new Error('六位数字 six digits')
  if (isEasyPin(text)) throw new Error('太好猜了，不要生日、连号、重复 too easy to guess: no dates, runs or repeats')
  return text
}

/** `small=2x8,188,58`: rooms, minimum spend, price an hour. */
export function readClass(text: string, classes: readonly ClassPlan[]): ClassPlan {
  const [, name, floors, minimum, hour] = /^([a-z]+)=([^,]+),([^,]+),([^,]+)$/.exec(text.trim()) ?? []
  const id: RoomClassId | undefined = classes.find(one => one.id === name)?.id
  if (id === undefined || floors === undefined || minimum === undefined || hour === undefined)
    throw new Error(
      '--class: 例 small=2x8+3x4,188,58（间数，低消，每小时）e.g. small=2x8+3x4,188,58 (rooms, minimum spend, an hour)',
    )
  return { id, floors: readFloors(floors), minimumSpend: readAmount(minimum), perHour: readAmount(hour) }
}
