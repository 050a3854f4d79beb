/** 会员: any part of any field finds them; the card opens beside the list (over it on a phone). */
import { useState } from 'preact/hooks'
import IconSearch from '~icons/lucide/user-search'
import { Button } from '../../../shared/ui/button.tsx'
import { EmptyState } from '../../../shared/ui/empty-state.tsx'
import { Missing } from '../parts/fetching.tsx'
import { tierWord } from '../parts/names.ts'
import { may, useSpeech } from '../state/house.ts'
import { useAnswer } from '../state/use-answer.ts'
import { MemberPane } from './member-pane.tsx'
import { NewMember, nobodyYet, useMemberDraft } from './new-member.tsx'
import './members.css'

const leaves: ReadonlySet<string> = new Set(['MemberErased', 'MembersMerged'])

export function Members() {
  const { t, house } = useSpeech()
  const [text, setText] = useState('')
  const draft = useMemberDraft()
  const wanted = text.trim()
  // Whoever is gone leads nowhere: the list is asked for anew.
  const gone = house.link.feed.value.filter(({ event }) => leaves.has(event)).at(-1)?.seq
  const asked = useAnswer(wanted === '' ? undefined : { type: 'SearchMembers', text: wanted.slice(0, 60) }, gone)
  const hits = asked.value?.hits
  const open = house.openMember.value
  return (
    <section class="members" data-open={open === undefined && !draft.value ? undefined : ''} aria-label={t('members')}>
      <div class="members-find">
        <label class="field">
          <span class="label">{t('searchHint')}</span>
          <input
            id="member-search"
            class="text-input"
            type="search"
            autocomplete="off"
            placeholder={t('searchMembers')}
            value={text}
            onInput={event => setText(event.currentTarget.value)}
          />
        </label>
        {may(house, 'NewMember') && (
          <Button
            size="min"
            word={t('newMember')}
            onPress={() => {
              house.openMember.value = undefined
              if (!draft.value) draft.open(nobodyYet)
            }}
          />
        )}
        <Missing asked={asked} />
        <div aria-live="polite">
          {hits === undefined && !asked.refusal && <p class="quiet members-none">{t('searchStart')}</p>}
          {hits?.length === 0 && <EmptyState icon={IconSearch} title={t('searchNone')} hint={t('searchNoneHint')} />}
        </div>
        <ul class="members-list">
          {hits?.map(({ id, called, name, tier, present, blocked }) => (
            <li key={id}>
              <button
                type="button"
                class="member-hit"
                data-cursor=""
                aria-current={id === open ? 'true' : undefined}
                onClick={() => {
                  house.openMember.value = id
                }}
              >
                <span class="name">{called}</span>
                <span class="quiet">{name}</span>
                <span class="quiet member-hit-tier">
                  {blocked && <strong>{t('banned')} </strong>}
                  {present && <strong>{t('presentNow')} </strong>}
                  {tierWord(t, tier)}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </div>
      <div class="members-card">
        {open !== undefined ? (
          <MemberPane key={open} id={open} />
        ) : draft.value ? (
          <NewMember
            onDone={member => {
              draft.drop()
              house.openMember.value = member
            }}
          />
        ) : (
          <EmptyState icon={IconSearch} title={t('memberFile')} hint={t('searchStart')} />
        )}
      </div>
    </section>
  )
}
