/** A bottle that was kept by mistake: whoever kept it takes it back, for some minutes and while its party is here. */
import type { KeepRow } from '../../../../shared/protocol/queries.ts'
import { undoKeepMs } from '../../../../shared/protocol/words.ts'
import { Button } from '../../../../shared/ui/button.tsx'
import { itemName } from '../../parts/names.ts'
import { may, me, useSpeech } from '../../state/house.ts'

export function UndoKeep({ keep, onDone }: { keep: KeepRow; onDone: () => void }) {
  const { t, house } = useSpeech()
  const { id, label, item, tenths, storedBy, storedAt, visit } = keep
  const isMine = may(house, 'UndoKeep') && storedBy !== undefined && storedBy === me(house)
  const isNew = storedAt !== undefined && house.now.value < storedAt + undoKeepMs
  if (!isMine || !isNew || visit === undefined || !house.link.get('visit', visit)) return null
  const ask = () =>
    house.notices.ask({
      title: t('keepUndoTitle', { label }),
      text: t('keepUndoText', { item: itemName(house, item), tenths }),
      yes: t('keepUndo'),
      no: t('cancel'),
      grave: false,
      onYes() {
        void house.outcomeOf({ type: 'UndoKeep', keep: id }).then(done => {
          if (!done) return
          house.notices.say(({ t }) => t('keepUndoneToast', { label }))
          onDone()
        })
      },
      onNo: () => undefined,
    })
  return <Button size="min" variant="quiet" word={t('keepUndo')} onPress={ask} />
}
