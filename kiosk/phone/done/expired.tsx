/** A ticket that does not count any more: what to do next, and the code this phone keeps, which always does. */
import { MemberCard } from '../card/member-card.tsx'
import { usePhone, useSpeech } from '../state/phone-context.ts'
import './done.css'

export function Expired() {
  const { memory } = usePhone()
  const { t } = useSpeech()
  const saved = memory.saved.value
  return (
    <>
      <section class="done" role="status">
        <p class="done-words">{t('scanAgain')}</p>
        <p class="quiet">{t('scanAgainWhy')}</p>
        <p class="quiet">{t('scanAgainElse')}</p>
      </section>
      {saved && <MemberCard code={saved.code} called={saved.called} />}
    </>
  )
}
