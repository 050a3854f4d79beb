/** The file to read: taboos first, how to say the name, what they like, what was noted, and every visit with what went wrong. */
import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { MemberCardView } from '../../../shared/protocol/queries.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { Seal } from '../../../shared/ui/seal.tsx'
import { keepStanding, untilWords } from '../parts/keep-words.ts'
import { itemName, roomName, staffName, tierWord } from '../parts/names.ts'
import { Banned, Taboos } from '../parts/parts.tsx'
import { singsHere } from '../parts/sings-here.ts'
import { tagWord } from '../parts/tags.ts'
import { may, useSpeech } from '../state/house.ts'
import { mayRemoveNote } from '../state/may.ts'
import { MemberCards } from './member-cards.tsx'

const vipTiers: readonly string[] = ['diamond', 'black']

export interface MemberRecordProps {
  card: MemberCardView
  actions: ComponentChildren
  onChanged: () => void
}

export function MemberRecord({ card, actions, onChanged }: MemberRecordProps) {
  const { t, format, date, list, house } = useSpeech()
  const { called, say, tier, taboos, tastes, discreet, name, birthday, since, visits, spend, accountManager } = card
  return (
    <>
      <header class="member-head">
        <h2 class="name">{called}</h2>
        {vipTiers.includes(tier) && <Seal word={t('vip')} />}
        <span class="quiet">{tierWord(t, tier)}</span>
        <span class="spread">{actions}</span>
      </header>
      {card.blocked && <Banned />}
      {taboos.length > 0 ? <Taboos words={taboos} /> : <p class="quiet">{t('noTaboos')}</p>}
      {discreet && <p class="check-in-mind">{t('discreetGuest')}</p>}
      <div class="member-columns">
        <dl class="facts">
          {say !== undefined && <Fact term={t('say')}>{say}</Fact>}
          {name !== undefined && (
            <Fact term={t('realName')}>
              <span class="name">{name}</span>
            </Fact>
          )}
          {card.phoneMasked !== undefined && (
            <Fact term={t('phone')}>
              <Phone card={card} masked={card.phoneMasked} />
            </Fact>
          )}
          {birthday !== undefined && <Fact term={t('birthday')}>{birthday}</Fact>}
          <Fact term={t('tastes')}>{list(tastes.map(kept => tagWord(house, kept)))}</Fact>
          {accountManager !== undefined && <Fact term={t('accountManager')}>{staffName(house, accountManager)}</Fact>}
        </dl>
        <dl class="facts">
          <Fact term={t('member')}>
            {t('memberSince', { day: date(since) })} · {t('visitsCount', { count: visits })}
          </Fact>
          {spend !== undefined && <Fact term={t('money')}>{t('spendTotal', { amount: format.money(spend) })}</Fact>}
          {card.keeps.length > 0 && (
            <Fact term={t('keeps')}>
              {card.keeps.map(({ id, label, item, tenths, shelf, ...ends }) => (
                <div key={id}>
                  {label} {itemName(house, item)} {t('keepLevel', { tenths })}{' '}
                  <span class={keepStanding(ends, house.now.value) === 'well' ? 'quiet' : 'keep-ends'}>
                    {t('keepShelf', { shelf })} {untilWords(house, ends)}
                  </span>
                </div>
              ))}
            </Fact>
          )}
        </dl>
      </div>
      <div class="member-columns">
        <Notes card={card} onChanged={onChanged} />
        <Favourites card={card} />
      </div>
      <MemberCards card={card} onChanged={onChanged} />
      <Past card={card} />
    </>
  )
}

function Fact({ term, children }: { term: string; children: ComponentChildren }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  )
}

/** Masked until it is tapped; the hub writes down who looked. */
function Phone({ card, masked }: { card: MemberCardView; masked: string }) {
  const { t, house } = useSpeech()
  const [phone, setPhone] = useState<string>()
  const show = async () => {
    const answer = await house.link.ask({ type: 'MemberPhone', member: card.id })
    if (answer.ok) setPhone(answer.value.phone)
    else house.complain(answer.refusal)
  }
  return (
    <span class="member-phone">
      <span>{phone ?? masked}</span>
      {phone === undefined && may(house, 'MemberPhone') && (
        <>
          <Button size="min" word={t('showPhone')} onPress={() => void show()} />
          <span class="label">{t('phoneLogged')}</span>
        </>
      )}
    </span>
  )
}

function Notes({ card: { id: member, rev, notes }, onChanged }: Pick<MemberRecordProps, 'card' | 'onChanged'>) {
  const { t, format, date, house } = useSpeech()
  const mayRemove = (by: Id) => may(house, 'SaveMember') && mayRemoveNote(house.link.one('self'), by)
  const remove = ({ at, by, text }: MemberCardView['notes'][number]) =>
    house.notices.ask({
      title: t('removeNoteAsk'),
      text,
      yes: t('removeNote'),
      no: t('cancel'),
      grave: true,
      onYes: async () => {
        const out = { type: 'SaveMember', member, rev, changes: { withoutNote: { at, by } } } as const
        if (await house.outcomeOf(out)) house.notices.say(({ t }) => t('noteRemoved'))
        onChanged()
      },
    })
  return (
    <section class="member-part">
      <h3>{t('notes')}</h3>
      {notes.length === 0 && <p class="quiet">{t('noNotes')}</p>}
      <ul class="rows">
        {notes.map(note => (
          <li key={`${note.at}/${note.by}`}>
            <span class="note-text">{note.text}</span>
            <span class="label">
              {staffName(house, note.by)} {date(note.at)} {format.time(note.at)}
            </span>
            {mayRemove(note.by) && (
              <span class="spread">
                <Button size="min" variant="quiet" word={t('removeNote')} onPress={() => remove(note)} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Favourites({ card: { favourites } }: { card: MemberCardView }) {
  const { t, list, house } = useSpeech()
  return (
    <section class="member-part">
      <h3>{t('favouriteDrinks')}</h3>
      <p>
        {list(
          favourites.drinks.map(
            ({ item, times }) => `${itemName(house, item)}\u00a0${t('timesCount', { count: times })}`,
          ),
        )}
      </p>
      {singsHere(house) && (
        <>
          <h3>{t('favouriteSongs')}</h3>
          <p>
            {list(
              favourites.songs.map(
                ({ title, artist, times }) => `${title} ${artist}\u00a0${t('timesCount', { count: times })}`,
              ),
            )}
          </p>
        </>
      )}
    </section>
  )
}

function Past({ card: { past } }: { card: MemberCardView }) {
  const { t, format, date, list, house } = useSpeech()
  return (
    <section class="member-part">
      <h3>{t('pastVisits')}</h3>
      <ul class="rows">
        {past.map(({ at, room, spend, drunk, sung, complaint, face }) => (
          <li key={at}>
            <strong>{date(at)}</strong>
            <span>{roomName(house, room)}</span>
            <span>{list(drunk.map(({ item, qty }) => `${itemName(house, item)} ×${qty}`))}</span>
            {singsHere(house) && <span class="quiet">{list(sung.slice(0, 3).map(({ title }) => title))}</span>}
            {complaint && (
              <span class="brief-complaint">
                {complaint.outcome
                  ? t('lastComplaintDone', {
                      complaint: t(`complaint.${complaint.category}`),
                      outcome: t(`outcome.${complaint.outcome}`),
                    })
                  : t('lastComplaintUndone', { complaint: t(`complaint.${complaint.category}`) })}
              </span>
            )}
            <span class="quiet spread">
              {face && t(`face.${face}`)} {spend === undefined ? '' : format.money(spend)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
