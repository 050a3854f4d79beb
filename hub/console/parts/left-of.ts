/** What an order still comes to. */
import type { OrderView } from '../../../shared/protocol/views/console.ts'

/** Minor units, less what went back; undefined where money is not for these eyes. */
export function leftOf({ total, lines }: Pick<OrderView, 'total' | 'lines'>): number | undefined {
  const back = lines.reduce((sum, { returned, unitPrice = 0 }) => sum + returned * unitPrice, 0)
  return total === undefined ? undefined : total - back
}
