/** For how many days a bottle is kept from now on. */
import { type KeepDays, keepDays } from '../../../../shared/protocol/words.ts'
import { ChoiceField } from '../../parts/choice-field.tsx'
import { useSpeech } from '../../state/house.ts'

export function HowLong({ days, onChoose }: { days: KeepDays; onChoose: (days: KeepDays) => void }) {
  const { t } = useSpeech()
  return (
    <ChoiceField
      label={t('keepHowLong')}
      current={String(days)}
      onChoose={chosen => onChoose(keepDays.find(one => String(one) === chosen) ?? days)}
      choices={keepDays.map(count => ({ id: String(count), word: t('keepDaysCount', { count }) }))}
    />
  )
}
