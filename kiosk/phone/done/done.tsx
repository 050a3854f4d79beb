/** Checked in: who comes now, the code for the next time, and what the house keeps of its owner. */
import { WelcomeName } from '../../../shared/ui/welcome-name.tsx'
import { MemberCard } from '../card/member-card.tsx'
import { OwnCard } from '../own/own-card.tsx'
import { usePhone, useSpeech } from '../state/phone-context.ts'
import './done.css'

export function Done() {
  const { link } = usePhone()
  const { t } = useSpeech()
  const self = link.view.one('self')
  const card = link.view.one('card')
  const seated = self?.checkIn?.step === 'seated'
  return (
    <>
      <section class="done" role="status">
        {self?.called !== undefined && <WelcomeName name={self.called} durationMs={1600} delayMs={200} />}
        <p class="done-words">{t(seated ? 'enjoy' : 'staffMeetsYou')}</p>
        {!seated && self?.sung && <p class="quiet">{t('lookUp')}</p>}
      </section>
      {self?.memberCode !== undefined && <MemberCard code={self.memberCode} called={self.called ?? ''} />}
      {card && <OwnCard card={card} />}
    </>
  )
}
