/** Days of the week as this language writes them; 0 is Sunday, the week begins on Monday. */
import { intlTag } from '../../../../shared/i18n/locale.ts'
import { useSetup } from '../setup-words.ts'

export const week = [1, 2, 3, 4, 5, 6, 0] as const
export type Day = (typeof week)[number]

/** 2026-11-22 is a Sunday. */
const sunday = Date.UTC(2026, 10, 22)

export function useDayNames(): (day: Day) => string {
  const { locale } = useSetup()
  const format = new Intl.DateTimeFormat(intlTag(locale), { weekday: 'short', timeZone: 'UTC' })
  return day => format.format(sunday + day * 86_400_000)
}

/** `undefined`: every day. */
export function useDayWords(): (days: readonly Day[] | undefined) => string {
  const { s, list } = useSetup()
  const nameOf = useDayNames()
  return days => (days === undefined ? s('everyDay') : list(week.filter(day => days.includes(day)).map(nameOf)))
}
