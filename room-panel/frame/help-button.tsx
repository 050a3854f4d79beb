/** 叫人帮忙, in the same corner of every screen: the call and, once made, how it stands. */
import IconBell from '~icons/lucide/concierge-bell'
import { Button } from '../../shared/ui/button.tsx'
import { useUnsent } from '../parts/kept-mark.tsx'
import './help-button.css'
import { mashMs, requestStatus, urgedWord } from '../service/request-status.ts'
import { shownService } from '../service/shown-requests.ts'
import { usePanel, useSpeech } from '../state/panel-context.ts'

export function HelpButton() {
  const panel = usePanel()
  const { t, own } = useSpeech()
  const { link } = panel
  const unsent = useUnsent()
  const request = shownService('staff', link.view.all('request'), link.pending.value)
  const called = request !== undefined && request.at !== 'answered'
  const status = called ? requestStatus(request, t, own, unsent) : undefined
  const urged = request && urgedWord(request, t)
  return (
    <Button
      class="help"
      size="manager"
      stacked
      icon={IconBell}
      // On a flat screen there is no room for both; the tile of the call says who comes.
      word={urged ?? status ?? t('help')}
      label={[t('help'), status, urged].join(' ').trim()}
      pressed={called}
      onPress={() => void panel.tapOnce({ type: 'CallService', service: 'staff' }, mashMs)}
    />
  )
}
