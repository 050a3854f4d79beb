/** Somebody has come: how many they are, and they are checked in. */
import { useState } from 'preact/hooks'
import type { PeopleCommand } from '../../../shared/protocol/commands.ts'
import { Dialog } from '../../../shared/ui/dialog.tsx'
import { useSpeech } from '../state/house.ts'
import { PartySize } from './party-size.tsx'
import { SendKeys } from './send-keys.tsx'

export interface ArrivalDialogProps {
  title: string
  /** As far as it is known. */
  party: number
  checkIn: (party: number) => PeopleCommand
  /** The hub did it; absent: closing is all. */
  onDone?: () => void
  onClose: () => void
}

export function ArrivalDialog({ title, party: expected, checkIn, onDone, onClose }: ArrivalDialogProps) {
  const { t } = useSpeech()
  const [party, setParty] = useState(expected)
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <SendKeys
          word={t('checkIn')}
          command={checkIn(party)}
          onClose={onClose}
          onDone={() => {
            onClose()
            onDone?.()
          }}
        />
      }
    >
      <PartySize party={party} onChange={setParty} />
    </Dialog>
  )
}
