/** Pairing: the six letters on the new device, what it is, where it stands, and the manager's PIN. */
import { useState } from 'preact/hooks'
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import type { Refusal } from '../../../shared/protocol/refusals.ts'
import { type DeviceKind, deviceKinds, type Station, stations } from '../../../shared/protocol/words.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { Dialog } from '../../../shared/ui/dialog.tsx'
import { ChoiceField } from '../parts/choice-field.tsx'
import { kioskName, staffName } from '../parts/names.ts'
import { Field, Wrong } from '../parts/parts.tsx'
import { TextField } from '../parts/text-field.tsx'
import { PinEntry } from '../pin/pin-entry.tsx'
import { me, useSpeech } from '../state/house.ts'
import { inOrder } from '../state/rooms.ts'
import { OnlyHere } from './only-here.tsx'
import { askAboutOthers, otherPanels } from './second-panel.ts'

type Wanted = Omit<CommandOf<'ConfirmPairing'>, 'pin'>

export function PairForm({ onClose }: { onClose: () => void }) {
  const { t, house } = useSpeech()
  const [wanted, setWanted] = useState<Wanted>()
  const [refusal, setRefusal] = useState<Refusal>()
  // What was chosen stays: only the letters are typed anew.
  return (
    <Dialog
      title={t('pairDevice')}
      onClose={onClose}
      actions={<Button variant="quiet" word={t('cancel')} onPress={onClose} />}
    >
      {wanted && (
        <PinEntry
          label={t('enterPin', { staff: staffName(house, me(house)) })}
          onPin={async pin => {
            const answer = await house.link.sendNow({ ...wanted, pin })
            if (answer.ok) {
              house.notices.say(({ t }) => t('paired', { device: wanted.name }))
              onClose()
              if (wanted.kind === 'panel') askAboutOthers(house, wanted.room, answer.result.device)
              return undefined
            }
            if (answer.refusal.refused === 'bad-code' || answer.refusal.refused === 'code-expired') {
              setRefusal(answer.refusal)
              setWanted(undefined)
              return undefined
            }
            return answer.refusal
          }}
        />
      )}
      <div hidden={wanted !== undefined}>
        <PairFields refusal={refusal} onTyped={() => setRefusal(undefined)} onReady={setWanted} />
      </div>
    </Dialog>
  )
}

/** No room's id: a player that keeps the lists of all. */
const everyRoom = ''

interface PairFieldsProps {
  /** What was wrong with the letters. */
  refusal: Refusal | undefined
  onTyped: () => void
  onReady: (wanted: Wanted) => void
}

function PairFields({ refusal, onTyped, onReady }: PairFieldsProps) {
  const { t, house } = useSpeech()
  const [code, setCode] = useState('')
  const [name, setName] = useState('')
  const [kind, setKind] = useState<DeviceKind>('panel')
  const [room, setRoom] = useState<string>()
  const [kiosk, setKiosk] = useState<string>()
  const [station, setStation] = useState<Station | 'none'>('none')
  const kiosks = house.link.all('device').filter(device => device.kind === 'kiosk')
  /** In a room: a player, too, plays in one. */
  const stands = kind === 'panel' || kind === 'player'
  const placed = stands ? room !== undefined : kind !== 'reader' || kiosk !== undefined
  const named = name.trim() !== '' ? name.trim() : stands ? (house.link.get('room', room ?? '')?.name ?? '') : ''
  return (
    <div class="form">
      <OnlyHere />
      <Field label={t('pairCode')}>
        {id => (
          <input
            id={id}
            class="text-input pair-code"
            autocomplete="off"
            autocapitalize="characters"
            maxLength={6}
            value={code}
            onInput={event => {
              onTyped()
              setCode(event.currentTarget.value.toUpperCase().replace(/[^A-Z0-9]/g, ''))
            }}
          />
        )}
      </Field>
      <Wrong words={refusal && house.wordsOf(refusal)} />
      <ChoiceField
        label={t('pairKind')}
        current={kind}
        onChoose={id => {
          setKind(id)
          setRoom(undefined)
        }}
        choices={deviceKinds.map(id => ({ id, word: t(`device.${id}`) }))}
      />
      {stands && (
        <ChoiceField
          label={t('pairRoom')}
          current={room}
          onChoose={setRoom}
          choices={[
            ...(kind === 'player' ? [{ id: everyRoom, word: t('everyRoom') }] : []),
            ...inOrder(house.link.all('room')).map(({ id, name: word }) => ({
              id,
              word,
              ...(kind === 'panel' && otherPanels(house, id, undefined).length > 0 && { more: t('pairRoundHas') }),
            })),
          ]}
        />
      )}
      {kind === 'reader' && (
        <ChoiceField
          label={t('pairKiosk')}
          current={kiosk}
          onChoose={setKiosk}
          choices={kiosks.map(({ id }) => ({ id, word: kioskName(house, id) }))}
        />
      )}
      {kind === 'console' && (
        <ChoiceField
          label={t('pairStation')}
          current={station}
          onChoose={setStation}
          choices={[
            { id: 'none', word: t('noStation') },
            ...stations.map(id => ({ id, word: t(id === 'bar' ? 'stationBar' : 'stationFloor') })),
          ]}
        />
      )}
      <TextField
        label={t('pairName')}
        hint={named === '' ? t('pairNameNeeded') : undefined}
        maxLength={40}
        placeholder={named}
        value={name}
        onValue={setName}
      />
      <div class="form-foot">
        <Button
          variant="primary"
          word={t('next')}
          disabled={code.length !== 6 || named === '' || !placed}
          onPress={() =>
            onReady({
              type: 'ConfirmPairing',
              code,
              name: named,
              kind,
              ...(stands && room !== undefined && room !== everyRoom && { room }),
              ...(kind === 'reader' && kiosk !== undefined && { kiosk }),
              ...(kind === 'console' && station !== 'none' && { station }),
            })
          }
        />
      </div>
    </div>
  )
}
