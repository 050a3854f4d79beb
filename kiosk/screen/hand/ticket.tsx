/** The kiosk's own QR with its short code: the phone shows the same one, so that a relayed picture is noticed. */
import { useEffect, useState } from 'preact/hooks'
import type { QrProps } from '../../../shared/ui/qr.tsx'
import { useKiosk, useSpeech } from '../lobby/kiosk-context.ts'
import './ticket.css'

type QrDrawing = (props: QrProps) => ReturnType<typeof import('../../../shared/ui/qr.tsx').Qr>

export function Ticket({ large = false }: { large?: boolean }) {
  const { link, lobby } = useKiosk()
  const { t } = useSpeech()
  const Qr = useQr()
  const ticket = link.view.one('ticket')
  const away = lobby.away.value
  const { claimed } = ticket ?? {}
  return (
    <div class="ticket" data-large={large ? '' : undefined}>
      <div class="ticket-qr" data-away={away ? '' : undefined}>
        {ticket && Qr && !away && <Qr text={ticket.url} label={t('scanWithPhone')} />}
      </div>
      <p class="ticket-code">{!away && ticket ? (claimed ?? ticket.code) : '····'}</p>
      <p class="ticket-hint">
        {away ? t('somebodyComing') : t(claimed === undefined ? 'comparePhone' : 'justScanned')}
      </p>
    </div>
  )
}

/** Drawn after the first paint: what computes a QR weighs as much as the rest of the lobby's own code. */
function useQr(): QrDrawing | undefined {
  const [drawing, setDrawing] = useState<{ Qr: QrDrawing }>()
  useEffect(() => {
    let gone = false
    import('../../../shared/ui/qr.tsx').then(
      module => {
        if (!gone) setDrawing({ Qr: module.Qr })
      },
      error => console.warn('qr', error),
    )
    return () => {
      gone = true
    }
  }, [])
  return drawing?.Qr
}
