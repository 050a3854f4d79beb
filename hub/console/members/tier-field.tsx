/** Which tier somebody has. */
import { type Tier, tiers } from '../../../shared/protocol/words.ts'
import { ChoiceField } from '../parts/choice-field.tsx'
import { tierWord } from '../parts/names.ts'
import { useSpeech } from '../state/house.ts'

export function TierField({ value, onValue }: { value: Tier; onValue: (tier: Tier) => void }) {
  const { t } = useSpeech()
  return (
    <ChoiceField
      label={t('tierLabel')}
      current={value}
      onChoose={onValue}
      choices={tiers.map(id => ({ id, word: tierWord(t, id) }))}
    />
  )
}
