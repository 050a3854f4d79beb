/** The way out: asked once more, because nothing of it comes back; staff do it, and until then it can be taken back. */
import { useState } from 'preact/hooks'
import { Button } from '../../../shared/ui/button.tsx'
import { usePhone, useSpeech } from '../state/phone-context.ts'
import './leave.css'

export function Leave({ leaving }: { leaving: boolean }) {
  const { busy, askToLeave, stayAfterAll } = usePhone()
  const { t } = useSpeech()
  const [asking, setAsking] = useState(false)
  if (leaving)
    return (
      <div class="leave" role="status">
        <p>{t('leaveAsked')}</p>
        <Button word={t('stayAfterAll')} busy={busy.value} onPress={stayAfterAll} />
      </div>
    )
  if (!asking) return <Button variant="quiet" word={t('leave')} onPress={() => setAsking(true)} />
  return (
    <div class="leave" role="alertdialog" aria-label={t('leave')}>
      <p>{t('leaveSure')}</p>
      <div class="leave-foot">
        <Button word={t('stay')} onPress={() => setAsking(false)} />
        <Button
          variant="danger"
          word={t('leaveYes')}
          onPress={() => {
            setAsking(false)
            void askToLeave()
          }}
        />
      </div>
    </div>
  )
}
