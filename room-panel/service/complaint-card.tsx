/** 投诉: the way to complain, and after it only that the manager comes. Others can read this screen: never why. */
import IconComplain from '~icons/lucide/message-circle-warning'
import IconManager from '~icons/lucide/user-round-check'
import { Button } from '../../shared/ui/button.tsx'
import { KeptMark } from '../parts/kept-mark.tsx'
import { usePanel, useSpeech } from '../state/panel-context.ts'
import { RequestKeys } from './request-keys.tsx'
import { type ShownRequest, shownComplaint } from './shown-requests.ts'

export function ComplaintCard({ onComplain }: { onComplain: () => void }) {
  const { link } = usePanel()
  const { t, own } = useSpeech()
  /** A person, as soon as one took it; until then the manager. */
  const wordsFor = (shown: ShownRequest): string => {
    if (shown.at === 'answered') return t(`outcome.${shown.outcome ?? 'done'}`)
    if (shown.at === 'later') return t('requestLater')
    if (shown.at !== 'sending' && shown.staff) return t('staffComing', { staff: own(shown.staff) })
    return t(shown.at === 'on-the-way' ? 'managerOnTheWay' : 'managerComing')
  }
  const request = shownComplaint(link.view.all('request'), link.pending.value)
  if (!request) {
    return (
      <Button class="service-complain" size="manager" icon={IconComplain} word={t('complaint')} onPress={onComplain} />
    )
  }
  return (
    <section class="complaint-card" data-at={request.at}>
      <IconManager class="icon" aria-hidden="true" />
      <p role="status">{wordsFor(request)}</p>
      {request.at === 'sending' && <KeptMark />}
      <RequestKeys request={request} call={{ type: 'Complain' }} about={t('complaint')} />
    </section>
  )
}
