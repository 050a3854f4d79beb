/** 我来找人: the desk asks the host of a party, by its panel where it may. */
import { useState } from 'preact/hooks'
import { inPerson } from '../../../shared/protocol/asked-in-person.ts'
import { fitsScreens } from '../../../shared/protocol/called.ts'
import type { VisitView } from '../../../shared/protocol/views/console.ts'
import { Dialog } from '../../../shared/ui/dialog.tsx'
import { NameField } from '../members/name-field.tsx'
import { roomName } from '../parts/names.ts'
import { SendKeys } from '../parts/send-keys.tsx'
import { useSpeech } from '../state/house.ts'

export function AskHost({ visit, onClose }: { visit: VisitView; onClose: () => void }) {
  const { t, house } = useSpeech()
  const [called, setCalled] = useState('')
  const room = roomName(house, visit.room)
  const goThere = inPerson(visit)
  const name = called.trim()
  return (
    <Dialog
      title={t('askHostTitle', { room })}
      onClose={onClose}
      actions={
        <SendKeys
          word={t('seekerAsk')}
          command={
            fitsScreens(name) ? { type: 'AskHost', visit: visit.id, ...(name !== '' && { called: name }) } : undefined
          }
          onClose={onClose}
        />
      }
    >
      <NameField label={t('whoAtDoor', { room })} value={called} of="called" onValue={setCalled} />
      {goThere && <p class="check-in-mind">{t(`seekerInPerson.${goThere}`)}</p>}
      <p class="label">{t('seekerNeverSay')}</p>
    </Dialog>
  )
}
