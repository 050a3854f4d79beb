/** Somebody has come: how many they are, and they are checked in. */
import { useState } from 'preact/hooks'
import { Button } from '../../../shared/ui/button.tsx'
import { Dialog } from '../../../shared/ui/dialog.tsx'
import { useSpeech } from '../state/house.ts'
import { PartySize } from './party-size.tsx'

export interface ArrivalDialogProps {
  title: string
  /** As far as it is known. */
  party: number
  onCheckIn: (party: number) => void
  onClose: () => void
}

export function ArrivalDialog({ title, party: expected, onCheckIn, onClose }: ArrivalDialogProps) {
  const { t } = useSpeech()
  const [party, setParty] = useState(expected)
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" word={t('cancel')} onPress={onClose} />
          <Button
            variant="primary"
            word={t('checkIn')}
            onPress={() => {
              onCheckIn(party)
              onClose()
            }}
          />
        </>
      }
    >
      <PartySize party={party} onChange={setParty} />
    </Dialog>
  )
}
