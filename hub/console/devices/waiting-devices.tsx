/**
 * After a restore: the house's devices whose keys are younger than the backup. Their letters are compared with those on the
 * glass, and one tap lets each back in; the PIN is asked for once, and for each that is no tablet.
 */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { DeviceView } from '../../../shared/protocol/views/console.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { Dialog } from '../../../shared/ui/dialog.tsx'
import { deviceName, roomName, staffName } from '../parts/names.ts'
import { PinEntry } from '../pin/pin-entry.tsx'
import { may, me, useSpeech } from '../state/house.ts'

type Waiting = DeviceView & Required<Pick<DeviceView, 'waits'>>

export function WaitingDevices() {
  const { t, house } = useSpeech()
  const [asking, setAsking] = useState<Waiting>()
  const began = useRef(false)
  // A console that lies about lets nobody in.
  useEffect(() => () => void (began.current && house.link.sendNow({ type: 'EndPairing' })), [])
  const all = house.link.all('device').filter(device => device.waits !== undefined) as readonly Waiting[]
  if (all.length === 0 || !may(house, 'ReadmitDevice')) return null

  const readmit = (device: Waiting, pin?: string) =>
    house.link.sendNow({
      type: 'ReadmitDevice',
      device: device.id,
      code: device.waits.code,
      ...(pin !== undefined && { pin }),
    })
  const said = (device: Waiting) => house.notices.say(({ t }) => t('readmitted', { device: deviceName(house, device) }))
  const tap = async (device: Waiting) => {
    if (device.kind !== 'panel') return setAsking(device)
    const answer = await readmit(device)
    if (answer.ok) said(device)
    else if (answer.refusal.refused === 'pin-again') setAsking(device)
    else house.complain(answer.refusal)
  }
  const byPin = async (device: Waiting, pin: string) => {
    if (device.kind === 'panel') {
      const started = await house.link.sendNow({ type: 'StartPairing', pin })
      if (!started.ok) return started.refusal
      began.current = true
    }
    const answer = device.kind === 'panel' ? await readmit(device) : await readmit(device, pin)
    if (!answer.ok && answer.refusal.refused !== 'code-expired') return answer.refusal
    setAsking(undefined)
    if (answer.ok) said(device)
    else house.complain(answer.refusal)
    return undefined
  }
  return (
    <section class="device-kind devices-waiting" aria-label={t('readmitTitle')}>
      <h2 class="label">
        {t('readmitTitle')} · {all.length}
      </h2>
      <p class="quiet">{t('readmitHint')}</p>
      <ul class="device-list" data-list="">
        {all.map(device => (
          <Row key={device.id} device={device} onTap={() => void tap(device)} />
        ))}
      </ul>
      {asking && (
        <Dialog
          title={`${t('readmit')} · ${deviceName(house, asking)}`}
          onClose={() => setAsking(undefined)}
          actions={<Button variant="quiet" word={t('cancel')} onPress={() => setAsking(undefined)} />}
        >
          {asking.kind === 'panel' && <p class="quiet">{t('readmitPin')}</p>}
          <PinEntry label={t('enterPin', { staff: staffName(house, me(house)) })} onPin={pin => byPin(asking, pin)} />
        </Dialog>
      )}
    </section>
  )
}

function Row({ device, onTap }: { device: Waiting; onTap: () => void }) {
  const { t, format, house } = useSpeech()
  const { id, room, waits } = device
  const name = deviceName(house, device)
  const last = waits.lastSeenAt
  return (
    <li class="device" data-slice-key={`device/${id}`}>
      <span class="device-name">
        {name}
        {room !== undefined && !name.includes(roomName(house, room)) && ` · ${roomName(house, room)}`}
        {last !== undefined && (
          <span class="device-last">{t('readmitLast', { when: `${format.day(last)} ${format.time(last)}` })}</span>
        )}
      </span>
      <span class="device-code">{waits.code}</span>
      <Button size="standard" variant="primary" word={t('readmit')} label={`${t('readmit')} ${name}`} onPress={onTap} />
    </li>
  )
}
