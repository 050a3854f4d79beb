/** Who became a member on their phone leaves a number here, and the day to be congratulated on: neither travels by the guests' Wi-Fi. */
import { useState } from 'preact/hooks'
import { Button } from '../../../shared/ui/button.tsx'
import { useKiosk, useSpeech } from '../lobby/kiosk-context.ts'
import { PhonePad } from './phone-pad.tsx'
import './leave-number.css'

export function LeaveNumber({ phone }: { phone: string | undefined }) {
  const { lobby } = useKiosk()
  const { t } = useSpeech()
  return (
    <section class="leave-number" aria-live="polite">
      {phone === undefined ? (
        <>
          <h2 class="leave-number-title">{t('leaveNumber')}</h2>
          <PhonePad />
          <Button variant="quiet" word={t('no')} onPress={lobby.goHome} />
        </>
      ) : (
        <Birthday />
      )}
    </section>
  )
}

/** Month, then day: two taps, and one to do without. */
function Birthday() {
  const { lobby } = useKiosk()
  const { t, format } = useSpeech()
  const [month, setMonth] = useState<number>()
  const numbers = Array.from({ length: month === undefined ? 12 : daysOf(month) }, (_, index) => index + 1)
  return (
    <>
      <h2 class="leave-number-title">
        {month === undefined ? t('birthdayMonth') : t('birthdayDay', { month: format.month(month) })}
      </h2>
      <div class="birthday-tiles" data-days={month === undefined ? undefined : ''}>
        {numbers.map(number => (
          <button
            key={number}
            type="button"
            class="birthday-tile"
            onClick={() => (month === undefined ? setMonth(number) : lobby.leaveNumber(`${two(month)}-${two(number)}`))}
          >
            {month === undefined ? format.month(number) : number}
          </button>
        ))}
      </div>
      <div class="birthday-foot">
        {month !== undefined && <Button variant="quiet" word={t('back')} onPress={() => setMonth(undefined)} />}
        <Button variant="quiet" word={t('noBirthday')} onPress={() => lobby.leaveNumber()} />
      </div>
    </>
  )
}

/** In a leap year: somebody was born on the 29th of February. */
const daysOf = (month: number): number => new Date(Date.UTC(2024, month, 0)).getUTCDate()
const two = (number: number): string => String(number).padStart(2, '0')
