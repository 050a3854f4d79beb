/** A bottle that was stored here and that the hub has not heard of yet: it has no label, and is not to be stored again. */
import type { CommandOf } from '../../../../shared/protocol/commands.ts'
import { itemName } from '../../parts/names.ts'
import { useSpeech } from '../../state/house.ts'
import { KeepLevel } from './keep-level.tsx'

export function KeepWaiting({ bottle: { item, tenths, shelf } }: { bottle: CommandOf<'StoreKeep'> }) {
  const { t, house } = useSpeech()
  return (
    <article class="keep">
      <header class="keep-head">
        <strong class="keep-name">{itemName(house, item)}</strong>
        <KeepLevel tenths={tenths} />
      </header>
      <p class="keep-facts">
        <span>{t('keepShelf', { shelf })}</span>
        <span class="quiet">{t('waitingToSend')}</span>
      </p>
    </article>
  )
}
