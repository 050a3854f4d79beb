/** One bottle on the list: its label, what and how much, whose and where, until when; and what can be done with it. */
import type { KeepRow } from '../../../../shared/protocol/queries.ts'
import { Button } from '../../../../shared/ui/button.tsx'
import { Severity } from '../../../../shared/ui/severity.tsx'
import { keepStanding, ownerWords, untilWords } from '../../parts/keep-words.ts'
import { itemName } from '../../parts/names.ts'
import { may, useSpeech, who } from '../../state/house.ts'
import { KeepLevel } from './keep-level.tsx'
import { UndoKeep } from './undo-keep.tsx'

export interface KeepItemProps {
  keep: KeepRow
  onDraw: () => void
  onExtend: () => void
  onForfeit: () => void
  onLabel: () => void
  onCorrect: () => void
  onUndone: () => void
}

export function KeepItem({ keep, onDraw, onExtend, onForfeit, onLabel, onCorrect, onUndone }: KeepItemProps) {
  const { t, house } = useSpeech()
  const standing = keepStanding(keep, house.now.value)
  // At a station whoever draws signs in first.
  const draws = may(house, 'DrawKeep') || who(house) === 'bar-station'
  return (
    <article class="keep" data-standing={standing}>
      <header class="keep-head">
        <strong class="keep-number">{keep.label}</strong>
        <strong class="keep-name">{itemName(house, keep.item)}</strong>
        <KeepLevel tenths={keep.tenths} />
      </header>
      <p class="keep-facts">
        <span class={keep.member?.called === undefined ? 'quiet' : 'name'}>{ownerWords(house, keep)}</span>
        <span>{t('keepShelf', { shelf: keep.shelf })}</span>
        {standing === 'well' ? (
          <span class="quiet">{untilWords(house, keep)}</span>
        ) : (
          <Severity level={standing === 'expired' ? 'critical' : 'warning'} word={untilWords(house, keep)} />
        )}
      </p>
      <div class="keep-do">
        {draws && <Button size="min" word={t('keepDraw')} onPress={onDraw} />}
        <Button size="min" word={t('keepLabel')} onPress={onLabel} />
        {may(house, 'ExtendKeep') && <Button size="min" variant="quiet" word={t('keepExtend')} onPress={onExtend} />}
        <UndoKeep keep={keep} onDone={onUndone} />
        {may(house, 'CorrectKeep') && <Button size="min" variant="quiet" word={t('keepCorrect')} onPress={onCorrect} />}
        {standing === 'expired' && may(house, 'ForfeitKeep') && (
          <Button size="min" variant="quiet" word={t('keepForfeit')} onPress={onForfeit} />
        )}
      </div>
    </article>
  )
}
