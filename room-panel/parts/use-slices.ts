/** What most screens read of the view. */
import { useComputed } from '@preact/signals'
import type { Id } from '../../shared/protocol/primitives.ts'
import type { MenuItemView } from '../../shared/protocol/views/venue.ts'
import { minuteOfDay } from '../state/clock.ts'
import { usePanel } from '../state/panel-context.ts'

/** The menu at this minute: what something is and what it costs. */
export function useMenu(): { itemOf: (id: Id) => MenuItemView | undefined; minute: number } {
  const { link, clock } = usePanel()
  const minute = useComputed(() => {
    const timeZone = link.view.one('venue')?.timeZone ?? 'Asia/Shanghai'
    return minuteOfDay(clock.minute.value, timeZone)
  })
  return { itemOf: id => link.view.get('item', id), minute: minute.value }
}
