/** Every bottle on the shelf, whose time is over first; found by label, shelf, drink or guest. */

import { useState } from 'preact/hooks'
import type { KeepRow } from '../../../../shared/protocol/queries.ts'
import { Button } from '../../../../shared/ui/button.tsx'
import { Tabs, tabPanelId } from '../../../../shared/ui/tabs.tsx'
import { Fetching, Missing } from '../../parts/fetching.tsx'
import { itemName } from '../../parts/names.ts'
import { TextField } from '../../parts/text-field.tsx'
import { may, useSpeech } from '../../state/house.ts'
import { useAnswer } from '../../state/use-answer.ts'
import { KeepItem } from './keep-item.tsx'
import { KeepWaiting } from './keep-waiting.tsx'

const standings = ['all', 'soon', 'expired'] as const

export interface KeepListProps {
  /** Only what this party may have. */
  visit?: string | undefined
  onAll: () => void
  /** Where their call is to be answered: the bar has looked, and nothing is theirs. */
  onNothing?: (() => void) | undefined
  onStore: () => void
  onDraw: (keep: KeepRow) => void
  onExtend: (keep: KeepRow) => void
  onLabel: (keep: KeepRow) => void
  onCorrect: (keep: KeepRow) => void
}

export function KeepList({ visit, onAll, onNothing, onStore, onDraw, onExtend, onLabel, onCorrect }: KeepListProps) {
  const { t, house } = useSpeech()
  const [of, setOf] = useState<(typeof standings)[number]>('all')
  const [text, setText] = useState('')
  const [again, setAgain] = useState(0)
  // What anybody does to a bottle is news.
  const news = house.link.feed.value.filter(({ event }) => event.startsWith('Keep')).at(-1)?.seq ?? 0
  const wanted = text.trim().slice(0, 60)
  const asked = useAnswer(
    { type: 'Keeps', of, ...(wanted !== '' && { text: wanted }), ...(visit !== undefined && { visit }) },
    news + again,
  )
  const found = asked.value
  const waiting = house.link.pending.value.some(({ command }) => command.type === 'StoreKeep')
  const forfeit = (keep: KeepRow) =>
    house.notices.ask({
      title: t('keepForfeitTitle', { label: keep.label }),
      text: t('keepForfeitText', { item: itemName(house, keep.item), tenths: keep.tenths }),
      yes: t('keepForfeit'),
      no: t('cancel'),
      grave: true,
      onYes() {
        void house.outcomeOf({ type: 'ForfeitKeep', keep: keep.id }).then(done => {
          if (done) house.notices.say(({ t }) => t('keepForfeitedToast', { label: keep.label }))
          setAgain(again + 1)
        })
      },
      onNo: () => undefined,
    })
  return (
    <div class="keeps">
      {visit === undefined ? (
        <>
          <TextField label={t('keepFind')} search value={text} onValue={setText} />
          <Tabs
            label={t('keeps')}
            current={of}
            onChoose={setOf}
            tabs={standings.map(id => ({ id, word: t(`keepOf.${id}`), count: found?.counts[id] ?? 0 }))}
          />
        </>
      ) : (
        <Button size="min" variant="quiet" word={t('keepAllBottles')} onPress={onAll} />
      )}
      {may(house, 'StoreKeep') && (
        <div class="keeps-store">
          <Button size="min" word={t('keepStore')} onPress={onStore} />
        </div>
      )}
      <div class="keeps-found" {...(visit === undefined && { id: tabPanelId(of), role: 'tabpanel' })}>
        <Missing asked={asked} />
        {!found && !asked.refusal && <Fetching />}
        {found?.keeps.length === 0 && !waiting && (
          <p class="quiet">{t(visit === undefined ? 'keepNone' : 'keepPartyNone')}</p>
        )}
        {onNothing && found && !waiting && (visit === undefined || found.keeps.length === 0) && (
          <div class="keeps-store">
            <Button size="min" word={t('keepAnswerNone')} onPress={onNothing} />
          </div>
        )}
        <ul class="keeps-list">
          {house.link.pending.value.map(({ command, tappedAt }) =>
            command.type === 'StoreKeep' ? (
              <li key={tappedAt}>
                <KeepWaiting bottle={command} />
              </li>
            ) : null,
          )}
          {found?.keeps.map(keep => (
            <li key={keep.id}>
              <KeepItem
                keep={keep}
                onDraw={() => onDraw(keep)}
                onExtend={() => onExtend(keep)}
                onForfeit={() => forfeit(keep)}
                onLabel={() => onLabel(keep)}
                onCorrect={() => onCorrect(keep)}
                onUndone={() => setAgain(one => one + 1)}
              />
            </li>
          ))}
        </ul>
        {found?.more && <p class="quiet">{t('keepMore', { count: found.keeps.length })}</p>}
      </div>
    </div>
  )
}
