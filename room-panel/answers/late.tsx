/** 还要吗: what was tapped while the hub was away counts only if it is still wanted. Asked once, for all of it. */
import type { RefusedTap } from '../../shared/client/outbox.ts'
import { Button } from '../../shared/ui/button.tsx'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { orderAgain } from '../drinks/place-order.ts'
import { usePanel, useSpeech } from '../state/panel-context.ts'
import './answers.css'
import { LateLine } from './late-line.tsx'

export function Late({ late }: { late: readonly RefusedTap[] }) {
  const panel = usePanel()
  const { link } = panel
  const { t } = useSpeech()
  const drop = () => {
    for (const one of late) link.dismiss(one)
  }
  const keep = () => {
    for (const one of late) orderAgain(panel, one)
  }
  return (
    <Dialog
      title={t('lateTitle')}
      onClose={drop}
      actions={
        <>
          <Button variant="standard" size="primary" word={t('lateNo')} onPress={drop} />
          <Button variant="primary" word={t('lateYes')} onPress={keep} />
        </>
      }
    >
      <p class="quiet">{t('lateHint')}</p>
      <ul class="asked-list">
        {late.map(one => (
          <LateLine key={`${one.tap.outbox} ${one.tap.n}`} {...one.tap} />
        ))}
      </ul>
    </Dialog>
  )
}
