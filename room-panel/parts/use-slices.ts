/** What most screens read of the view. */

import { useComputed } from '@preact/signals'
import { minuteOfDay } from '../../shared/client/minute-of-day.ts'
import type { Id } from '../../shared/protocol/primitives.ts'
import { toldApart } from '../../shared/protocol/told-apart.ts'
import type { MenuItemView } from '../../shared/protocol/views/venue.ts'
import { usePanel, useSpeech } from '../state/panel-context.ts'

/** What something of the menu is called where its unit is not read beside it, as to a screen reader: with it, if another has the same name. */
export function useSpokenName(item: MenuItemView): string {
  const { link } = usePanel()
  const { own } = useSpeech()
  return own(toldApart(item, link.view.all('item')))
}

/** The menu at this minute: what something is and what it costs. */
export function useMenu(): { itemOf: (id: Id) => MenuItemView | undefined; minute: number } {
  const { link, clock } = usePanel()
  const minute = useComputed(() => {
    const timeZone = link.view.one('venue')?.timeZone ?? 'Asia/Shanghai'
    return minuteOfDay(clock.minute.value, timeZone)
  })
  const itemOf = (id: Id) => {
    const item = link.view.get('item', id)
    return item && { ...item, name: toldApart(item, link.view.all('item')) }
  }
  return { itemOf, minute: minute.value }
}
