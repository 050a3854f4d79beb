/** Several calls of one room as one line: the worst shape, every word, one tap to take what nobody has. */
import type { ComponentChildren } from 'preact'
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { RequestView } from '../../../shared/protocol/views/console.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { callWords, roomName } from '../parts/names.ts'
import { takeRequest } from '../state/acts.ts'
import { may, signedIn, useSpeech } from '../state/house.ts'
import type { Shown } from '../state/pending.ts'
import { GroupRow } from './group-row.tsx'

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
  const { t, list, house } = useSpeech()
  const worst = worstFirst.find(level => requests.some(({ severity }) => severity === level)) ?? 'info'
  const waiting = requests.filter(
    ({ status, notTo }) => status === 'open' && (notTo === undefined || notTo !== signedIn(house)),
  )
  return (
    <GroupRow
      sliceKey={`group/${room}`}
      status={waiting.length > 0 ? 'open' : 'acknowledged'}
      severity={worst}
      level={worst}
      levelWord={t(worst)}
      place={
        <button
          type="button"
          class="request-room"
          onClick={() => {
            house.openRoom.value = room
          }}
        >
          {roomName(house, room)}
        </button>
      }
      what={list([...new Set(requests.map(({ what }) => callWords(t, what)))])}
      more={t('callsOfRoom', { count: requests.length })}
      oldest={Math.min(...requests.map(({ openedAt }) => openedAt))}
      open={open}
      onToggle={onToggle}
      act={
        waiting.length > 0 &&
        may(house, 'TakeRequest') && (
          <span data-key="a">
            <Button
              variant={leading ? 'primary' : 'standard'}
              size="standard"
              word={waiting.length > 1 ? `${t('take')} ×${waiting.length}` : t('take')}
              onPress={() => takeRequest(house, ...waiting)}
            />
          </span>
        )
      }
    >
      {children}
    </GroupRow>
  )
}
