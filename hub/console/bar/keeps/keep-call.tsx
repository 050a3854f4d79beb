/** 取存酒 from a room, on the bar's board: taken like a ticket, and out when it was drawn. */
import { urgedWords } from '../../../../shared/i18n/urged-words.ts'
import type { RequestView } from '../../../../shared/protocol/views/console.ts'
import { Button } from '../../../../shared/ui/button.tsx'
import { roomName, staffName } from '../../parts/names.ts'
import { PendingMark } from '../../parts/parts.tsx'
import { waited } from '../../parts/waited.ts'
import { takeRequest } from '../../state/acts.ts'
import { may, useSpeech } from '../../state/house.ts'
import type { Shown } from '../../state/pending.ts'

export function KeepCall({ call, onDraw }: { call: Shown<RequestView>; onDraw: () => void }) {
  const { t, format, house } = useSpeech()
  const { status, openedAt, takenBy, room, times, overdue } = call
  const urged = urgedWords(t, times)
  const title = call.visit === undefined ? undefined : house.link.get('visit', call.visit)?.title
  return (
    <article class="ticket" data-cursor="" data-slice-key={`request/${call.id}`} tabIndex={-1}>
      <header class="ticket-head">
        <strong class="ticket-room">{roomName(house, room)}</strong>
        <span class="quiet">{t('service.keep')}</span>
        <span class="ticket-age" data-late={overdue ? '' : undefined}>
          {waited(format, house.now.value - openedAt)}
        </span>
      </header>
      <p class="ticket-note">
        {title !== undefined && <span class="name">{title}</span>}
        {urged !== undefined && <strong>{urged}</strong>}
        {takenBy !== undefined && <span>{staffName(house, takenBy)}</span>}
      </p>
      {call.pending && <PendingMark />}
      <div class="ticket-do">
        {status === 'open' && may(house, 'TakeRequest') && (
          <span class="ticket-main" data-key="a">
            <Button variant="primary" size="standard" word={t('take')} onPress={() => takeRequest(house, call)} />
          </span>
        )}
        <span class={status === 'open' ? '' : 'ticket-main'}>
          <Button size={status === 'open' ? 'min' : 'standard'} word={t('keepDraw')} onPress={onDraw} />
        </span>
      </div>
    </article>
  )
}
