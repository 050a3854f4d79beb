/**
 * The kiosk's own QR with its six letters: the phone shows the same ones, so that a relayed picture is noticed; and where
 * nothing can be scanned, they are typed at a short address.
 */
import { type ComponentChildren, Fragment } from 'preact'
import type { KioskSlices } from '../../../shared/protocol/views/kiosk.ts'
import { useLoaded } from '../../../shared/ui/use-loaded.ts'
import { useKiosk, useSpeech } from '../lobby/kiosk-context.ts'
import { addressParts } from './address-parts.ts'
import './ticket.css'

/** With a Wi-Fi of the venue's first: a phone that is not in the house's network opens no page of the house. */
export function Tickets() {
  const { link } = useKiosk()
  const { t } = useSpeech()
  const wifi = link.view.one('wifi')
  if (!wifi) return <Ticket />
  return (
    <div class="tickets-all">
      <ol class="tickets">
        <li class="tickets-step">
          <h3 class="tickets-title">{t('joinWifi')}</h3>
          <WifiCode text={wifi.text} />
        </li>
        <li class="tickets-step">
          <h3 class="tickets-title">{t('thenScan')}</h3>
          <Code />
        </li>
      </ol>
      {/* In half a column they would be a tower of words. */}
      <WifiWords {...wifi} />
      <Words />
    </div>
  )
}

function WifiCode({ text }: Pick<KioskSlices['wifi'], 'text'>) {
  const { t } = useSpeech()
  const qr = useLoaded(loadQr)
  return (
    <div class="ticket">
      <div class="ticket-qr">{qr && <qr.Qr text={text} label={t('joinWifi')} />}</div>
    </div>
  )
}

/** For who cannot scan. */
function WifiWords({ ssid, password }: Omit<KioskSlices['wifi'], 'text'>) {
  const { t } = useSpeech()
  return (
    <p class="ticket-hint">
      <span class="ticket-pair">
        Wi-Fi <span class="ticket-address">{ssid}</span>
      </span>
      {password !== undefined && (
        <>
          {' '}
          <span class="ticket-pair">
            {t('wifiPassword')} <span class="ticket-address">{password}</span>
          </span>
        </>
      )}
    </p>
  )
}

export function Ticket({ large = false }: { large?: boolean }) {
  return (
    <Code large={large}>
      <Words />
    </Code>
  )
}

function Code({ large = false, children }: { large?: boolean; children?: ComponentChildren }) {
  const { link } = useKiosk()
  const { t } = useSpeech()
  const qr = useLoaded(loadQr)
  const ticket = link.view.one('ticket')
  return (
    <div class="ticket" data-large={large ? '' : undefined}>
      <div class="ticket-qr" data-missing={ticket ? undefined : ''}>
        {ticket && qr && <qr.Qr text={ticket.url} label={t('scanWithPhone')} />}
      </div>
      <p class="ticket-code">{ticket ? (ticket.claimed ?? ticket.code) : '····'}</p>
      {children}
    </div>
  )
}

/** What the letters are for. */
function Words() {
  const { link } = useKiosk()
  const { t } = useSpeech()
  const ticket = link.view.one('ticket')
  const claimed = ticket?.claimed !== undefined
  return (
    <>
      <p class="ticket-hint">{t(claimed ? 'justScanned' : 'comparePhone')}</p>
      {ticket && !claimed && (
        <p class="ticket-hint ticket-type">
          {t('orOpen')} <Address text={ticket.address} /> {t('typeThere')}
        </p>
      )}
    </>
  )
}

function Address({ text }: { text: string }) {
  return (
    <span class="ticket-address">
      {addressParts(text).map((part, at) => (
        <Fragment key={`${at}${part}`}>
          {at > 0 && <wbr />}
          <span class="ticket-part">{part}</span>
        </Fragment>
      ))}
    </span>
  )
}

/** What computes a QR weighs as much as the lobby's own code. */
const loadQr = () => import('../../../shared/ui/qr.tsx')
