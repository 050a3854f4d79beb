/** A phone number, typed here and nowhere else: partly masked, because others stand behind. */
import { NumberPad } from '../../../shared/ui/number-pad.tsx'
import { useKiosk, useSpeech } from '../lobby/kiosk-context.ts'
import { maskDigits } from './mask-digits.ts'
import './phone-pad.css'

const enough = 5

export function PhonePad() {
  const { lobby } = useKiosk()
  const { t } = useSpeech()
  const digits = lobby.digits.value
  return (
    <div class="phone-pad">
      <p class="phone-pad-digits" data-empty={digits === '' ? '' : undefined}>
        {digits === '' ? t('phoneNumberHint') : maskDigits(digits)}
      </p>
      <NumberPad
        label={t('phoneNumber')}
        words={{ backspace: t('backspace'), enter: t('enter') }}
        onDigit={lobby.digit}
        onBackspace={lobby.backspace}
        onEnter={lobby.enterPhone}
        enterDisabled={digits.length < enough}
      />
    </div>
  )
}
