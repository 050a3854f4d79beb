/** 收回: a gift or a reduction was the wrong one, or too much; by one's PIN. */
import type { VisitView } from '../../../shared/protocol/views/console.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { Dialog } from '../../../shared/ui/dialog.tsx'
import { staffName } from '../parts/names.ts'
import { PinEntry } from '../pin/pin-entry.tsx'
import { me, useSpeech } from '../state/house.ts'

export interface TakeBackCompProps {
  visit: string
  comp: VisitView['comps'][number]
  /** In words. */
  what: string
  onClose: () => void
}

export function TakeBackComp({ visit, comp: { comp, amount, kind }, what, onClose }: TakeBackCompProps) {
  const { t, format, house } = useSpeech()
  return (
    <Dialog
      title={`${t('compBack')} ${what} ${format.money(amount)}`}
      onClose={onClose}
      actions={<Button variant="quiet" word={t('cancel')} onPress={onClose} />}
    >
      {kind === 'gift' && <p>{t('compBackTicket')}</p>}
      <PinEntry
        label={t('enterPin', { staff: staffName(house, me(house)) })}
        onPin={async pin => {
          const answer = await house.link.sendNow({ type: 'TakeBackComp', visit, comp, pin })
          if (!answer.ok) return answer.refusal
          onClose()
          return undefined
        }}
      />
    </Dialog>
  )
}
