/** The desk checks in a member who has neither card nor code at hand. */
import { useState } from 'preact/hooks'
import type { Id } from '../../../shared/protocol/primitives.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { ArrivalDialog } from '../parts/arrival-dialog.tsx'
import { useSpeech } from '../state/house.ts'

export function CheckInHere({ member }: { member: Id }) {
  const { t, house } = useSpeech()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button size="standard" variant="primary" word={t('checkInMember')} onPress={() => setOpen(true)} />
      {open && (
        <ArrivalDialog
          title={t('checkInMember')}
          party={2}
          checkIn={party => ({ type: 'CheckInMember', member, party })}
          onDone={() => {
            house.screen.value = 'live'
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
