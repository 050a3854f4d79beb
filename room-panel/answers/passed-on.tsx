/** 还要吗, after a change of rooms: what was tapped in the old one without the hub came too late, and is asked about here. */
import type { PassedOnView } from '../../shared/protocol/views/panel.ts'
import { Button } from '../../shared/ui/button.tsx'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { usePanel, useSpeech } from '../state/panel-context.ts'
import './answers.css'
import { LateLine } from './late-line.tsx'

export function PassedOn({ taps }: { taps: readonly PassedOnView[] }) {
  const panel = usePanel()
  const { t } = useSpeech()
  const answer = () => void panel.tap({ type: 'AnswerPassedOn', taps: taps.map(({ tap }) => tap) })
  const keep = () => {
    // First, so that none of it is ever asked about twice: the taps below are kept on this device like all others.
    answer()
    // Of the time they were tapped: by it the hub tells two rounds from a mash.
    for (const { command, tappedAt } of taps) void panel.tap(command, { sure: true, tappedAt })
  }
  return (
    <Dialog
      title={t('lateTitle')}
      onClose={answer}
      actions={
        <>
          <Button variant="standard" size="primary" word={t('lateNo')} onPress={answer} />
          <Button variant="primary" word={t('lateYes')} onPress={keep} />
        </>
      }
    >
      <p class="quiet">{t('passedOnHint')}</p>
      <ul class="asked-list">
        {taps.map(one => (
          <LateLine key={one.tap} {...one} />
        ))}
      </ul>
    </Dialog>
  )
}
