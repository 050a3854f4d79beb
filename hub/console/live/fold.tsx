/** What can wait, as one line: how many, since when; opened by one tap. */

import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { roomName } from '../parts/names.ts'
import type { Alert, Fold as Kind } from '../state/alerts.ts'
import { useSpeech } from '../state/house.ts'
import { GroupRow } from './group-row.tsx'

export interface FoldProps {
  fold: Kind
  alerts: readonly Alert[]
  /** The single cards. */
  children: ComponentChildren
}

export function Fold({ fold, alerts, children }: FoldProps) {
  const { t, list, house } = useSpeech()
  const [open, setOpen] = useState(false)
  const who = alerts.flatMap(alert =>
    alert.kind === 'check-in'
      ? (alert.checkIn.title ?? alert.checkIn.member?.called ?? [])
      : alert.kind === 'request' && alert.request.room !== undefined
        ? roomName(house, alert.request.room)
        : [],
  )
  const done = fold === 'done'
  return (
    <GroupRow
      sliceKey={`fold/${fold}`}
      status={done ? 'resolved' : 'open'}
      level={done ? 'ok' : 'info'}
      levelWord={t(done ? 'toConfirm' : 'info')}
      place={
        <span class="request-room figure" data-word="">
          ×{alerts.length}
        </span>
      }
      what={t(done ? 'foldedDone' : 'foldedArrivals', { count: alerts.length })}
      more={list([...new Set(who)])}
      oldest={Math.min(...alerts.map(({ since }) => since))}
      open={open}
      onToggle={() => setOpen(!open)}
    >
      {children}
    </GroupRow>
  )
}
