/** Everything a guest can do, together: no menu of methods. The readers need no button at all. */
import IconWalkIn from '~icons/lucide/door-open'
import IconHelp from '~icons/lucide/hand'
import IconFind from '~icons/lucide/user-search'
import { Button } from '../../../shared/ui/button.tsx'
import { useKiosk, useSpeech } from '../lobby/kiosk-context.ts'
import { PhonePad } from './phone-pad.tsx'
import { Tickets } from './ticket.tsx'
import './home.css'

export function Home() {
  const { lobby } = useKiosk()
  const { t } = useSpeech()
  return (
    <div class="home">
      <div class="home-ways">
        <section class="home-way">
          <h2 class="home-title">{t('scanWithPhone')}</h2>
          <Tickets />
        </section>
        <section class="home-way">
          <h2 class="home-title">{t('phoneNumber')}</h2>
          <PhonePad />
        </section>
      </div>
      <div class="home-doors">
        <Button size="primary" icon={IconWalkIn} word={t('firstVisit')} onPress={lobby.walkIn} />
        <Button size="primary" icon={IconFind} word={t('lookingFor')} onPress={() => lobby.call('looking-for')} />
        <Button size="primary" icon={IconHelp} word={t('help')} onPress={() => lobby.call('help')} />
      </div>
    </div>
  )
}
