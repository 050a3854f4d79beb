/** A new PIN, typed twice by whose it is; then the PIN of who sets it. Their open sessions end. */
import type { StaffView } from '../../../shared/protocol/views/console.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { Dialog } from '../../../shared/ui/dialog.tsx'
import { PinSteps } from '../pin/pin-steps.tsx'
import { useSpeech } from '../state/house.ts'

export function ResetPin({ person, onClose }: { person: StaffView; onClose: () => void }) {
  const { t, own, house } = useSpeech()
  const staff = own(person.name)
  const send = async (pin: string, newPin: string) => {
    const answer = await house.link.sendNow({ type: 'ResetPin', staff: person.id, newPin, pin })
    if (!answer.ok) return answer.refusal
    house.notices.say(({ t }) => t('pinIsReset', { staff }))
    onClose()
    return undefined
  }
  return (
    <Dialog
      title={t('resetPinOf', { staff })}
      onClose={onClose}
      actions={<Button variant="quiet" word={t('cancel')} onPress={onClose} />}
    >
      <PinSteps newFor={staff} onPins={send} />
    </Dialog>
  )
}
