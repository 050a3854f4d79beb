/** The same short code as on the lobby screen, so that a relayed QR is noticed. */
import { usePhone, useSpeech } from '../state/phone-context.ts'
import './same-code.css'

export function SameCode() {
  const { link } = usePhone()
  const { t } = useSpeech()
  return (
    <div class="same-code">
      <p class="same-code-letters">{link.view.one('self')?.code}</p>
      <p class="same-code-hint">
        {t('sameCode')}
        <br />
        <span class="quiet">{t('sameCodeNo')}</span>
      </p>
    </div>
  )
}
