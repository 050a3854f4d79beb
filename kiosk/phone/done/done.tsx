/** Checked in: who comes now, the code for the next time, and what the house keeps of its owner. */
import { WelcomeName } from '../../../shared/ui/welcome-name.tsx'
import { MemberCard } from '../card/member-card.tsx'
import { OwnCard } from '../own/own-card.tsx'
import { usePhone, useSpeech } from '../state/phone-context.ts'
import './done.css'

export function Done() {
  const { link, memory } = usePhone()
  const { t } = useSpeech()
  const self = link.view.one('self')
  const card = link.view.one('card')
  const seated = self?.checkIn?.step === 'seated'
  // Until staff received who came with it, the hub says no code, and what the phone keeps is its own.
  const code = self?.memberCode ?? (self?.called === undefined ? undefined : memory.saved.value?.code)
  return (
    <>
      <section class="done" role="status">
        {self?.called !== undefined && <WelcomeName name={self.called} durationMs={1600} delayMs={200} />}
        <p class="done-words">{t(seated ? 'enjoy' : 'staffMeetsYou')}</p>
        {!seated && self?.sung && <p class="quiet">{t('lookUp')}</p>}
      </section>
      {code !== undefined && <MemberCard code={code} called={self?.called ?? ''} />}
      {card && <OwnCard card={card} />}
    </>
  )
}
