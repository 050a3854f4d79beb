/** The label of a bottle as it is stuck on it: printed by this machine's own printer, or by the bar's ticket printer. */
import { useState } from 'preact/hooks'
import IconPrinter from '~icons/lucide/printer'
import type { KeepRow } from '../../../../shared/protocol/queries.ts'
import { Button } from '../../../../shared/ui/button.tsx'
import { lastDayWords, ownerWords } from '../../parts/keep-words.ts'
import { itemName } from '../../parts/names.ts'
import { sayPrinted } from '../../parts/say-printed.ts'
import { useSpeech } from '../../state/house.ts'
import { UndoKeep } from './undo-keep.tsx'

export function KeepLabel({ keep, onDone }: { keep: KeepRow; onDone: () => void }) {
  const { t, dateOf, house } = useSpeech()
  const [busy, setBusy] = useState(false)
  const print = async () => {
    setBusy(true)
    const answer = await house.link.ask({ type: 'PrintKeep', keep: keep.id })
    setBusy(false)
    sayPrinted(house, answer, ({ t }) => t('keepPrinted'))
  }
  return (
    <div class="form">
      <div class="keep-label">
        <p class="keep-label-number">{keep.label}</p>
        <p class="keep-label-pair">
          <strong>{ownerWords(house, keep)}</strong>
          <strong>{t('keepShelf', { shelf: keep.shelf })}</strong>
        </p>
        <p class="keep-label-pair">
          <strong>{itemName(house, keep.item)}</strong>
          <strong>{t('keepLevel', { tenths: keep.tenths })}</strong>
        </p>
        <p class="keep-label-pair">
          <span>{keep.storedOn === undefined ? '' : t('keepStoredAt', { day: dateOf(keep.storedOn) })}</span>
          <span>{t('keepUntil', { day: lastDayWords(house, keep) })}</span>
        </p>
        <p class="keep-label-small">{t('keepClaim')}</p>
      </div>
      <div class="form-foot">
        <Button icon={IconPrinter} word={t('keepPrintPage')} onPress={() => window.print()} />
        {house.link.one('printer') && <Button word={t('keepPrintHere')} disabled={busy} onPress={() => void print()} />}
        <UndoKeep keep={keep} onDone={onDone} />
        <Button variant="quiet" word={t('done')} onPress={onDone} />
      </div>
    </div>
  )
}
