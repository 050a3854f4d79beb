/** 续存: for how long more, and why. */
import { useState } from 'preact/hooks'
import type { KeepRow } from '../../../../shared/protocol/queries.ts'
import { type KeepDays, type KeepExtension, keepExtensions } from '../../../../shared/protocol/words.ts'
import { Button } from '../../../../shared/ui/button.tsx'
import { ChoiceField } from '../../parts/choice-field.tsx'
import { untilWords } from '../../parts/keep-words.ts'
import { itemName } from '../../parts/names.ts'
import { useSpeech } from '../../state/house.ts'
import { HowLong } from './how-long.tsx'

export function ExtendKeep({ keep, onDone }: { keep: KeepRow; onDone: () => void }) {
  const { t, house } = useSpeech()
  const [days, setDays] = useState<KeepDays>(30)
  const [reason, setReason] = useState<KeepExtension>()
  const extend = (reason: KeepExtension) => {
    void house
      .outcomeOf({ type: 'ExtendKeep', keep: keep.id, from: keep.expiresAt, days, reason })
      .then(done => done && house.notices.say(({ t }) => t('keepExtendedToast', { label: keep.label })))
    onDone()
  }
  return (
    <div class="form">
      <p class="keep-chosen">
        <strong class="keep-number">{keep.label}</strong>
        <strong>{itemName(house, keep.item)}</strong>
        <span class="quiet">{untilWords(house, keep)}</span>
      </p>
      <HowLong days={days} onChoose={setDays} />
      <ChoiceField
        label={t('keepWhy')}
        current={reason}
        onChoose={setReason}
        choices={keepExtensions.map(id => ({ id, word: t(`keepWhy.${id}`) }))}
      />
      <div class="form-foot">
        <Button
          variant="primary"
          word={t('keepExtendNow', { count: days })}
          disabled={reason === undefined}
          onPress={() => reason !== undefined && extend(reason)}
        />
      </div>
    </div>
  )
}
