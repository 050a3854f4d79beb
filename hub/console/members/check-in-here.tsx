/** The desk checks in a member who has neither card nor code at hand. */
import { useState } from 'preact/hooks'
import type { Id } from '../../../shared/protocol/primitives.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { Dialog } from '../../../shared/ui/dialog.tsx'
import { Stepper } from '../../../shared/ui/stepper.tsx'
import { useSpeech } from '../state/house.ts'

export function CheckInHere({ member }: { member: Id }) {
  const { t, house } = useSpeech()
  const [open, setOpen] = useState(false)
  const [party, setParty] = useState(2)
  if (!open) return <Button size="standard" variant="primary" word={t('checkInMember')} onPress={() => setOpen(true)} />
  return (
    <Dialog
      title={t('checkInMember')}
      onClose={() => setOpen(false)}
      actions={
        <>
          <Button variant="quiet" word={t('cancel')} onPress={() => setOpen(false)} />
          <Button
            variant="primary"
            word={t('checkIn')}
            onPress={() => {
              house.tap({ type: 'CheckInMember', member, party })
              house.screen.value = 'live'
              setOpen(false)
            }}
          />
        </>
      }
    >
      <div class="field">
        <span class="label">{t('partySize')}</span>
        <Stepper
          label={t('partySize')}
          value={party}
          min={1}
          onChange={setParty}
          words={{ less: t('less'), more: t('oneMore') }}
        />
      </div>
    </Dialog>
  )
}
