/** 订房人: somebody of the house, or a member who books for others. */
import { useState } from 'preact/hooks'
import { MemberPicker, Picked, type PickedMember } from '../parts/member-picker.tsx'
import { roleWord } from '../parts/names.ts'
import { Field } from '../parts/parts.tsx'
import { may, useSpeech } from '../state/house.ts'
import type { SetWanted, Wanted } from './use-reservation.ts'

const aMember = '*'

export function BookerField({ wanted, set }: { wanted: Wanted; set: SetWanted }) {
  const { t, own, house } = useSpeech()
  const { booker } = wanted
  const staff = house.link.all('staff').filter(({ gone }) => !gone)
  const known = booker === undefined || staff.some(({ id }) => id === booker)
  const [picking, setPicking] = useState(false)
  const [text, setText] = useState('')
  const [picked, setPicked] = useState<PickedMember>()
  if (picked && picked.id === booker)
    return (
      <Picked
        label={t('booker')}
        member={picked}
        onDrop={() => {
          setPicked(undefined)
          set({ booker: undefined })
        }}
      />
    )
  return (
    <div class="form-row">
      <Field label={t('booker')}>
        {id => (
          <select
            id={id}
            class="text-input"
            value={picking || !known ? aMember : (booker ?? '')}
            onChange={event => {
              const chosen = event.currentTarget.value
              setPicking(chosen === aMember)
              set({ booker: chosen === aMember || chosen === '' ? undefined : chosen })
            }}
          >
            {staff.map(one => (
              <option key={one.id} value={one.id}>
                {own(one.name)} · {roleWord(t, one.role)}
              </option>
            ))}
            {(may(house, 'SearchMembers') || !known) && <option value={aMember}>{t('bookerIsMember')}</option>}
          </select>
        )}
      </Field>
      {picking && (
        <MemberPicker
          label={t('bookerWho')}
          text={text}
          onText={setText}
          onPick={member => {
            setPicked(member)
            setPicking(false)
            set({ booker: member.id })
          }}
        />
      )}
    </div>
  )
}
