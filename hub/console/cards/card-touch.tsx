/** The line that says what the reader is waiting for, and what it read: never more than the last four. */
import { Button } from '../../../shared/ui/button.tsx'
import { useSpeech } from '../state/house.ts'
import type { CardReading } from './use-card-read.ts'
import './cards.css'

export function CardTouch({ reading, onAgain }: { reading: CardReading; onAgain: () => void }) {
  const { t } = useSpeech()
  const words = {
    asking: t('connecting'),
    waiting: t('touchNow'),
    read: reading.at === 'read' ? t('cardRead', { tail: reading.tail }) : '',
    busy: t('readerBusy'),
    over: t('nothingRead'),
  }
  return (
    <p class="card-touch" data-at={reading.at} role="status">
      <span>{words[reading.at]}</span>
      {(reading.at === 'read' || reading.at === 'over') && (
        <Button size="min" variant="quiet" word={t('touchAgain')} onPress={onAgain} />
      )}
    </p>
  )
}
