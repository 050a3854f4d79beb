/** How many guests a party is. */
import { Stepper } from '../../../shared/ui/stepper.tsx'
import { useSpeech } from '../state/house.ts'

export function PartySize({ party, onChange }: { party: number; onChange: (party: number) => void }) {
  const { t } = useSpeech()
  return (
    <div class="field">
      <span class="label">{t('partySize')}</span>
      <Stepper
        label={t('partySize')}
        value={party}
        min={1}
        onChange={onChange}
        words={{ less: t('less'), more: t('oneMore') }}
      />
    </div>
  )
}
