/** A file for somebody who has none: what they want to be called is enough. Their card is added on the file itself. */

import { useState } from 'preact/hooks'
import { isBirthday } from '../../../shared/protocol/birthday.ts'
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { Tier } from '../../../shared/protocol/words.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { ChoiceField } from '../parts/choice-field.tsx'
import { Field } from '../parts/parts.tsx'
import { isPhone, typedPhone } from '../parts/phone.ts'
import { TextField } from '../parts/text-field.tsx'
import { type DraftOf, useDraft } from '../state/drafts.ts'
import { useSpeech } from '../state/house.ts'
import { AccountManagerField } from './account-manager-field.tsx'
import { askSure } from './ask-sure.ts'
import { NameField } from './name-field.tsx'
import { TierField } from './tier-field.tsx'

type Details = CommandOf<'NewMember'>['details']

interface TypedMember {
  readonly called: string
  readonly name: string
  readonly tier: Tier
  readonly accountManager: string
  readonly phone: string
  readonly birthday: string
  readonly note: string
  readonly welcome: boolean
  readonly discreet: boolean
}

export const nobodyYet: TypedMember = {
  ...{ called: '', name: '', tier: 'silver', accountManager: '', phone: '', birthday: '', note: '' },
  ...{ welcome: false, discreet: false },
}

export const useMemberDraft = (): DraftOf<TypedMember> => useDraft('guest/member')

export function NewMember({ onDone }: { onDone: (member: Id | undefined) => void }) {
  const { t, house } = useSpeech()
  const draft = useMemberDraft()
  const { called, name, tier, accountManager, phone, birthday, note, welcome, discreet } = draft.value ?? nobodyYet
  const set = (more: Partial<TypedMember>) => draft.set({ ...(draft.latest() ?? nobodyYet), ...more })
  const [busy, setBusy] = useState(false)
  const wrongPhone = phone !== '' && !isPhone(phone)
  const wrongBirthday = birthday !== '' && !isBirthday(birthday)
  const wrong = wrongPhone || wrongBirthday
  const details: Details = {
    called: called.trim(),
    tier,
    welcome: welcome && !discreet,
    discreet,
    ...(name.trim() !== '' && { name: name.trim() }),
    ...(accountManager !== '' && { accountManager }),
    ...(phone !== '' && { phone }),
    ...(birthday !== '' && { birthday }),
    ...(note.trim() !== '' && { note: note.trim() }),
  }
  const save = async (sure: boolean) => {
    setBusy(true)
    const answer = await house.link.tap({ type: 'NewMember', details }, sure)
    if (!answer.ok && answer.refusal.next === 'confirm')
      await askSure(house, answer.refusal, { word: t('createMember'), onYes: () => void save(true), onOpen: onDone })
    setBusy(false)
    if (answer.ok) {
      house.notices.say(({ t }) => t('memberCreated', { name: details.called }))
      return onDone(String(answer.result.member))
    }
    if (answer.refusal.next !== 'confirm') house.complain(answer.refusal)
  }
  return (
    <form
      class="form member"
      onSubmit={event => {
        event.preventDefault()
        if (!busy && details.called !== '' && !wrong) void save(false)
      }}
    >
      <h2>{t('newMember')}</h2>
      <div class="form-row">
        <NameField label={t('called')} value={called} of="called" onValue={called => set({ called })} />
        <NameField label={t('realName')} value={name} of="papers" onValue={name => set({ name })} />
      </div>
      <TierField value={tier} onValue={tier => set({ tier })} />
      <AccountManagerField value={accountManager} onValue={accountManager => set({ accountManager })} />
      <div class="form-row">
        <TextField
          label={t('phone')}
          inputMode="tel"
          maxLength={20}
          wrong={wrongPhone ? t('phoneShape') : undefined}
          value={phone}
          onValue={value => set({ phone: typedPhone(value) })}
        />
        <TextField
          label={t('birthday')}
          hint={t('birthdayHint')}
          wrong={wrongBirthday ? t('birthdayShape') : undefined}
          maxLength={10}
          value={birthday}
          onValue={value => set({ birthday: value })}
        />
      </div>
      <div class="form-row">
        <ChoiceField
          label={t('welcomeByName')}
          current={welcome && !discreet ? 'yes' : 'no'}
          onChoose={choice => set({ welcome: choice === 'yes' })}
          choices={[
            { id: 'yes', word: t('sing'), disabled: discreet },
            { id: 'no', word: t('dontSing') },
          ]}
        />
        <ChoiceField
          label={t('discreet')}
          current={discreet ? 'yes' : 'no'}
          onChoose={choice => set({ discreet: choice === 'yes' })}
          choices={[
            { id: 'yes', word: t('alwaysDiscreet') },
            { id: 'no', word: t('notDiscreet') },
          ]}
        />
      </div>
      <Field label={t('addNote')}>
        {id => (
          <textarea id={id} maxLength={300} value={note} onInput={event => set({ note: event.currentTarget.value })} />
        )}
      </Field>
      <div class="form-foot">
        <Button variant="quiet" word={t('cancel')} onPress={() => onDone(undefined)} />
        <Button
          variant="primary"
          type="submit"
          word={t('createMember')}
          busy={busy}
          disabled={details.called === '' || wrong}
        />
      </div>
    </form>
  )
}
