/** Which tier somebody has. */
import { type Tier, tiers } from '../../../shared/protocol/words.ts'
import { tierWord } from '../parts/names.ts'
import { Choices } from '../parts/parts.tsx'
import { useSpeech } from '../state/house.ts'

export function TierField({ value, onValue }: { value: Tier; onValue: (tier: Tier) => void }) {
  const { t } = useSpeech()
  return (
    <div class="field">
      <span class="label">{t('tierLabel')}</span>
      <Choices
        label={t('tierLabel')}
        current={value}
        onChoose={onValue}
        choices={tiers.map(id => ({ id, word: tierWord(t, id) }))}
      />
    </div>
  )
}
