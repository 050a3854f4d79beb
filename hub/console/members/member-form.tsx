/**
 * Changes to a member's file. Only what was changed is sent, with the version that was seen: what somebody else changed
 * meanwhile is not overwritten, but shown.
 */

import { useState } from 'preact/hooks'
import { isBirthday } from '../../../shared/protocol/birthday.ts'
import type { MemberCardView } from '../../../shared/protocol/queries.ts'
import { tagLength, tagsMost } from '../../../shared/protocol/words.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { Choices, Field, Wrong } from '../parts/parts.tsx'
import { isPhone } from '../parts/phone.ts'
import { TextField } from '../parts/text-field.tsx'
import { useSpeech, who } from '../state/house.ts'
import { isLead } from '../state/may.ts'
import { AccountManagerField } from './account-manager-field.tsx'
import { askSure } from './ask-sure.ts'
import {
  changesOf,
  isTooLong,
  isTouched,
  type MemberEdits,
  noEdits,
  typedOver,
  useMemberEdits,
} from './member-edits.ts'
import { NameField } from './name-field.tsx'
import { OnFileField } from './on-file-field.tsx'
import { TierField } from './tier-field.tsx'

export interface MemberFormProps {
  card: MemberCardView
  onReload: () => void
  onClose: (saved: boolean) => void
}

export function MemberForm({ card, onReload, onClose }: MemberFormProps) {
  const { t, house } = useSpeech()
  const draft = useMemberEdits(card.id)
  const edits = draft.value ?? noEdits(card)
  const typed = typedOver(house, card, edits)
  const { called, say, name, phone, birthday, tier, accountManager, taboos, tastes, note, welcome, discreet } = typed
  const set = (more: MemberEdits['typed']) => {
    const latest = draft.latest() ?? edits
    // What nobody has touched yet was seen as it is now.
    const { rev } = isTouched(latest) ? latest : card
    draft.set({ rev, typed: { ...latest.typed, ...more } })
  }
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState(false)
  const conflict = refused || (isTouched(edits) && edits.rev !== card.rev)
  const wrongPhone = phone !== undefined && phone !== '' && !isPhone(phone)
  const wrongBirthday = birthday !== undefined && birthday !== '' && !isBirthday(birthday)
  const changes = changesOf(house, card, typed)
  const wrongList = (words: readonly string[] | undefined) =>
    isTooLong(words) ? t('listTooLong', { count: tagsMost, letters: tagLength }) : undefined
  const wrongTaboos = wrongList(changes.taboos)
  const wrongTastes = wrongList(changes.tastes)
  const wrong = wrongPhone || wrongBirthday || wrongTaboos !== undefined || wrongTastes !== undefined
  const ready = called.trim() !== '' && !wrong && Object.keys(changes).length > 0 && !conflict
  const save = async (sure: boolean) => {
    setBusy(true)
    const answer = await house.link.tap({ type: 'SaveMember', member: card.id, rev: edits.rev, changes }, sure)
    if (!answer.ok && answer.refusal.next === 'confirm')
      await askSure(house, answer.refusal, {
        word: t('save'),
        onYes: () => void save(true),
        onOpen: member => {
          house.openMember.value = member
        },
      })
    setBusy(false)
    if (answer.ok) {
      house.notices.say(({ t }) => t('savedMember'))
      draft.drop()
      onClose(true)
    } else if (answer.refusal.next === 'look-again') setRefused(true)
    else if (answer.refusal.next !== 'confirm') house.complain(answer.refusal)
  }
  const giveUp = () => {
    draft.drop()
    onClose(false)
  }
  return (
    <form
      class="form"
      onSubmit={event => {
        event.preventDefault()
        if (!busy && ready) void save(false)
      }}
    >
      <h2 class="name">{card.called}</h2>
      <TextField
        label={t('taboos')}
        hint={t('listHint')}
        wrong={wrongTaboos}
        value={taboos}
        onValue={taboos => set({ taboos })}
      />
      <div class="form-row">
        <NameField label={t('called')} value={called} of="called" onValue={called => set({ called })} />
        <TextField label={t('say')} maxLength={60} value={say} onValue={say => set({ say })} />
      </div>
      <NameField label={t('realName')} value={name} of="papers" onValue={name => set({ name })} />
      {isLead(who(house)) && (
        <>
          <TierField value={tier} onValue={tier => set({ tier })} />
          <AccountManagerField value={accountManager} onValue={accountManager => set({ accountManager })} />
        </>
      )}
      <div class="form-row">
        <OnFileField
          label={t('phone')}
          onFile={card.phoneMasked}
          inputMode="tel"
          maxLength={20}
          wrong={wrongPhone ? t('phoneShape') : undefined}
          remove={t('removePhone')}
          value={phone}
          onValue={phone => set({ phone })}
        />
        <OnFileField
          label={t('birthday')}
          onFile={card.birthday ?? (card.hasBirthday && t('onFileHidden'))}
          hint={t('birthdayHint')}
          maxLength={10}
          wrong={wrongBirthday ? t('birthdayShape') : undefined}
          remove={t('removeBirthday')}
          value={birthday}
          onValue={birthday => set({ birthday })}
        />
      </div>
      <TextField
        label={t('tastes')}
        hint={t('listHint')}
        wrong={wrongTastes}
        value={tastes}
        onValue={tastes => set({ tastes })}
      />
      <Field label={t('addNote')}>
        {id => (
          <textarea id={id} maxLength={300} value={note} onInput={event => set({ note: event.currentTarget.value })} />
        )}
      </Field>
      <div class="form-row">
        <div class="field">
          <span class="label">{t('welcomeByName')}</span>
          <Choices
            label={t('welcomeByName')}
            current={welcome}
            onChoose={welcome => set({ welcome })}
            choices={[
              { id: 'same', word: t('keepAsIs') },
              { id: 'yes', word: t('sing') },
              { id: 'no', word: t('dontSing') },
            ]}
          />
        </div>
        <div class="field">
          <span class="label">{t('discreet')}</span>
          <Choices
            label={t('discreet')}
            current={discreet}
            onChoose={discreet => set({ discreet })}
            choices={[
              { id: 'yes', word: t('alwaysDiscreet') },
              { id: 'no', word: t('notDiscreet') },
            ]}
          />
        </div>
      </div>
      {conflict && (
        <Wrong words={t('saveConflict')}>
          <Button
            size="min"
            word={t('reloadCard')}
            onPress={() => {
              onReload()
              giveUp()
            }}
          />
        </Wrong>
      )}
      <div class="form-foot">
        <Button variant="quiet" word={t('cancel')} onPress={giveUp} />
        <Button variant="primary" type="submit" word={t('save')} busy={busy} disabled={!ready} />
      </div>
    </form>
  )
}
