/** 老样子: what may be offered to this party with one tap. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { UsualView } from '../../../shared/protocol/views/panel.ts'
import type { Visit } from '../../domain/state.ts'
import type { ViewContext } from '../context.ts'
import { taboosOf } from '../members.ts'
import { tabooTest } from '../taboos.ts'

/** Undefined in a discreet visit and when nothing is left to offer. */
export function usualView(context: ViewContext, visit: Visit): UsualView | undefined {
  if (visit.discreet) return undefined
  const isTaboo = tabooTest(context, taboosOf(context, visit))
  const items = visit.usual.filter(({ item }) => isServed(context, item) && !isTaboo(item))
  if (items.length === 0) return undefined
  return {
    items: items.map(({ item, qty, times, inARow }) => ({ item, qty, times, ...(inARow !== undefined && { inARow }) })),
  }
}

function isServed(context: ViewContext, id: Id): boolean {
  const item = context.item(id)
  if (!item || item.retired || context.state.soldOut.has(id)) return false
  return item.components.every(part => context.item(part.item) !== undefined)
}
