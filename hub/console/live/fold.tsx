/** What can wait, as one line: how many, since when; opened by one tap. */

import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { Button } from '../../../shared/ui/button.tsx'
import { Severity } from '../../../shared/ui/severity.tsx'
import { roomName } from '../parts/names.ts'
import type { Alert, Fold as Kind } from '../state/alerts.ts'
import { useSpeech } from '../state/house.ts'
import './request-row.css'

export interface FoldProps {
  fold: Kind
  alerts: readonly Alert[]
  /** The single cards. */
  children: ComponentChildren
}

export function Fold({ fold, alerts, children }: FoldProps) {
  const { t, format, list, house } = useSpeech()
  const [open, setOpen] = useState(false)
  const oldest = Math.min(...alerts.map(({ since }) => since))
  const who = alerts.flatMap(alert =>
    alert.kind === 'check-in'
      ? (alert.checkIn.title ?? alert.checkIn.member?.called ?? [])
      : alert.kind === 'request' && alert.request.room !== undefined
        ? roomName(house, alert.request.room)
        : [],
  )
  return (
    <div class="request-group" data-open={open ? '' : undefined}>
      <article
        class="request"
        data-cursor=""
        data-slice-key={`fold/${fold}`}
        data-status={fold === 'done' ? 'resolved' : 'open'}
        tabIndex={-1}
      >
        <div class="request-severity">
          <Severity level={fold === 'done' ? 'ok' : 'info'} word={t(fold === 'done' ? 'toConfirm' : 'info')} />
        </div>
        <span class="request-room figure" data-word="">
          ×{alerts.length}
        </span>
        <div class="request-what">
          <p>
            <strong>{t(fold === 'done' ? 'foldedDone' : 'foldedArrivals', { count: alerts.length })}</strong>
          </p>
          <p class="request-state">{list([...new Set(who)])}</p>
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
            onPress={() => setOpen(!open)}
          />
        </div>
      </article>
      {open && <div class="request-group-all">{children}</div>}
    </div>
  )
}
