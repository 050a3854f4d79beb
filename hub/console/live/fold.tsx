/** What can wait, or is one trouble in many rooms, as one line: how many, since when; opened by one tap. */

import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { Button } from '../../../shared/ui/button.tsx'
import { roomName } from '../parts/names.ts'
import type { Alert, Fold as Kind } from '../state/alerts.ts'
import { type House, setAside, useSpeech } from '../state/house.ts'
import { GroupRow, type GroupRowProps } from './group-row.tsx'

export interface FoldProps {
  fold: Kind
  alerts: readonly Alert[]
  /** The single cards. */
  children: ComponentChildren
}

/** More names than these say less than their number. */
const mostNamed = 8

export function Fold({ fold, alerts, children }: FoldProps) {
  const { t, list, house } = useSpeech()
  const [open, setOpen] = useState(false)
  const names = [...new Set(alerts.flatMap(alert => nameOf(house, alert) ?? []))]
  const some = list(names.slice(0, mostNamed))
  const named = names.length > mostNamed ? t('andOthers', { names: some }) : some
  return (
    <GroupRow
      sliceKey={`fold/${fold}`}
      {...looksOf(house, fold, alerts.length)}
      place={
        <span class="request-room figure" data-word="">
          ×{alerts.length}
        </span>
      }
      more={fold === 'panels' ? t('foldedPanelsDo', { rooms: named }) : named}
      oldest={Math.min(...alerts.map(({ since }) => since))}
      open={open}
      onToggle={() => setOpen(!open)}
      act={
        (fold === 'panels' || fold === 'times') && (
          <Button
            size="min"
            variant="quiet"
            word={t('troubleKnown')}
            onPress={() => setAside(house, ...alerts.map(({ key }) => key))}
          />
        )
      }
    >
      {children}
    </GroupRow>
  )
}

type Looks = Pick<GroupRowProps, 'status' | 'severity' | 'level' | 'levelWord' | 'what'>

function looksOf(house: House, fold: Kind, count: number): Looks {
  const { t } = house.speech.value
  switch (fold) {
    case 'arrivals':
      return { status: 'open', level: 'info', levelWord: t('info'), what: t('foldedArrivals', { count }) }
    case 'done':
      return { status: 'resolved', level: 'ok', levelWord: t('toConfirm'), what: t('foldedDone', { count }) }
    case 'times':
      return { status: 'open', level: 'info', levelWord: t('info'), what: t('foldedTimes', { count }) }
    case 'panels':
      return {
        status: 'open',
        severity: 'warning',
        level: 'warning',
        levelWord: t('warning'),
        what: t('foldedPanels', { count }),
      }
  }
}

function nameOf(house: House, alert: Alert): string | undefined {
  if (alert.kind === 'check-in') return alert.checkIn.title ?? alert.checkIn.member?.called
  if (alert.kind === 'house') return 'room' in alert.trouble ? roomName(house, alert.trouble.room) : undefined
  return alert.kind === 'request' && alert.request.room !== undefined ? roomName(house, alert.request.room) : undefined
}
