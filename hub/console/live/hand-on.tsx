/** 更多 of a call: to whom it is passed on, or why and for how long it is put aside. */
import { useState } from 'preact/hooks'
import type { RequestView } from '../../../shared/protocol/views/console.ts'
import { type Role, type SnoozeReason, snoozeMinutes, snoozeReasons } from '../../../shared/protocol/words.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { roleWord, staffName } from '../parts/names.ts'
import { Choices } from '../parts/parts.tsx'
import { passRequest, snoozeRequest } from '../state/acts.ts'
import { type House, me, useSpeech } from '../state/house.ts'

/** Who is asked as a role: the desk and the bar have their own work. */
const passRoles = ['floor', 'bar', 'manager', 'owner'] as const satisfies readonly Role[]

export function HandOn({ request, onDone }: { request: RequestView; onDone: () => void }) {
  const { t, house } = useSpeech()
  const [reason, setReason] = useState<SnoozeReason>('guest-asked')
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
        {passRoles.map(role => (
          <Button
            key={role}
            size="min"
            variant="quiet"
            word={roleWord(t, role)}
            onPress={() => {
              onDone()
              passRequest(house, request, { role }, roleWord(t, role))
            }}
          />
        ))}
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
