/** What was not brought to that table, or is of nobody who is here, two people keep with their PINs. */
import type { CommandOf } from '../../../../shared/protocol/commands.ts'
import type { VisitView } from '../../../../shared/protocol/views/console.ts'
import { Button } from '../../../../shared/ui/button.tsx'
import { itemName, roomName } from '../../parts/names.ts'
import { TwoPins, type TwoPinsProps } from '../../pin/two-pins.tsx'
import { useSpeech } from '../../state/house.ts'
import { KeepLevel } from './keep-level.tsx'

interface KeepByTwoProps {
  bottle: Pick<CommandOf<'StoreKeep'>, 'item' | 'tenths'>
  visit: VisitView | undefined
  onPins: TwoPinsProps['onPins']
  onCancel: () => void
}

export function KeepByTwo({ bottle: { item, tenths }, visit, onPins, onCancel }: KeepByTwoProps) {
  const { t, house } = useSpeech()
  return (
    <div class="form">
      <p class="keep-chosen">
        <strong>{itemName(house, item)}</strong>
        <KeepLevel tenths={tenths} />
      </p>
      <p>{visit ? t('keepNotBrought', { room: roomName(house, visit.room) }) : t('keepOfNobodyHere')}</p>
      <TwoPins secondWord={t('keepSecond')} onPins={onPins} />
      <div class="form-foot">
        <Button size="min" variant="quiet" word={t('cancel')} onPress={onCancel} />
      </div>
    </div>
  )
}
