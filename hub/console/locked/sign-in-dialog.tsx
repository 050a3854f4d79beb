/** Signing in at a station, over what is looked at there: whatever wants a person's PIN begins so. */
import { Button } from '../../../shared/ui/button.tsx'
import { Dialog } from '../../../shared/ui/dialog.tsx'
import { useSpeech } from '../state/house.ts'
import { SignIn } from './locked.tsx'

export function SignInDialog({ onClose }: { onClose: () => void }) {
  const { t } = useSpeech()
  return (
    <Dialog
      title={t('signIn')}
      onClose={onClose}
      actions={<Button variant="quiet" word={t('cancel')} onPress={onClose} />}
    >
      <SignIn onDone={onClose} />
    </Dialog>
  )
}
