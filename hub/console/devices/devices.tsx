/** 设备: which screens the house has and whether they are there; a new one is paired by six letters and a PIN. */
import { useState } from 'preact/hooks'
import IconMonitor from '~icons/lucide/monitor-smartphone'
import type { DeviceView } from '../../../shared/protocol/views/console.ts'
import { deviceKinds } from '../../../shared/protocol/words.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { deviceName, roomName } from '../parts/names.ts'
import { singsHere } from '../parts/sings-here.ts'
import { type House, may, useSpeech } from '../state/house.ts'
import { Backups } from './backups.tsx'
import { CardFormat } from './card-format.tsx'
import { DeviceName } from './device-name.tsx'
import './devices.css'
import { KioskCamera } from './kiosk-camera.tsx'
import { PairForm } from './pair-form.tsx'
import { PairRound } from './pair-round.tsx'
import { nothingPlugged, PluggedReaders } from './plugged-readers.tsx'
import { otherPanels, whenThere } from './second-panel.ts'
import { TicketPrinter } from './ticket-printer.tsx'
import { WaitingDevices } from './waiting-devices.tsx'

export function Devices() {
  const { t, house } = useSpeech()
  const [pairing, setPairing] = useState<'one' | 'round'>()
  const done = () => setPairing(undefined)
  const all = house.link.all('device')
  return (
    <section aria-label={t('devices')}>
      <div class="screen-head">
        <h1>{t('devices')}</h1>
        <span class="quiet">{all.length}</span>
        {may(house, 'ConfirmPairing') && (
          <span class="spread device-pairs">
            <Button size="standard" word={t('pairRound')} onPress={() => setPairing('round')} />
            <Button size="standard" variant="primary" word={t('pairDevice')} onPress={() => setPairing('one')} />
          </span>
        )}
      </div>
      <WaitingDevices />
      {all.length === 0 && <EmptyState icon={IconMonitor} title={t('noDevices')} />}
      {deviceKinds
        .filter(kind => all.some(device => device.kind === kind))
        .map(kind => (
          <section class="device-kind" key={kind} aria-label={t(`device.${kind}`)}>
            <h2 class="label">{t(`device.${kind}`)}</h2>
            <ul class="device-list">
              {all
                .filter(device => device.kind === kind)
                // Who is missing comes first.
                .sort((one, other) => Number(one.online) - Number(other.online))
                .map(device => (
                  <Device key={device.id} device={device} />
                ))}
            </ul>
          </section>
        ))}
      <NoPlayer />
      <TicketPrinter />
      <Backups />
      {pairing === 'one' && <PairForm onClose={done} />}
      {pairing === 'round' && <PairRound onClose={done} />}
    </section>
  )
}

/** Queues move on by the songs’ lengths all the same, which would look as if somebody sang. */
function NoPlayer() {
  const { t, house } = useSpeech()
  const players = house.link.all('device').filter(({ kind, unpaired }) => kind === 'player' && !unpaired)
  const rooms = house.link.all('room')
  const played = new Set(players.map(({ room }) => room))
  // One without a room plays in all of them.
  const without = played.has(undefined) ? 0 : rooms.filter(({ id }) => !played.has(id)).length
  if (!singsHere(house) || without === 0) return null
  return (
    <section class="device-kind" aria-label={t('device.player')}>
      <h2 class="label">{t('device.player')}</h2>
      <p class="device-missing">◆ {players.length === 0 ? t('noPlayer') : t('noPlayerIn', { count: without })}</p>
      <p class="quiet">{t('noPlayerHint')}</p>
    </section>
  )
}

function Device({ device }: { device: DeviceView }) {
  const { id, room, own, online, sounding } = device
  const { t, house } = useSpeech()
  const name = deviceName(house, device)
  const [learning, setLearning] = useState(false)
  const empty = nothingPlugged(device)
  // A house without cards has nothing to teach a reader; what one was taught is still told.
  const cards = house.link.one('venue')?.cards !== false || device.cardFormat !== undefined
  const readsCards = cards && (device.kind === 'reader' || device.kind === 'kiosk')
  const second = device.kind === 'panel' && !device.unpaired && otherPanels(house, room, id).length > 0
  return (
    <li class="device" data-slice-key={`device/${id}`}>
      <DeviceName device={device} />
      <span class="quiet">{room === undefined ? '' : roomName(house, room)}</span>
      {/* A hub without a reader in its own ports is as it may be. */}
      <span class="device-state" data-online={online && (own || !empty) ? '' : undefined}>
        {online && !empty ? '●' : '○'} {empty ? t('nothingPlugged') : whenThere(house, device)}
        {online && sounding !== undefined && ` · ${sounding ? t('sounds') : t('silent')}`}
      </span>
      {second && (
        <span class="device-format" data-unset="">
          ◆ {t('secondPanel', { room: roomName(house, room) })}
        </span>
      )}
      {readsCards && (
        <span class="device-format" data-unset={device.cardFormat === undefined ? '' : undefined}>
          {device.cardFormat === undefined ? `◆ ${t('noFormat')}` : t(`format.${device.cardFormat}`)}
          {may(house, 'SetCardFormat') && (
            <Button size="min" variant="quiet" word={t('setFormat')} onPress={() => setLearning(true)} />
          )}
        </span>
      )}
      {device.kind === 'kiosk' && <KioskCamera device={device} />}
      {learning && <CardFormat device={device} onClose={() => setLearning(false)} />}
      {may(house, 'RevokeDevice') && id !== house.link.device && !own && (
        <Button size="min" variant="quiet" word={t('revoke')} onPress={() => revoke(house, id, name)} />
      )}
      {device.kind === 'reader' && <PluggedReaders device={device} />}
    </li>
  )
}

function revoke(house: House, device: string, name: string): void {
  const { t } = house.speech.peek()
  house.notices.ask({
    title: t('revoke'),
    text: t('revokeAsk', { device: name }),
    yes: t('revokeNow'),
    no: t('cancel'),
    grave: true,
    onYes: () => house.tap({ type: 'RevokeDevice', device }),
  })
}
