/** Where the guests do not order themselves: one button brings somebody who does. */

import IconStaff from '~icons/lucide/concierge-bell'
import { Button } from '../../shared/ui/button.tsx'
import { mashMs, urgedWord } from '../service/request-status.ts'
import { shownService } from '../service/shown-requests.ts'
import { usePanel, useSpeech } from '../state/panel-context.ts'
import type { Ordering } from './order-rule.ts'
import { Spend } from './spend.tsx'

export function StaffOrders({ ordering, spend }: { ordering: Exclude<Ordering, 'here'>; spend: boolean }) {
  const panel = usePanel()
  const { t } = useSpeech()
  const { link } = panel
  const called = shownService('staff', link.view.all('request'), link.pending.value)
  const coming = called !== undefined && called.at !== 'answered'
  const urged = called && urgedWord(called, t)
  const word = ordering === 'settled' ? t('callToAdd') : t('callToOrder')
  return (
    <footer class="drinks-foot">
      {spend && <Spend />}
      <Button
        variant={coming ? 'standard' : 'primary'}
        icon={IconStaff}
        word={coming ? t(called.at === 'later' ? 'requestLater' : 'somebodyComing') : word}
        pressed={coming}
        onPress={() => void panel.tapOnce({ type: 'CallService', service: 'staff' }, mashMs)}
      >
        {urged !== undefined && <span>{urged}</span>}
      </Button>
    </footer>
  )
}
