/** A panel that is away, a budget nearly spent: where or whose, and what to do; put away once somebody knows. */
import { Button } from '../../../shared/ui/button.tsx'
import { Severity } from '../../../shared/ui/severity.tsx'
import { roomName, staffName } from '../parts/names.ts'
import { useSpeech } from '../state/house.ts'
import type { HouseTrouble } from '../state/house-troubles.ts'
import './request-row.css'

export function HouseTroubleCard({ trouble }: { trouble: HouseTrouble }) {
  const { t, format, house } = useSpeech()
  const level = trouble.kind === 'panel' ? 'warning' : 'info'
  return (
    <article class="request" data-cursor="" data-slice-key={trouble.key} data-severity={level} tabIndex={-1}>
      <div class="request-severity">
        <Severity level={level} word={t(level)} />
      </div>
      {trouble.kind === 'panel' ? (
        <button
          type="button"
          class="request-room"
          onClick={() => {
            house.openRoom.value = trouble.room
          }}
        >
          {roomName(house, trouble.room)}
        </button>
      ) : (
        <span class="request-room" data-word="">
          {staffName(house, trouble.staff)}
        </span>
      )}
      <div class="request-what">
        <p>
          <strong>{t(trouble.kind === 'panel' ? 'panelOff' : 'budgetLow')}</strong>
        </p>
        <p class="request-state">
          <span>
            {trouble.kind === 'panel' ? t('panelOffDo') : t('budgetLeft', { amount: format.money(trouble.left) })}
          </span>
        </p>
      </div>
      <div class="request-clock">
        {trouble.kind === 'panel' && (
          <>
            <span class="figure">{format.clock(house.now.value - trouble.since)}</span>
            <span class="label">{format.time(trouble.since)}</span>
          </>
        )}
      </div>
      <div class="request-do">
        <Button
          size="min"
          variant="quiet"
          word={t('readerKnown')}
          onPress={() => {
            house.setAside.value = new Set([...house.setAside.peek(), trouble.key])
          }}
        />
      </div>
    </article>
  )
}
