/** The drawing of each room state: told apart by shape, not by colour. */

import IconBan from '~icons/lucide/ban'
import IconBroom from '~icons/lucide/brush-cleaning'
import IconCalendar from '~icons/lucide/calendar-clock'
import IconDoor from '~icons/lucide/door-open'
import IconMic from '~icons/lucide/mic-vocal'
import IconReceipt from '~icons/lucide/receipt-text'
import type { Icon } from '../../../shared/ui/icon-word.tsx'
import type { RoomState } from '../state/rooms.ts'

export const glyphs: Readonly<Record<RoomState, Icon>> = {
  free: IconDoor,
  held: IconCalendar,
  inUse: IconMic,
  settled: IconReceipt,
  toClean: IconBroom,
  outOfOrder: IconBan,
}
