/** A new reservation: who, how many, when, which class; the room may wait for the evening. */
import { useState } from 'preact/hooks'
import { Button } from '../../../shared/ui/button.tsx'
import { Dialog } from '../../../shared/ui/dialog.tsx'
import { Stepper } from '../../../shared/ui/stepper.tsx'
import { Choices, Field } from '../parts/parts.tsx'
import { nextAt } from '../state/clock-time.ts'
import { type House, me, useSpeech } from '../state/house.ts'

const holds = [15, 30, 60] as const

export function ReserveForm({ onClose }: { onClose: () => void }) {
  const { t, own, house } = useSpeech()
  const [name, setName] = useState('')
  const [party, setParty] = useState(4)
  const [time, setTime] = useState('21:00')
  const [hold, setHold] = useState<(typeof holds)[number]>(30)
  const [roomClass, setClass] = useState<string>()
  const [room, setRoom] = useState<string>('any')
  const [deposit, setDeposit] = useState(false)
  const [discreet, setDiscreet] = useState(false)
  const classes = classesOf(house)
  const chosenClass = roomClass ?? classes.find(({ capacity }) => capacity >= party)?.id ?? classes.at(-1)?.id
  const timeZone = house.link.one('venue')?.timeZone ?? 'Asia/Shanghai'
  const arrivesAt = nextAt(time, house.link.hubNow(), timeZone)
  const ready = name.trim() !== '' && arrivesAt !== undefined && chosenClass !== undefined
  const send = () => {
    if (arrivesAt === undefined || chosenClass === undefined) return
    const booker = me(house)
    house.tap({
      type: 'Reserve',
      name: name.trim(),
      party,
      arrivesAt,
      heldUntil: arrivesAt + hold * 60_000,
      roomClass: chosenClass,
      deposit,
      ...(room !== 'any' && { room }),
      ...(booker !== undefined && { booker }),
      ...(discreet && { discreet }),
    })
    onClose()
  }
  return (
    <Dialog
      title={t('addReservation')}
      onClose={onClose}
      actions={
        <>
          <Button variant="quiet" word={t('cancel')} onPress={onClose} />
          <Button variant="primary" word={t('reserveNow')} disabled={!ready} onPress={send} />
        </>
      }
    >
      <div class="form">
        <div class="form-row">
          <Field label={t('guestName')}>
            {id => (
              <input
                id={id}
                class="text-input"
                maxLength={40}
                value={name}
                onInput={event => setName(event.currentTarget.value)}
              />
            )}
          </Field>
          <Field label={t('arrivesAt')}>
            {id => (
              <input
                id={id}
                class="text-input"
                type="time"
                value={time}
                onInput={event => setTime(event.currentTarget.value)}
              />
            )}
          </Field>
        </div>
        <div class="form-row">
          <div class="field">
            <span class="label">{t('partySize')}</span>
            <Stepper
              label={t('partySize')}
              value={party}
              min={1}
              onChange={setParty}
              words={{ less: t('less'), more: t('oneMore') }}
            />
          </div>
          <div class="field">
            <span class="label">{t('holdMinutes')}</span>
            <Choices
              label={t('holdMinutes')}
              current={String(hold)}
              onChoose={id => setHold(holds.find(minutes => String(minutes) === id) ?? hold)}
              choices={holds.map(minutes => ({ id: String(minutes), word: t('minutes', { minutes }) }))}
            />
          </div>
        </div>
        <div class="field">
          <span class="label">{t('roomClass')}</span>
          <Choices
            label={t('roomClass')}
            current={chosenClass}
            onChoose={id => {
              setClass(id)
              setRoom('any')
            }}
            choices={classes.map(({ id, className, capacity }) => ({
              id,
              word: own(className),
              more: String(capacity),
            }))}
          />
        </div>
        <div class="field">
          <span class="label">{t('room')}</span>
          <Choices
            label={t('room')}
            current={room}
            onChoose={setRoom}
            choices={[
              { id: 'any', word: t('anyRoom') },
              ...house.link
                .all('room')
                .filter(one => one.roomClass === chosenClass && one.condition !== 'out-of-order')
                .map(({ id, name: word, heldFor }) => ({ id, word, disabled: heldFor !== undefined })),
            ]}
          />
        </div>
        <div class="chips">
          <Button size="min" word={t('depositPaid')} pressed={deposit} onPress={() => setDeposit(!deposit)} />
          <Button size="min" word={t('discreet')} pressed={discreet} onPress={() => setDiscreet(!discreet)} />
        </div>
      </div>
    </Dialog>
  )
}

/** The classes that this house has rooms of, small ones first. */
function classesOf(house: House) {
  const found = new Map(
    house.link
      .all('room')
      .map(({ roomClass, className, capacity }) => [roomClass, { id: roomClass, className, capacity }]),
  )
  return [...found.values()].sort((one, other) => one.capacity - other.capacity)
}
