/** 点单小计, and what is missing to the minimum spend, where the host lets it be seen. The cashier's bill is what counts. */
import { useState } from 'preact/hooks'
import IconHide from '~icons/lucide/eye-off'
import IconCode from '~icons/lucide/key-round'
import { Button } from '../../shared/ui/button.tsx'
import { usePanel, useSpeech } from '../state/panel-context.ts'
import { HostCode } from './host-code.tsx'
import './spend.css'

export function Spend() {
  const panel = usePanel()
  const { t, format } = useSpeech()
  const [asking, setAsking] = useState(false)
  const totals = panel.visit.value?.totals
  if (!totals) {
    return (
      <div class="spend">
        <Button
          class="spend-key"
          variant="quiet"
          size="min"
          icon={IconCode}
          word={t('showTotals')}
          onPress={() => setAsking(true)}
        />
        {asking && <HostCode onClose={() => setAsking(false)} />}
      </div>
    )
  }
  const { subtotal, minimumSpend, missing } = totals
  if (subtotal === 0 && minimumSpend === 0) return null
  return (
    <div class="spend">
      <div class="spend-text">
        <span>
          <span class="caption">{t('subtotal')}</span> <span class="money">{format.money(subtotal)}</span>
        </span>
        {minimumSpend > 0 && (
          <span class="caption">
            {missing > 0 ? t('missingToMinimum', { amount: format.money(missing) }) : t('minimumReached')}
          </span>
        )}
        <span class="caption spend-note">{t('cashierDecides')}</span>
      </div>
      <Button
        class="spend-key"
        variant="quiet"
        size="min"
        icon={IconHide}
        word={t('hideTotals')}
        onPress={() => void panel.tapOnce({ type: 'HideTotals' }, 1000)}
      />
    </div>
  )
}
