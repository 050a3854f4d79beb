/** Several calls of one room as one line: the worst shape, every word, one tap to take what nobody has. */
import type { ComponentChildren } from 'preact'
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { RequestView } from '../../../shared/protocol/views/console.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { Severity } from '../../../shared/ui/severity.tsx'
import { callWords, roomName } from '../parts/names.ts'
import { takeRequest } from '../state/acts.ts'
import { may, signedIn, useSpeech } from '../state/house.ts'
import type { Shown } from '../state/pending.ts'
import './request-row.css'

export interface RequestGroupProps {
  room: Id
  /** Worst first, at least two. */
  requests: readonly Shown<RequestView>[]
  leading: boolean
  open: boolean
  onToggle: () => void
  /** The single calls, when it is open. */
  children: ComponentChildren
}

const worstFirst = ['critical', 'warning', 'info'] as const

export function RequestGroup({ room, requests, leading, open, onToggle, children }: RequestGroupProps) {
  const { t, format, list, house } = useSpeech()
  const worst = worstFirst.find(level => requests.some(({ severity }) => severity === level)) ?? 'info'
  const oldest = Math.min(...requests.map(({ openedAt }) => openedAt))
  const waiting = requests.filter(
    ({ status, notTo }) => status === 'open' && (notTo === undefined || notTo !== signedIn(house)),
  )
  return (
    <div class="request-group" data-open={open ? '' : undefined}>
      <article
        class="request"
        data-cursor=""
        data-slice-key={`group/${room}`}
        data-severity={worst}
        data-status={waiting.length > 0 ? 'open' : 'acknowledged'}
        tabIndex={-1}
      >
        <div class="request-severity">
          <Severity level={worst} word={t(worst)} />
        </div>
        <button
          type="button"
          class="request-room"
          onClick={() => {
            house.openRoom.value = room
          }}
        >
          {roomName(house, room)}
        </button>
        <div class="request-what">
          <p>
            <strong>{list([...new Set(requests.map(({ what }) => callWords(t, what)))])}</strong>
          </p>
          <p class="request-state">{t('callsOfRoom', { count: requests.length })}</p>
        </div>
        <div class="request-clock">
          <span class="figure">{format.clock(house.now.value - oldest)}</span>
          <span class="label">{format.time(oldest)}</span>
        </div>
        <div class="request-do">
          <Button
            size="min"
            variant="quiet"
            word={open ? t('groupLess') : t('more')}
            pressed={open}
            onPress={onToggle}
          />
          {waiting.length > 0 && may(house, 'TakeRequest') && (
            <span data-key="a">
              <Button
                variant={leading ? 'primary' : 'standard'}
                size="standard"
                word={waiting.length > 1 ? `${t('take')} ×${waiting.length}` : t('take')}
                onPress={() => takeRequest(house, ...waiting)}
              />
            </span>
          )}
        </div>
      </article>
      {open && <div class="request-group-all">{children}</div>}
    </div>
  )
}
