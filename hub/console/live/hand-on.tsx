/** 更多 of a call: to whom it is passed on, or why and for how long it is put aside. */
import { useState } from 'preact/hooks'
import type { RequestView } from '../../../shared/protocol/views/console.ts'
import { type Role, type SnoozeReason, snoozeMinutes, snoozeReasons } from '../../../shared/protocol/words.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { roleWord, staffName } from '../parts/names.ts'
import { Choices } from '../parts/parts.tsx'
import { passRequest, snoozeRequest } from '../state/acts.ts'
import { type House, me, useSpeech } from '../state/house.ts'

/**
 * Who is asked as a role: the desk has its own work. Where nobody of them is on duty the hub asks whose it was anyway; not so
 * the owner, whom it asks wherever they are, nor a house that keeps no shifts, where everybody hears it.
 */
const passRoles = ['floor', 'bar', 'manager', 'owner'] as const satisfies readonly Role[]

export function HandOn({ request, onDone }: { request: RequestView; onDone: () => void }) {
  const { t, house } = useSpeech()
  const [reason, setReason] = useState<SnoozeReason>('guest-asked')
  const onDuty = house.link.all('staff').filter(({ onDutySince }) => onDutySince !== undefined)
  return (
    <div class="request-more">
      <fieldset class="chips" aria-label={t('passOn')}>
        <span class="label">{t('passToWhom')}</span>
        {peopleOnDuty(house, request).map(id => (
          <Button
            key={id}
            size="min"
            word={staffName(house, id)}
            onPress={() => {
              onDone()
              passRequest(house, request, { staff: id }, staffName(house, id))
            }}
          />
        ))}
        {passRoles.map(role => {
          const away = !onDuty.some(one => one.role === role && one.id !== request.notTo)
          return (
            <Button
              key={role}
              size="min"
              variant="quiet"
              word={roleWord(t, role)}
              disabled={away && role !== 'owner' && onDuty.length > 0}
              onPress={() => {
                onDone()
                passRequest(house, request, { role }, roleWord(t, role))
              }}
            >
              {away && onDuty.length > 0 && <span class="quiet">{t('nobodyOnDuty')}</span>}
            </Button>
          )
        })}
      </fieldset>
      <div class="request-snooze">
        <span class="label">{t('snoozeWhy')}</span>
        <Choices
          label={t('snooze')}
          current={reason}
          onChoose={setReason}
          choices={snoozeReasons.map(id => ({ id, word: t(`snooze.${id}`) }))}
        />
        <div class="chips">
          {snoozeMinutes.map(minutes => (
            <Button
              key={minutes}
              size="min"
              word={t('snoozeFor', { minutes })}
              onPress={() => {
                onDone()
                snoozeRequest(house, request, reason, minutes)
              }}
            />
          ))}
        </div>
      </div>
    </div>
  )
}

/** Nobody off duty is given anything; nor whoever has it, nor whom it is about. */
const peopleOnDuty = (house: House, { takenBy, notTo }: RequestView) =>
  house.link
    .all('staff')
    .filter(({ id, onDutySince }) => onDutySince !== undefined && id !== takenBy && id !== notTo && id !== me(house))
    .map(({ id }) => id)
