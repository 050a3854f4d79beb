/** For whom: a member, whom tonight's screens may call otherwise; or a guest by name, with a number the kiosk will know. */
import { NameField } from '../members/name-field.tsx'
import { MemberPicker, Picked } from '../parts/member-picker.tsx'
import { Field } from '../parts/parts.tsx'
import { isPhone, typedPhone } from '../parts/phone.ts'
import { TextField } from '../parts/text-field.tsx'
import { may, useSpeech } from '../state/house.ts'
import type { SetWanted, Wanted } from './use-reservation.ts'

export interface WhomFieldsProps {
  wanted: Wanted
  set: SetWanted
  /** The number that is known already. */
  masked: string | undefined
}

export function WhomFields({ wanted, set, masked }: WhomFieldsProps) {
  const { t, house } = useSpeech()
  const { member, name, phone } = wanted
  const nameInput = (id: string) => (
    <input
      id={id}
      class="text-input"
      maxLength={40}
      value={name}
      onInput={event => set({ name: event.currentTarget.value })}
    />
  )
  if (member) {
    return (
      <div class="form-row">
        <Picked label={t('member')} member={member} onDrop={() => set({ member: undefined })} />
        <NameField
          label={t('calledTonight')}
          hint={t('calledTonightHint')}
          of="called"
          value={name}
          onValue={value => set({ name: value })}
        />
      </div>
    )
  }
  return (
    <div class="form-row">
      {may(house, 'SearchMembers') ? (
        <MemberPicker
          label={t('guestOrMember')}
          hint={t('guestOrMemberHint')}
          text={name}
          onText={text => set({ name: text })}
          onPick={picked => set({ member: picked, name: '', phone: '' })}
        />
      ) : (
        <Field label={t('guestName')}>{nameInput}</Field>
      )}
      <TextField
        label={t('guestPhone')}
        hint={t('guestPhoneHint')}
        inputMode="tel"
        maxLength={20}
        placeholder={masked}
        wrong={phone === '' || isPhone(phone) ? undefined : t('phoneShape')}
        value={phone}
        onValue={value => set({ phone: typedPhone(value) })}
      />
    </div>
  )
}
