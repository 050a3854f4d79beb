/** The kiosk's own QR with its short code: the phone shows the same one, so that a relayed picture is noticed. */
import { useKiosk, useSpeech } from '../lobby/kiosk-context.ts'
import { useLoaded } from '../parts/use-loaded.ts'
import './ticket.css'

export function Ticket({ large = false }: { large?: boolean }) {
  const { link, lobby } = useKiosk()
  const { t } = useSpeech()
  const qr = useLoaded(loadQr)
  const ticket = link.view.one('ticket')
  const away = lobby.away.value
  const { claimed } = ticket ?? {}
  return (
    <div class="ticket" data-large={large ? '' : undefined}>
      <div class="ticket-qr" data-away={away ? '' : undefined}>
        {ticket && qr && !away && <qr.Qr text={ticket.url} label={t('scanWithPhone')} />}
      </div>
      <p class="ticket-code">{!away && ticket ? (claimed ?? ticket.code) : '····'}</p>
      <p class="ticket-hint">
        {away ? t('somebodyComing') : t(claimed === undefined ? 'comparePhone' : 'justScanned')}
      </p>
    </div>
  )
}

/** What computes a QR weighs as much as the lobby's own code. */
const loadQr = () => import('../../../shared/ui/qr.tsx')
