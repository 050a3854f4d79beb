/** An order above the host's limit: what, for how much, and whether the host wants it. No key does it: the host is asked first. */
import { useState } from 'preact/hooks'
import type { OrderView } from '../../../shared/protocol/views/console.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { Severity } from '../../../shared/ui/severity.tsx'
import { RejectReasons } from '../bar/reject-reasons.tsx'
import { itemName, roomName } from '../parts/names.ts'
import { PendingMark } from '../parts/parts.tsx'
import { actOnOrder } from '../state/acts.ts'
import { useSpeech } from '../state/house.ts'
import type { Shown } from '../state/pending.ts'
import './request-row.css'
import { WaitClock } from './wait-clock.tsx'

export function ApprovalRow({ order }: { order: Shown<OrderView> }) {
  const { t, format, list, house } = useSpeech()
  const [rejecting, setRejecting] = useState(false)
  const { id, room, placedAt, lines, total, pending } = order
  return (
    <article
      class="request"
      data-cursor=""
      data-slice-key={`order/${id}`}
      data-status="open"
      data-severity="warning"
      tabIndex={-1}
    >
      <div class="request-severity">
        <Severity level="warning" word={t('orderToApprove')} />
      </div>
      <button
        type="button"
        class="request-room"
        onClick={() => {
          house.openRoom.value = room
        }}
      >
        {roomName(house, room)}
      </button>
      <div class="request-what">
        <p>
          <strong>{list(lines.map(({ item, qty }) => `${itemName(house, item)} ×${qty}`))}</strong>
        </p>
        <p class="request-state">
          <span>{t('askHost')}</span>
          {total !== undefined && <span>{format.money(total)}</span>}
          {pending && <PendingMark />}
        </p>
      </div>
      <WaitClock since={placedAt} />
      <div class="request-do">
        <Button size="min" word={t('approve')} onPress={() => actOnOrder(house, order, { type: 'ApproveOrder' })} />
        <Button
          size="min"
          variant="quiet"
          word={t('reject')}
          pressed={rejecting}
          onPress={() => setRejecting(!rejecting)}
        />
      </div>
      {rejecting && (
        <div class="request-outcomes">
          <RejectReasons order={order} onDone={() => setRejecting(false)} />
        </div>
      )}
    </article>
  )
}
