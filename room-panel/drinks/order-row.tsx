/** One order and how it stands: 已下单 → 吧台已接 → 已出品. */
import IconCheck from '~icons/lucide/check'
import { assertNever } from '../../shared/protocol/assert-never.ts'
import { KeptMark } from '../parts/kept-mark.tsx'
import { useMenu } from '../parts/use-slices.ts'
import { useSpeech } from '../state/panel-context.ts'
import type { Speech } from '../state/words.ts'
import './order-row.css'
import { orderText } from './order-text.ts'
import type { ShownOrder } from './shown-orders.ts'

export function OrderRow({ order }: { order: ShownOrder }) {
  const speech = useSpeech()
  const { itemOf } = useMenu()
  const { t, format } = speech
  const { key, status, placedAt, total, lines, byStaff, gift } = order
  return (
    <li class="order-row" data-slice-key={key} data-status={status}>
      <span class="order-status">
        {status === 'delivered' && <IconCheck class="icon" aria-hidden="true" />}
        {statusWord(order, speech)}
      </span>
      <div>
        <p class="title-text">{orderText(lines, itemOf, speech)}</p>
        <p class="caption song-under">
          <span>{format.time(placedAt)}</span>
          {byStaff && !gift && <span>{t('orderByStaff')}</span>}
          {status === 'sending' && <KeptMark />}
        </p>
      </div>
      {gift && <span>{t('orderGift')}</span>}
      {!gift && total !== undefined && <span class="money">{format.money(total)}</span>}
    </li>
  )
}

function statusWord({ status, rejected }: ShownOrder, { t }: Speech): string {
  switch (status) {
    case 'sending':
    case 'placed':
      return t('orderPlaced')
    case 'awaiting-approval':
      return t('orderAwaiting')
    case 'accepted':
      return t('orderAtBar')
    case 'delivered':
      return t('orderDelivered')
    case 'rejected':
      return t(`rejected.${rejected ?? 'mistake'}`)
    case 'cancelled':
      return t('orderCancelled')
    case 'returned':
      return t('orderReturned')
    default:
      return assertNever(status)
  }
}
