/** A member whose code this phone keeps: one tap. */
import { Button } from '../../../shared/ui/button.tsx'
import { Refused } from '../parts/refused.tsx'
import { usePhone, useSpeech } from '../state/phone-context.ts'
import { readsOf } from '../state/reads.ts'
import './back.css'

export function Back() {
  const page = usePhone()
  const { memory, busy, checkInAgain, startNew } = page
  const { t } = useSpeech()
  const called = memory.saved.value?.called
  return (
    <section class="back">
      <p class="back-welcome">{t('welcomeBack')}</p>
      {called && <p class="back-name name">{called}</p>}
      <Button
        variant="primary"
        word={busy.value ? t('checkingIn') : t('checkInNow')}
        busy={busy.value}
        onPress={() => checkInAgain(readsOf(page))}
      />
      <Refused />
      <Button variant="quiet" word={t('notMe')} onPress={startNew} />
    </section>
  )
}
