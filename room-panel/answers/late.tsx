/** 还要吗: what was tapped while the hub was away counts only if it is still wanted. Asked once, for all of it. */
import type { RefusedTap } from '../../shared/client/outbox.ts'
import type { PeopleCommand } from '../../shared/protocol/commands.ts'
import { Button } from '../../shared/ui/button.tsx'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { orderText } from '../drinks/order-text.ts'
import { orderAgain } from '../drinks/place-order.ts'
import { useMenu } from '../parts/use-slices.ts'
import { usePanel, useSpeech } from '../state/panel-context.ts'
import './answers.css'

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
          <LateLine key={`${one.tap.outbox} ${one.tap.n}`} one={one} />
        ))}
      </ul>
    </Dialog>
  )
}

function LateLine({ one }: { one: RefusedTap }) {
  const { songTitles } = usePanel()
  const speech = useSpeech()
  const { itemOf } = useMenu()
  const { t, format } = speech
  const { command, tappedAt } = one.tap
  return (
    <li>
      <span>{what(command)}</span>
      <span class="caption">{format.time(tappedAt)}</span>
    </li>
  )

  function what(asked: PeopleCommand): string {
    if (asked.type === 'PlaceOrder') {
      const lines = asked.lines.map(({ item, qty, options = [] }) => ({ item, qty, options }))
      return orderText(lines, itemOf, speech)
    }
    if (asked.type === 'CallService') return t(`service.${asked.service}`)
    if (asked.type === 'AddSong') return songTitles.get(asked.song)?.title ?? t('late.AddSong')
    // Others read over a guest's shoulder: no category.
    return asked.type === 'Complain' ? t('complaint') : t('late.other')
  }
}
