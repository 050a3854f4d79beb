/** The price list as the panels of a class show it, with a mark that tells it from every other: the same after a restart. */
import { createHash } from 'node:crypto'
import type { Id } from '../../shared/protocol/primitives.ts'
import type { ViewFrame } from '../../shared/protocol/wire.ts'
import type { Touched, ViewContext } from '../views/context.ts'
import { roomClassOf } from '../views/menu.ts'
import { panelMenu } from '../views/panel.ts'

export interface MenuMarks {
  of(context: ViewContext, room: Id): Required<NonNullable<ViewFrame['menu']>>
  /** Of each batch, before it is asked. */
  notice(touched: Touched): void
}

export function createMenuMarks(): MenuMarks {
  const known = new Map<Id | undefined, Required<NonNullable<ViewFrame['menu']>>>()
  return {
    of(context, room) {
      const roomClass = roomClassOf(context, room)
      const found = known.get(roomClass)
      if (found) return found
      const put = [...panelMenu(context, roomClass)]
      const made = { mark: createHash('sha256').update(JSON.stringify(put)).digest('base64url').slice(0, 22), put }
      known.set(roomClass, made)
      return made
    },
    notice({ menu, venue, tables }) {
      if (menu || venue || tables.soldOut.size > 0) known.clear()
    },
  }
}
