/** How much is left in a bottle, and where it stands. */
import { Stepper } from '../../../../shared/ui/stepper.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { useSpeech } from '../../state/house.ts'
import { KeepLevel } from './keep-level.tsx'

export const shelfShape = /^[A-Z0-9-]{1,8}$/

export interface HowMuchWhereProps {
  tenths: number
  onTenths: (tenths: number) => void
  shelf: string
  onShelf: (shelf: string) => void
}

export function HowMuchWhere({ tenths, onTenths, shelf, onShelf }: HowMuchWhereProps) {
  const { t } = useSpeech()
  return (
    <>
      <div class="field">
        <span class="label">{t('keepHowMuch')}</span>
        <div class="keep-chosen">
          <Stepper
            label={t('keepHowMuch')}
            value={tenths}
            min={1}
            max={10}
            onChange={onTenths}
            words={{ less: t('less'), more: t('oneMore') }}
          />
          <KeepLevel tenths={tenths} />
        </div>
      </div>
      <TextField
        label={t('keepShelfWhere')}
        hint={t('keepShelfHint')}
        maxLength={8}
        value={shelf}
        onValue={value => onShelf(value.toUpperCase())}
      />
    </>
  )
}
