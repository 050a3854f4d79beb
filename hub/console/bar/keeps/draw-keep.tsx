/** 取酒: for which room, how much; then two people with their PINs. */
import { useState } from 'preact/hooks'
import type { KeepRow } from '../../../../shared/protocol/queries.ts'
import type { VisitView } from '../../../../shared/protocol/views/console.ts'
import { Button } from '../../../../shared/ui/button.tsx'
import { Stepper } from '../../../../shared/ui/stepper.tsx'
import { SignIn } from '../../locked/locked.tsx'
import { itemName, roomName } from '../../parts/names.ts'
import { Choices, Wrong } from '../../parts/parts.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { TwoPins } from '../../pin/two-pins.tsx'
import { may, useSpeech, who } from '../../state/house.ts'
import { parties } from '../../state/shown.ts'
import { KeepLevel } from './keep-level.tsx'
import { sendKeep } from './send-keep.ts'

export interface DrawKeepProps {
  keep: KeepRow
  /** The party whose call it is, and the call. */
  visit?: string | undefined
  request?: string | undefined
  onDone: () => void
  /** The bottle is not as it was seen here: the shelf is to be looked at again. */
  onChanged: () => void
}

export function DrawKeep({ keep, visit: from, request, onDone, onChanged }: DrawKeepProps) {
  const { t, house } = useSpeech()
  const inHouse = parties(house)
  const theirs = inHouse.find(party => isOf(keep, party))
  const [visit, setVisit] = useState(from ?? theirs?.id)
  const [tenths, setTenths] = useState(keep.tenths)
  const [sure, setSure] = useState(false)
  const [typed, setTyped] = useState('')
  const chosen = inHouse.find(({ id }) => id === visit)
  const nobodys = !keep.member && !keep.givenUp
  const strange = nobodys ? keep.visit !== visit : chosen && !isOf(keep, chosen)
  // The hub would refuse it: said before anybody types a PIN.
  const refused = chosen && strange && who(house) !== 'manager' && who(house) !== 'owner'
  // Nobody's bottle for a party that did not leave it: read from the glass, not from the list.
  const byLabel = nobodys && strange && !refused
  const digits = typed.replace(/\D/g, '')
  if (!may(house, 'DrawKeep'))
    return (
      <div class="form">
        <h3>{t('keepSignIn')}</h3>
        <SignIn />
      </div>
    )
  if (sure && visit !== undefined)
    return (
      <TwoPins
        secondWord={t('keepSecond')}
        onPins={async (pin, second) => {
          const { id, label } = keep
          const refusal = await sendKeep(
            house,
            {
              type: 'DrawKeep',
              keep: id,
              visit,
              tenths,
              had: keep.tenths,
              ...(byLabel && { label: `K-${digits}` }),
              ...(request !== undefined && { request }),
              pin,
              ...(second && { second }),
            },
            {
              said: ({ t }) =>
                tenths === keep.tenths ? t('keepDoneToast', { label }) : t('keepDrawnToast', { label, tenths }),
              onDone,
              onChanged,
            },
          )
          if (refusal?.refused !== 'wrong-label') return refusal
          house.complain(refusal)
          setSure(false)
          return undefined
        }}
      />
    )
  return (
    <div class="form">
      <p class="keep-chosen">
        <strong class="keep-number">{keep.label}</strong>
        <strong>{itemName(house, keep.item)}</strong>
        <KeepLevel tenths={keep.tenths} />
      </p>
      <div class="field">
        <span class="label">{t('keepForRoom')}</span>
        {inHouse.length === 0 && <p class="quiet">{t('keepNoParty')}</p>}
        <Choices
          label={t('keepForRoom')}
          current={visit}
          onChoose={setVisit}
          choices={inHouse.map(({ id, room, title }) => ({
            id,
            word: roomName(house, room),
            ...(title !== undefined && { more: title }),
          }))}
        />
      </div>
      <div class="field">
        <span class="label">{t('keepDrawHowMuch')}</span>
        <div class="keep-chosen">
          <Stepper
            label={t('keepDrawHowMuch')}
            value={tenths}
            min={1}
            max={keep.tenths}
            onChange={setTenths}
            words={{ less: t('less'), more: t('oneMore') }}
          />
          <Button
            size="min"
            word={t('keepDrawAll')}
            pressed={tenths === keep.tenths}
            onPress={() => setTenths(keep.tenths)}
          />
        </div>
      </div>
      <Wrong words={refused ? t('refused.not-theirs') : undefined} />
      {byLabel && visit !== undefined && (
        <TextField
          label={t('keepTypeLabel')}
          hint={t('keepTypeLabelHint')}
          inputMode="numeric"
          maxLength={11}
          value={typed}
          onValue={setTyped}
        />
      )}
      <div class="form-foot">
        <Button
          variant="primary"
          word={t('keepDrawNow', { tenths })}
          disabled={visit === undefined || refused || (byLabel && digits.length < 4)}
          onPress={() => setSure(true)}
        />
      </div>
    </div>
  )
}

const isOf = ({ member }: KeepRow, { host, members }: VisitView): boolean =>
  member !== undefined && [host, ...members].some(one => one?.id === member.id)
