/** 歌单: who sings now, what comes, what was sung. */
import { useState } from 'preact/hooks'
import IconSearch from '~icons/lucide/mic-vocal'
import { Button } from '../../shared/ui/button.tsx'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { Tabs, tabPanelId } from '../../shared/ui/tabs.tsx'
import { later } from '../parts/later.tsx'
import { PageKeys } from '../parts/page-keys.tsx'
import { usePaging } from '../parts/use-paging.ts'
import { usePanel, useSpeech } from '../state/panel-context.ts'
import { HouseGift, LayGift } from './house-gift.tsx'
import { NowPlaying } from './now-playing.tsx'
import './playlist-screen.css'
import { QueueRow } from './queue-row.tsx'
import { houseGift } from './removals.ts'

export function PlaylistScreen() {
  const panel = usePanel()
  const { t } = useSpeech()
  const [tab, setTab] = useState<'queued' | 'sung'>('queued')
  const { link, clock, screen, thoughts, visit } = panel
  const waiting = thoughts.waiting.value
  const lastTime = new Set(visit.value?.lastTime)
  const { playing, queue, sung } = panel.playlist.value
  // Shown in minutes: drawn anew with each.
  const now = Math.max(clock.minute.value, link.hubNow())
  const restMs = playing ? Math.max(0, playing.startedAt + playing.lengthMs - now) : 0
  const shown = tab === 'queued' ? queue : sung
  const own = queue.filter(({ by }) => by === 'guest')
  // Cleared for the guests, while it can be taken back.
  const ofHouse = queue.filter(({ by }) => by === 'house')
  const staying = waiting.has(houseGift) ? own : queue
  const paging = usePaging(tab, shown.length)
  const goSearch = () => {
    screen.value = 'search'
  }
  return (
    <div class="screen playlist">
      <NowPlaying key={playing?.entry} />
      <section class="playlist-side">
        <div class="playlist-bar">
          <Tabs
            label={t('playlist')}
            tabs={[
              {
                id: 'queued',
                word: t('queued'),
                count: staying.filter(({ position }) => position !== undefined).length,
              },
              { id: 'sung', word: t('sung'), count: sung.length },
            ]}
            current={tab}
            onChoose={setTab}
          />
          <PageKeys paging={paging} />
        </div>
        <div class="list" id={tabPanelId(tab)} role="tabpanel" ref={paging.list}>
          {shown.length === 0 && (
            <EmptyState
              title={t(tab === 'queued' ? 'emptyQueue' : 'emptySung')}
              hint={tab === 'queued' ? t('emptyQueueHint') : undefined}
            >
              <Button variant="primary" icon={IconSearch} word={t('goSearch')} onPress={goSearch} />
              {tab === 'queued' && <LayGift />}
            </EmptyState>
          )}
          {tab === 'queued' && (
            <ol class="rows">
              {own.map(entry => (
                <QueueRow key={entry.entry} entry={entry} lastTime={lastTime.has(entry.song)} restMs={restMs} />
              ))}
              {shown.length > 0 && <HouseGift laid={ofHouse.length > 0} />}
              {!waiting.has(houseGift) &&
                ofHouse.map(entry => (
                  <QueueRow key={entry.entry} entry={entry} lastTime={lastTime.has(entry.song)} restMs={restMs} />
                ))}
            </ol>
          )}
          {tab === 'sung' && <sungRows.Part sung={sung} />}
        </div>
      </section>
    </div>
  )
}

export const sungRows = later(async () => (await import('./sung-rows.tsx')).SungRows)
