/** 上翻 and 下翻, there only where a list is longer than its place. */
import IconDown from '~icons/lucide/chevron-down'
import IconUp from '~icons/lucide/chevron-up'
import { Button } from '../../shared/ui/button.tsx'
import { useSpeech } from '../state/panel-context.ts'
import './page-keys.css'
import type { Paging } from './use-paging.ts'

export function PageKeys({ paging }: { paging: Paging }) {
  const { t } = useSpeech()
  if (!paging.canUp && !paging.canDown) return null
  return (
    <div class="page-keys">
      <Button
        class="page-key"
        size="min"
        variant="quiet"
        stacked
        icon={IconUp}
        word={t('pageUp')}
        disabled={!paging.canUp}
        onPress={paging.up}
      />
      <Button
        class="page-key"
        size="min"
        variant="quiet"
        stacked
        icon={IconDown}
        word={t('pageDown')}
        disabled={!paging.canDown}
        onPress={paging.down}
      />
    </div>
  )
}
