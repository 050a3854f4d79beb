/** Several calls of one room as one line: the worst shape, every word, one tap for all: what nobody has is taken, what one took is done. */
import type { ComponentChildren } from 'preact'
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { RequestView } from '../../../shared/protocol/views/console.ts'
import { dot } from '../parts/dot.ts'
import { callWords, roomName } from '../parts/names.ts'
import { useSpeech } from '../state/house.ts'
import type { Shown } from '../state/pending.ts'
import { GroupRow } from './group-row.tsx'
import { lapsesSoonMs } from './request-row.tsx'
import { isForOneself, ResolveAll, TakeAll } from './together.tsx'

export interface RequestGroupProps {
  room: Id
  /** Worst first, at least two; all open, or all in the hands of who is here. */
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
  const taken = requests.every(({ status }) => status === 'acknowledged')
  const waiting = requests.filter(request => isForOneself(house, request))
  const quiet = requests.some(({ visit }) => visit !== undefined && house.link.get('visit', visit)?.doNotDisturb)
  const left = Math.min(...requests.flatMap(({ lapsesAt }) => lapsesAt ?? [])) - house.now.value
  return (
    <GroupRow
      sliceKey={`${taken ? 'taken' : 'group'}/${room}`}
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
      more={[
        t('callsOfRoom', { count: requests.length }),
        ...(quiet ? [t('doNotDisturb')] : []),
        ...(requests.some(({ overdue }) => overdue) ? [t('callOverdue')] : []),
        ...(taken && left > 0 && left < lapsesSoonMs ? [t('lapses', { clock: format.clock(left) })] : []),
        ...(requests.some(({ pending }) => pending) ? [t('waitingToSend')] : []),
      ].join(dot)}
      oldest={Math.min(...requests.map(({ openedAt, takenAt = openedAt }) => (taken ? takenAt : openedAt)))}
      open={open}
      onToggle={onToggle}
      act={taken ? <ResolveAll calls={requests} /> : <TakeAll calls={waiting} leading={leading} />}
    >
      {children}
    </GroupRow>
  )
}
