/** Several alerts as one line that opens: what they are, since when, and one key for all where there is one. */
import type { ComponentChildren } from 'preact'
import { Button } from '../../../shared/ui/button.tsx'
import { Severity, type SeverityLevel } from '../../../shared/ui/severity.tsx'
import { useSpeech } from '../state/house.ts'
import './request-row.css'
import { WaitClock } from './wait-clock.tsx'

export interface GroupRowProps {
  sliceKey: string
  status: 'open' | 'acknowledged' | 'resolved'
  /** Of the row; absent: it calls nobody. */
  severity?: 'critical' | 'warning' | 'info'
  level: SeverityLevel
  levelWord: string
  /** Where: a room's key, or how many there are. */
  place: ComponentChildren
  what: string
  more: string
  /** Ms. */
  oldest: number
  open: boolean
  onToggle: () => void
  /** Before 更多. */
  act?: ComponentChildren
  /** The single ones, when it is open. */
  children: ComponentChildren
}

export function GroupRow(props: GroupRowProps) {
  const { sliceKey, status, severity, level, levelWord, place, what, more, oldest, open, onToggle, act, children } =
    props
  const { t } = useSpeech()
  return (
    <div class="request-group" data-open={open ? '' : undefined}>
      <article
        class="request"
        data-cursor=""
        data-slice-key={sliceKey}
        data-severity={severity}
        data-status={status}
        tabIndex={-1}
      >
        <div class="request-severity">
          <Severity level={level} word={levelWord} />
        </div>
        {place}
        <div class="request-what">
          <p>
            <strong>{what}</strong>
          </p>
          <p class="request-state">{more}</p>
        </div>
        <WaitClock since={oldest} />
        <div class="request-do">
          {act}
          <Button
            size="min"
            variant="quiet"
            word={open ? t('groupLess') : t('more')}
            pressed={open}
            onPress={onToggle}
          />
        </div>
      </article>
      {open && <div class="request-group-all">{children}</div>}
    </div>
  )
}
