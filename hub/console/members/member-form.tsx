/**
 * Changes to a member's file. Only what was changed is sent, with the version that was seen: what somebody else changed
 * meanwhile is not overwritten, but shown.
 */
import { useState } from 'preact/hooks'
import type { MemberChanges } from '../../../shared/protocol/commands/house.ts'
import type { MemberCardView } from '../../../shared/protocol/queries.ts'
import { type Tier, tagLength, tagsMost } from '../../../shared/protocol/words.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { Choices, Field } from '../parts/parts.tsx'
import { isBirthday, isPhone } from '../parts/phone.ts'
import { keptTag, tagWord } from '../parts/tags.ts'
import { TextField } from '../parts/text-field.tsx'
import { type House, useSpeech, who } from '../state/house.ts'
import { isLead } from '../state/may.ts'
import { AccountManagerField } from './account-manager-field.tsx'
import { askSure } from './ask-sure.ts'
import { NameField } from './name-field.tsx'
import { OnFileField } from './on-file-field.tsx'
import { TierField } from './tier-field.tsx'

export interface MemberFormProps {
  card: MemberCardView
  onReload: () => void
  onClose: (saved: boolean) => void
}

type YesNo = 'same' | 'yes' | 'no'

export function MemberForm({ card, onReload, onClose }: MemberFormProps) {
  const { t, house } = useSpeech()
  const [called, setCalled] = useState(card.called)
  const [say, setSay] = useState(card.say ?? '')
  const [name, setName] = useState(card.name ?? '')
  const [phone, setPhone] = useState<string>()
  const [birthday, setBirthday] = useState<string>()
  const [tier, setTier] = useState(card.tier)
  const [accountManager, setAccountManager] = useState(card.accountManager ?? '')
  const [taboos, setTaboos] = useState(wordsOf(house, card.taboos))
  const [tastes, setTastes] = useState(wordsOf(house, card.tastes))
  const [note, setNote] = useState('')
  const [welcome, setWelcome] = useState<YesNo>('same')
  const [discreet, setDiscreet] = useState<YesNo>(card.discreet ? 'yes' : 'no')
  const [busy, setBusy] = useState(false)
  const [conflict, setConflict] = useState(false)
  const wrongPhone = phone !== undefined && phone !== '' && !isPhone(phone)
  const wrongBirthday = birthday !== undefined && birthday !== '' && !isBirthday(birthday)
  const typed = { called, name, say, tier, accountManager, phone, birthday, taboos, tastes, note, welcome, discreet }
  const changes = changesOf(house, card, typed)
  const wrongList = (words: readonly string[] | undefined) =>
    isTooLong(words) ? t('listTooLong', { count: tagsMost, letters: tagLength }) : undefined
  const wrongTaboos = wrongList(changes.taboos)
  const wrongTastes = wrongList(changes.tastes)
  const wrong = wrongPhone || wrongBirthday || wrongTaboos !== undefined || wrongTastes !== undefined
  const ready = called.trim() !== '' && !wrong && Object.keys(changes).length > 0
  const save = async (sure: boolean) => {
    setBusy(true)
    const answer = await house.link.tap({ type: 'SaveMember', member: card.id, rev: card.rev, changes }, sure)
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
      house.notices.say(t('savedMember'))
      onClose(true)
    } else if (answer.refusal.next === 'look-again') setConflict(true)
    else if (answer.refusal.next !== 'confirm') house.notices.complain(house.wordsOf(answer.refusal))
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
      <TextField label={t('taboos')} hint={t('listHint')} wrong={wrongTaboos} value={taboos} onValue={setTaboos} />
      <div class="form-row">
        <NameField label={t('called')} value={called} of="called" onValue={setCalled} />
        <TextField label={t('say')} maxLength={60} value={say} onValue={setSay} />
      </div>
      <NameField label={t('realName')} value={name} of="papers" onValue={setName} />
      {isLead(who(house)) && (
        <>
          <TierField value={tier} onValue={setTier} />
          <AccountManagerField value={accountManager} onValue={setAccountManager} />
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
          onValue={setPhone}
        />
        <OnFileField
          label={t('birthday')}
          onFile={card.birthday ?? (card.hasBirthday && t('onFileHidden'))}
          hint={t('birthdayHint')}
          maxLength={10}
          wrong={wrongBirthday ? t('birthdayShape') : undefined}
          remove={t('removeBirthday')}
          value={birthday}
          onValue={setBirthday}
        />
      </div>
      <TextField label={t('tastes')} hint={t('listHint')} wrong={wrongTastes} value={tastes} onValue={setTastes} />
      <Field label={t('addNote')}>
        {id => <textarea id={id} maxLength={300} value={note} onInput={event => setNote(event.currentTarget.value)} />}
      </Field>
      <div class="form-row">
        <div class="field">
          <span class="label">{t('welcomeByName')}</span>
          <Choices
            label={t('welcomeByName')}
            current={welcome}
            onChoose={setWelcome}
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
            onChoose={setDiscreet}
            choices={[
              { id: 'yes', word: t('alwaysDiscreet') },
              { id: 'no', word: t('notDiscreet') },
            ]}
          />
        </div>
      </div>
      {conflict && (
        <p class="wrong" role="alert">
          {t('saveConflict')}{' '}
          <Button
            size="min"
            word={t('reloadCard')}
            onPress={() => {
              onReload()
              onClose(false)
            }}
          />
        </p>
      )}
      <div class="form-foot">
        <Button variant="quiet" word={t('cancel')} onPress={() => onClose(false)} />
        <Button variant="primary" type="submit" word={t('save')} busy={busy} disabled={!ready} />
      </div>
    </form>
  )
}

interface Typed {
  readonly called: string
  readonly name: string
  readonly say: string
  readonly tier: Tier
  readonly accountManager: string
  readonly phone: string | undefined
  readonly birthday: string | undefined
  readonly taboos: string
  readonly tastes: string
  readonly note: string
  readonly welcome: YesNo
  readonly discreet: YesNo
}

function changesOf(house: House, card: MemberCardView, typed: Typed): MemberChanges {
  const taboos = listOf(typed.taboos).map(word => keptTag(house, word))
  const tastes = listOf(typed.tastes).map(word => keptTag(house, word))
  const called = typed.called.trim()
  const name = typed.name.trim()
  const say = typed.say.trim()
  const { tier, accountManager, phone, birthday } = typed
  const note = typed.note.trim()
  const discreet = typed.discreet === 'yes'
  return {
    ...(called !== '' && called !== card.called && { called }),
    ...(name !== (card.name ?? '') && { name }),
    ...(tier !== card.tier && { tier }),
    ...(accountManager !== (card.accountManager ?? '') && { accountManager }),
    ...(phone !== undefined && { phone }),
    ...(birthday !== undefined && { birthday }),
    ...(say !== (card.say ?? '') && { say }),
    ...(!same(taboos, card.taboos) && { taboos }),
    ...(!same(tastes, card.tastes) && { tastes }),
    ...(note !== '' && { note }),
    ...(typed.welcome !== 'same' && { welcome: typed.welcome === 'yes' }),
    ...(discreet !== card.discreet && { discreet }),
  }
}

const wordsOf = (house: House, kept: readonly string[]): string => kept.map(tag => tagWord(house, tag)).join('、')

const listOf = (text: string): string[] =>
  text
    .split(/[、，,;；]/)
    .map(word => word.trim())
    .filter(word => word !== '')

const isTooLong = (words: readonly string[] = []): boolean =>
  words.length > tagsMost || words.some(word => word.length > tagLength)

const same = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((word, at) => word === other[at])
