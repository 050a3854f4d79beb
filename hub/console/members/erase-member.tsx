/** A member who leaves: what is deleted for good, then the PIN of who does it. Bottles of theirs are asked about once. */
import { useState } from 'preact/hooks'
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { Refusal } from '../../../shared/protocol/refusals.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { Dialog } from '../../../shared/ui/dialog.tsx'
import { staffName } from '../parts/names.ts'
import { Wrong } from '../parts/parts.tsx'
import { PinEntry } from '../pin/pin-entry.tsx'
import { me, useSpeech } from '../state/house.ts'
import { checkIns } from '../state/shown.ts'

interface EraseMemberProps {
  member: Id
  called: string
  onClose: () => void
}

export function EraseMember({ member, called, onClose }: EraseMemberProps) {
  const { t, house } = useSpeech()
  const [sure, setSure] = useState(false)
  const [keeps, setKeeps] = useState<'unasked' | 'asked' | 'given-up'>('unasked')
  const [here, setHere] = useState(false)
  const erase = async (pin: string): Promise<Refusal | undefined> => {
    const keepsToo = keeps === 'given-up'
    const answer = await house.link.sendNow({ type: 'EraseMember', member, pin, keepsToo })
    if (answer.ok) {
      house.notices.say(({ t }) => t('erased', { name: called }))
      if (house.openMember.peek() === member) house.openMember.value = undefined
      onClose()
      return undefined
    }
    // The refusal's own words are for who checks them in.
    if (answer.refusal.refused === 'already-in') {
      setHere(true)
      return undefined
    }
    if (answer.refusal.refused !== 'has-keeps') return answer.refusal
    setKeeps('asked')
    return undefined
  }
  const waits = checkIns(house).some(checkIn => checkIn.member?.id === member)
  return (
    <Dialog
      title={t('eraseTitle', { name: called })}
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" word={t('cancel')} onPress={onClose} />
          {!sure && <Button variant="danger" word={t('eraseNow')} onPress={() => setSure(true)} />}
          {keeps === 'asked' && (
            <Button variant="danger" word={t('eraseKeepsToo')} onPress={() => setKeeps('given-up')} />
          )}
        </>
      }
    >
      {here ? (
        <Wrong words={t(waits ? 'eraseWaits' : 'eraseIsIn')} />
      ) : sure && keeps !== 'asked' ? (
        <PinEntry key={keeps} label={t('enterPin', { staff: staffName(house, me(house)) })} onPin={erase} />
      ) : (
        <p>{t(keeps === 'asked' ? 'refused.has-keeps' : 'eraseWhat')}</p>
      )}
    </Dialog>
  )
}
