/** Days of the week as this language writes them; 0 is Sunday, the week begins on Monday. */
import { intlTag } from '../../../../shared/i18n/locale.ts'
import { holiday, type PricedDay } from '../../../../shared/protocol/words.ts'
import { useSetup } from '../setup-words.ts'

export const week = [1, 2, 3, 4, 5, 6, 0] as const

/** 2026-11-22 is a Sunday. */
const sunday = Date.UTC(2026, 10, 22)

export function useDayNames(): (day: PricedDay) => string {
  const { s, locale } = useSetup()
  const format = new Intl.DateTimeFormat(intlTag(locale), { weekday: 'short', timeZone: 'UTC' })
  return day => (day === holiday ? s('holiday') : format.format(sunday + day * 86_400_000))
}

/** `undefined`: every day. */
export function useDayWords(): (days: readonly PricedDay[] | undefined) => string {
  const { s, list } = useSetup()
  const nameOf = useDayNames()
  return days =>
    days === undefined
      ? s('everyDay')
      : list(([...week, holiday] as const).filter(day => days.includes(day)).map(nameOf))
}
