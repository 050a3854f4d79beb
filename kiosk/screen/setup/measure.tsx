/** Set-up: a box as wide as a bank card tells how large a millimetre is on this screen. */
import { useState } from 'preact/hooks'
import IconWider from '~icons/lucide/chevrons-left-right'
import IconNarrower from '~icons/lucide/chevrons-right-left'
import { Button } from '../../../shared/ui/button.tsx'
import { useKiosk, useSpeech } from '../lobby/kiosk-context.ts'

/** ISO/IEC 7810 ID-1. */
const cardMm = { width: 85.6, height: 53.98 }
/** One tap, CSS px of the card's width. */
const stepPx = 2

export function Measure({ onClose }: { onClose: () => void }) {
  const { size } = useKiosk()
  const { t } = useSpeech()
  const [width, setWidth] = useState(() => size.millimetre() * cardMm.width)
  const change = (by: number) => setWidth(old => Math.min(Math.max(old + by, cardMm.width / 2), innerWidth * 0.9))
  return (
    <main class="unready" data-near="">
      <p class="unready-title">{t('setupTitle')}</p>
      <p class="quiet">{t('setupHint')}</p>
      <div
        class="measure-card"
        style={{ width: `${width}px`, height: `${(width / cardMm.width) * cardMm.height}px` }}
      />
      <div class="measure-keys">
        <Button icon={IconNarrower} word={t('narrower')} onPress={() => change(-stepPx)} />
        <Button icon={IconWider} word={t('wider')} onPress={() => change(stepPx)} />
      </div>
      <div class="measure-keys">
        <Button variant="quiet" word={t('cancel')} onPress={onClose} />
        <Button
          variant="primary"
          word={t('save')}
          onPress={() => {
            size.keep(width / cardMm.width)
            onClose()
          }}
        />
      </div>
    </main>
  )
}
