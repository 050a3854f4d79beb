/** A reservation, new or as it is agreed now: for whom, how many, when, which class; the room may wait for the evening. */
import type { ReservationView } from '../../../shared/protocol/views/console.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { Dialog } from '../../../shared/ui/dialog.tsx'
import { Stepper } from '../../../shared/ui/stepper.tsx'
import { Missing } from '../parts/fetching.tsx'
import { MissingGlyphs } from '../parts/missing-glyphs.tsx'
import { Choices, Field, Wrong } from '../parts/parts.tsx'
import { SendKeys } from '../parts/send-keys.tsx'
import { TextField } from '../parts/text-field.tsx'
import type { DraftOf } from '../state/drafts.ts'
import { useSpeech } from '../state/house.ts'
import type { Shown } from '../state/pending.ts'
import { inOrder } from '../state/rooms.ts'
import { useAnswer } from '../state/use-answer.ts'
import { BookerField } from './booker-field.tsx'
import { classesOf, type TypedReservation, useReservation } from './use-reservation.ts'
import { WhomFields } from './whom-fields.tsx'

const holds = [15, 30, 60] as const

export interface ReserveFormProps {
  /** Absent: a new one. */
  reservation?: Shown<ReservationView>
  draft: DraftOf<TypedReservation>
  typed: TypedReservation
}

export function ReserveForm({ reservation, draft, typed }: ReserveFormProps) {
  const { t, own, house } = useSpeech()
  const form = useReservation(reservation, typed, draft)
  const [wanted, set] = form.wanted
  const { party, day, time, hold, room, deposit, discreet } = wanted
  const classes = classesOf(house)
  const asked = useAnswer(
    form.arrivesAt === undefined
      ? undefined
      : {
          type: 'RoomsToPromise',
          arrivesAt: form.arrivesAt,
          heldUntil: form.arrivesAt + hold * 60_000,
          ...(reservation && { reservation: reservation.id }),
        },
  )
  const free = asked.value
  // One's own change, back before its answer, is no news.
  const changed = form.changed && !reservation?.pending
  return (
    <Dialog
      title={reservation ? t('amendReservation') : t('addReservation')}
      onClose={draft.drop}
      actions={
        <SendKeys
          word={reservation ? t('save') : t('reserveNow')}
          command={changed ? undefined : form.command}
          draft={draft}
          onClose={draft.drop}
        />
      }
    >
      <div class="form" key={form.seen?.amended}>
        {changed && (
          <Wrong words={t('saveConflict')}>
            <Button size="min" word={t('reloadCard')} onPress={form.look} />
          </Wrong>
        )}
        <WhomFields wanted={wanted} set={set} masked={form.seen?.phoneMasked} />
        <MissingGlyphs text={wanted.name} />
        <div class="form-row">
          <Field label={t('whichNight')}>
            {id => (
              <input
                id={id}
                class="text-input"
                type="date"
                min={form.tonight}
                value={day}
                onInput={event => set({ day: event.currentTarget.value })}
              />
            )}
          </Field>
          <Field label={t('arrivesAt')} wrong={form.over ? t('timeIsOver') : undefined}>
            {id => (
              <input
                id={id}
                class="text-input"
                type="time"
                value={time}
                onInput={event => set({ time: event.currentTarget.value })}
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
              onChange={value => set({ party: value })}
              words={{ less: t('less'), more: t('oneMore') }}
            />
          </div>
          <div class="field">
            <span class="label">{t('holdMinutes')}</span>
            <Choices
              label={t('holdMinutes')}
              current={String(hold)}
              onChoose={id => set({ hold: Number(id) })}
              choices={[...new Set<number>([...holds, hold])]
                .sort((one, other) => one - other)
                .map(minutes => ({ id: String(minutes), word: t('minutes', { minutes }) }))}
            />
          </div>
        </div>
        <div class="field">
          <span class="label">{t('roomClass')}</span>
          <Choices
            label={t('roomClass')}
            current={form.roomClass}
            onChoose={id => set({ roomClass: id, room: 'any' })}
            choices={classes.map(({ id, className, capacity }) => ({
              id,
              word: own(className),
              more: [t('capacityOf', { count: capacity }), ...(capacity < party ? [t('roomTooSmall')] : [])].join(
                ' · ',
              ),
            }))}
          />
        </div>
        <div class="field">
          <span class="label">{t('room')}</span>
          <Choices
            label={t('room')}
            current={room}
            onChoose={id => set({ room: id })}
            choices={[
              { id: 'any', word: t('anyRoom') },
              ...inOrder(house.link.all('room'))
                .filter(one => one.roomClass === form.roomClass && one.condition !== 'out-of-order')
                .map(({ id, name }) => ({
                  id,
                  word: name,
                  disabled: free !== undefined && !free.rooms.includes(id),
                  ...form.inUse(id),
                })),
            ]}
          />
          <Missing asked={asked} />
        </div>
        <TextField
          label={t('bookingNote')}
          hint={t('bookingNoteHint')}
          maxLength={80}
          value={wanted.note}
          onValue={note => set({ note })}
        />
        <BookerField wanted={wanted} set={set} />
        <div class="chips">
          <Button size="min" word={t('depositPaid')} pressed={deposit} onPress={() => set({ deposit: !deposit })} />
          <Button size="min" word={t('discreet')} pressed={discreet} onPress={() => set({ discreet: !discreet })} />
        </div>
      </div>
    </Dialog>
  )
}
