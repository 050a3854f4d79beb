/** A new PIN, typed twice by whose it is; then the PIN of who sets it. Their open sessions end. */
import { useState } from 'preact/hooks'
import type { StaffView } from '../../../shared/protocol/views/console.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { Dialog } from '../../../shared/ui/dialog.tsx'
import { staffName } from '../parts/names.ts'
import { PinEntry } from '../pin/pin-entry.tsx'
import { signedIn, useSpeech } from '../state/house.ts'

export function ResetPin({ person, onClose }: { person: StaffView; onClose: () => void }) {
  const { t, own, house } = useSpeech()
  const [first, setFirst] = useState<string>()
  const [chosen, setChosen] = useState<string>()
  const [differs, setDiffers] = useState(false)
  const staff = own(person.name)
  const send = async (newPin: string, pin: string) => {
    const answer = await house.link.sendNow({ type: 'ResetPin', staff: person.id, newPin, pin })
    if (!answer.ok) return answer.refusal
    house.notices.say(t('pinIsReset', { staff }))
    onClose()
    return undefined
  }
  return (
    <Dialog
      title={t('resetPinOf', { staff })}
      onClose={onClose}
      actions={<Button variant="quiet" word={t('cancel')} onPress={onClose} />}
    >
      {first === undefined ? (
        <>
          {differs && (
            <p class="wrong" role="alert">
              {t('pinsDiffer')}
            </p>
          )}
          <PinEntry
            key="first"
            label={t('newPin', { staff })}
            onPin={async typed => {
              setFirst(typed)
              return undefined
            }}
          />
        </>
      ) : chosen === undefined ? (
        <PinEntry
          key="again"
          label={t('newPinAgain')}
          onPin={async typed => {
            setDiffers(typed !== first)
            if (typed === first) setChosen(typed)
            else setFirst(undefined)
            return undefined
          }}
        />
      ) : (
        <PinEntry
          key="own"
          label={t('enterPin', { staff: staffName(house, signedIn(house)) })}
          onPin={pin => send(chosen, pin)}
        />
      )}
    </Dialog>
  )
}
