/** An order's lines as one reads them: 青岛啤酒×6、果盘×1. */
import type { Id } from '../../shared/protocol/primitives.ts'
import type { MenuItemView } from '../../shared/protocol/views/venue.ts'
import type { Speech } from '../state/words.ts'
import type { Basket } from './basket.ts'

export function orderText(lines: Basket, itemOf: (id: Id) => MenuItemView | undefined, { t, own }: Speech): string {
  const joint = t.locale.startsWith('zh') ? '、' : ', '
  return lines.map(line => lineText(line, itemOf, own)).join(joint)
}

function lineText(
  { item, qty, options }: Basket[number],
  itemOf: (id: Id) => MenuItemView | undefined,
  own: Speech['own'],
): string {
  const found = itemOf(item)
  if (!found) return `×${qty}`
  const chosen = found.options.filter(({ id }) => options.includes(id)).map(({ name }) => own(name))
  return `${[own(found.name), ...chosen].join(' ')} ×${qty}`
}
