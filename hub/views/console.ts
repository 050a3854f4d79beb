/** What staff may see, by role: one path for the whole and for what changed, so that the two cannot differ. */
import type { ConsoleSlices } from '../../shared/protocol/views/console.ts'
import { backupView } from './console/backup.ts'
import { checkInView, troubleView } from './console/check-in.ts'
import { clockView } from './console/clock.ts'
import { deviceView } from './console/device.ts'
import { allKeys, type ConsoleKeys, changedKeys } from './console/keys.ts'
import { leavingView } from './console/leaving.ts'
import { nightView } from './console/night.ts'
import { orderView } from './console/order.ts'
import { requestView } from './console/request.ts'
import { reservationView } from './console/reservation.ts'
import { promisedRooms, roomView } from './console/room.ts'
import { type Sees, sees } from './console/sees.ts'
import { staffView } from './console/staff.ts'
import { tariffView } from './console/tariff.ts'
import { visitView } from './console/visit.ts'
import { type ConsoleRole, type Slices, type Touched, ticketPrinter, type ViewContext } from './context.ts'
import { categoryView, consoleItemView } from './menu.ts'
import { type SliceWriter, sliceWriter } from './slices.ts'
import { venueView } from './venue.ts'

export function wholeConsole(context: ViewContext, role: ConsoleRole): Slices {
  const writer = sliceWriter<ConsoleSlices>(true)
  writer.one('venue', venueView(context))
  writer.one('night', nightView(context, sees[role], undefined))
  if (sees[role].night) writer.one('clock', clockView(context))
  if (sees[role].backups) writer.one('backup', backupView(context))
  // Whoever has set-up open asks again when these change.
  if (sees[role].house) writer.one('setup', context.revs())
  if (sees[role].orders) writer.one('printer', context.printer?.())
  write(context, sees[role], allKeys(context), writer)
  return writer.slices
}

export function changedConsole(context: ViewContext, role: ConsoleRole, touched: Touched): Slices | 'whole' {
  const keys = changedKeys(context, touched)
  if (keys === 'whole') return 'whole'
  const writer = sliceWriter<ConsoleSlices>(false)
  if (sees[role].orders && touched.devices.has(ticketPrinter)) writer.one('printer', context.printer?.())
  // Always: the day itself may have rolled over an empty house, which touches no table.
  if (sees[role].night) {
    writer.one('night', nightView(context, sees[role], touched))
    writer.one('clock', clockView(context))
  }
  if (sees[role].backups && touched.tables.backups.size > 0) writer.one('backup', backupView(context))
  write(context, sees[role], keys, writer)
  return writer.slices
}

/**
 * What changes by the clock alone: what a party that paid runs up by singing on, which rooms are held by now, what each
 * tariff costs, whether the clock can be right at all. To be sent every minute.
 */
export function clockConsole(context: ViewContext, role: ConsoleRole): Slices {
  const { slices, one, each } = sliceWriter<ConsoleSlices>(false)
  const may = sees[role]
  if (may.night) one('clock', clockView(context))
  if (may.spend)
    for (const { id, status, terms } of context.state.visits.values())
      if (status === 'settled' && terms.kind === 'timed') each('visit', id, visitView(context, may, id))
  if (may.tariffs) for (const { id } of context.venue.tariffs) each('tariff', id, tariffView(context, id))
  if (may.reservations !== 'none') for (const id of promisedRooms(context)) each('room', id, roomView(context, may, id))
  return slices
}

function write(context: ViewContext, may: Sees, keys: ConsoleKeys, { each }: SliceWriter<ConsoleSlices>): void {
  for (const id of keys.rooms) each('room', id, roomView(context, may, id))
  for (const id of keys.requests) each('request', id, requestView(context, may, id))
  for (const id of keys.staff) each('staff', id, staffView(context, may, id))
  if (may.visits) for (const id of keys.visits) each('visit', id, visitView(context, may, id))
  if (may.orders) for (const id of keys.orders) each('order', id, orderView(context, may, id))
  if (may.checkIns) for (const id of keys.checkIns) each('checkin', id, checkInView(context, may, id))
  if (may.troubles !== 'none') for (const id of keys.troubles) each('trouble', id, troubleView(context, may, id))
  if (may.leaving) for (const id of keys.leaving) each('leaving', id, leavingView(context, id))
  if (may.reservations !== 'none')
    for (const id of keys.reservations) each('reservation', id, reservationView(context, may, id))
  if (may.menu) {
    for (const id of keys.items) each('item', id, consoleItemView(context, id))
    for (const id of keys.categories) each('category', id, categoryView(context, id))
    for (const id of keys.tags)
      each(
        'tag',
        id,
        context.menu.tags.find(tag => tag.id === id),
      )
  }
  if (may.tariffs) for (const id of keys.tariffs) each('tariff', id, tariffView(context, id))
  if (may.devices) for (const id of keys.devices) each('device', id, deviceView(context, may, id))
}
