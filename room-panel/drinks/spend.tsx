/** 点单小计, and what is missing to the minimum spend. The cashier's bill is what counts. */
import { usePanel, useSpeech } from '../state/panel-context.ts'

export function Spend() {
  const { visit } = usePanel()
  const { t, format } = useSpeech()
  const { subtotal = 0, minimumSpend = 0, missing = 0 } = visit.value ?? {}
  if (subtotal === 0 && minimumSpend === 0) return <span />
  return (
    <p class="spend">
      <span>
        <span class="caption">{t('subtotal')}</span> <span class="money">{format.money(subtotal)}</span>
      </span>
      {minimumSpend > 0 && (
        <span class="caption">
          {missing > 0 ? t('missingToMinimum', { amount: format.money(missing) }) : t('minimumReached')}
        </span>
      )}
      <span class="caption spend-note">{t('cashierDecides')}</span>
    </p>
  )
}
