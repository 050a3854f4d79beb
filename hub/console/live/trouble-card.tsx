/** Somebody cannot check in at a kiosk: the lobby says 请稍等, here stands why. */
import type { TroubleView } from '../../../shared/protocol/views/console.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { Severity } from '../../../shared/ui/severity.tsx'
import { kioskName, roomName } from '../parts/names.ts'
import { may, useSpeech } from '../state/house.ts'
import './request-row.css'
import { WaitClock } from './wait-clock.tsx'

export function TroubleCard({ trouble }: { trouble: TroubleView }) {
  const { t, house } = useSpeech()
  const { kiosk, failure, failures, at, member } = trouble
  const visit = member && house.link.all('visit').find(one => one.members.some(({ id }) => id === member.id))
  return (
    <article class="request" data-cursor="" data-slice-key={`trouble/${kiosk}`} data-severity="warning" tabIndex={-1}>
      <div class="request-severity">
        <Severity level="warning" word={t('warning')} />
      </div>
      <span class={member ? 'request-room name' : 'request-room'} data-word={member ? undefined : ''}>
        {member?.called ?? t('checkIn')}
      </span>
      <div class="request-what">
        <p>
          <strong>{t(`failure.${failure}`)}</strong>
          {failures > 1 && <span class="request-times">{t('troubleTimes', { count: failures })}</span>}
        </p>
        <p class="request-state">
          <span>{t('troubleAt', { kiosk: kioskName(house, kiosk) })}</span>
          <span>{t('goReceive')}</span>
          {visit && <span>{t('isIn', { room: roomName(house, visit.room) })}</span>}
        </p>
      </div>
      <WaitClock since={at} />
      {may(house, 'ClearTrouble') && (
        <div class="request-do">
          {member && may(house, 'MemberCard') && (
            <Button
              size="min"
              word={t('memberFile')}
              onPress={() => {
                house.openMember.value = member.id
              }}
            />
          )}
          <Button size="min" word={t('lookedAfter')} onPress={() => house.tap({ type: 'ClearTrouble', kiosk })} />
        </div>
      )}
    </article>
  )
}
