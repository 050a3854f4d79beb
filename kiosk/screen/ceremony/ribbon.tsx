/** For 20 s after the ceremony: who was welcomed, on one gold-lined band. Names only. */
import type { WelcomeView } from '../../../shared/protocol/views/kiosk.ts'
import { WelcomeName } from '../../../shared/ui/welcome-name.tsx'
import { useSpeech } from '../lobby/kiosk-context.ts'
import './ribbon.css'

/** More would be too small to be read from the door. */
const shown = 4

export function Ribbon({ welcomes }: { welcomes: readonly WelcomeView[] }) {
  const { t } = useSpeech()
  return (
    <p class="ribbon" role="status">
      <span class="ribbon-welcome">{t('welcome')}</span>
      {welcomes.slice(-shown).map(one => (
        <WelcomeName
          key={`${one.at}${one.called}`}
          name={one.called}
          seal={one.vip ? t('vip') : undefined}
          still
          oneLine
        />
      ))}
    </p>
  )
}
