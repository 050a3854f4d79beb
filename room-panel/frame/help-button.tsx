/** 叫人帮忙, on every screen: the call and, once made, how it stands. */
import IconBell from '~icons/lucide/concierge-bell'
import { Button } from '../../shared/ui/button.tsx'
import { mashMs, requestStatus } from '../service/request-status.ts'
import { shownService } from '../service/shown-requests.ts'
import { usePanel, useSpeech } from '../state/panel-context.ts'

export function HelpButton() {
  const panel = usePanel()
  const { t, own } = useSpeech()
  const { link } = panel
  const request = shownService('staff', link.view.all('request'), link.pending.value)
  const called = request !== undefined && request.at !== 'answered'
  return (
    <Button
      class="help"
      size="min"
      icon={IconBell}
      word={called ? requestStatus(request, t, own, link.state.value.at === 'online') : t('help')}
      label={t('help')}
      pressed={called}
      onPress={() => void panel.tapOnce({ type: 'CallService', service: 'staff' }, mashMs)}
    />
  )
}
