/** 更正: how much is in it, where it stands and whose it is, as it should have been entered; then two people with their PINs. */
import { useState } from 'preact/hooks'
import type { KeepRow } from '../../../../shared/protocol/queries.ts'
import { Button } from '../../../../shared/ui/button.tsx'
import { ownerWords } from '../../parts/keep-words.ts'
import { MemberPicker, Picked, type PickedMember } from '../../parts/member-picker.tsx'
import { itemName } from '../../parts/names.ts'
import { Choices } from '../../parts/parts.tsx'
import { TwoPins } from '../../pin/two-pins.tsx'
import { useSpeech } from '../../state/house.ts'
import { HowMuchWhere, shelfShape } from './how-much-where.tsx'
import { KeepLevel } from './keep-level.tsx'
import { sendKeep } from './send-keep.ts'

type Whose = 'same' | 'nobody' | 'other'

export interface CorrectKeepProps {
  keep: KeepRow
  /** As it is now: its label is to be written anew. */
  onCorrected: (keep: KeepRow) => void
  /** The bottle is not as it was seen here: the shelf is to be looked at again. */
  onChanged: () => void
}

export function CorrectKeep({ keep, onCorrected, onChanged }: CorrectKeepProps) {
  const { t, house } = useSpeech()
  const [tenths, setTenths] = useState(keep.tenths)
  const [shelf, setShelf] = useState(keep.shelf)
  const [whose, setWhose] = useState<Whose>('same')
  const [typed, setTyped] = useState('')
  const [other, setOther] = useState<PickedMember>()
  const [sure, setSure] = useState(false)
  const member = whose === 'same' ? keep.member : whose === 'other' ? other : undefined
  const isSame = tenths === keep.tenths && shelf === keep.shelf && member?.id === keep.member?.id
  const ready = shelfShape.test(shelf) && !isSame && (whose !== 'other' || other !== undefined)
  const { member: _before, givenUp, storedBy: _by, ...rest } = keep
  const row: KeepRow = { ...rest, tenths, shelf, ...(member ? { member } : givenUp && { givenUp }) }
  const head = (
    <p class="keep-chosen">
      <strong class="keep-number">{keep.label}</strong>
      <strong>{itemName(house, keep.item)}</strong>
      <KeepLevel tenths={sure ? tenths : keep.tenths} />
    </p>
  )
  if (sure)
    return (
      <div class="form">
        {head}
        <p class="keep-facts">
          <span>{ownerWords(house, row)}</span>
          <span>{t('keepShelf', { shelf })}</span>
        </p>
        <TwoPins
          secondWord={t('keepSecond')}
          onPins={(pin, second) =>
            sendKeep(
              house,
              {
                type: 'CorrectKeep',
                keep: keep.id,
                had: keep.tenths,
                tenths,
                shelf,
                ...(member && { member: member.id }),
                pin,
                ...(second && { second }),
              },
              {
                said: ({ t }) => t('keepCorrectedToast', { label: keep.label }),
                onDone: () => onCorrected(row),
                onChanged,
              },
            )
          }
        />
        <div class="form-foot">
          <Button size="min" variant="quiet" word={t('cancel')} onPress={() => setSure(false)} />
        </div>
      </div>
    )
  return (
    <div class="form">
      {head}
      <HowMuchWhere tenths={tenths} onTenths={setTenths} shelf={shelf} onShelf={setShelf} />
      <div class="field">
        <span class="label">{t('keepWhose')}</span>
        <Choices
          label={t('keepWhose')}
          current={whose}
          onChoose={setWhose}
          choices={[
            { id: 'same' as const, word: ownerWords(house, keep) },
            ...(keep.member ? [{ id: 'nobody' as const, word: t('keepNobody') }] : []),
            { id: 'other' as const, word: t(keep.member ? 'otherMember' : 'member') },
          ]}
        />
        {whose === 'other' &&
          (other ? (
            <Picked label={t('member')} member={other} onDrop={() => setOther(undefined)} />
          ) : (
            <MemberPicker
              label={t('member')}
              text={typed}
              onText={setTyped}
              onPick={setOther}
              except={keep.member?.id}
            />
          ))}
      </div>
      <div class="form-foot">
        <Button variant="primary" word={t('keepCorrectNow')} disabled={!ready} onPress={() => setSure(true)} />
      </div>
    </div>
  )
}
