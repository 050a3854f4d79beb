/** Whether the hub's clock can be right, for everybody who works in the house: nothing else tells them. */
import type { ClockView } from '../../../shared/protocol/views/console.ts'
import { businessDayOf } from '../../domain/business-day.ts'
import { clockDoubt } from '../../domain/clock-doubt.ts'
import type { ViewContext } from '../context.ts'

export function clockView({ state, venue, now }: ViewContext): ClockView | undefined {
  const is = clockDoubt(state, venue, now)
  return is && { is, night: state.day, today: businessDayOf(now, venue) }
}
