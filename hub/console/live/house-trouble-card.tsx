/** A panel that is away, a party whose time is up, a budget nearly spent, a house not copied: where or whose, and what to do; put away once somebody knows. */
import { assertNever } from '../../../shared/protocol/assert-never.ts'
import { Button } from '../../../shared/ui/button.tsx'
import { Severity } from '../../../shared/ui/severity.tsx'
import { roomName, staffName } from '../parts/names.ts'
import { type House, may, setAside, useSpeech } from '../state/house.ts'
import type { HouseTrouble } from '../state/house-troubles.ts'
import './request-row.css'
import { WaitClock } from './wait-clock.tsx'

export function HouseTroubleCard({ trouble }: { trouble: HouseTrouble }) {
  const { t, house } = useSpeech()
  const { level, name, what } = wordsOf(house, trouble)
  return (
    <article class="request" data-cursor="" data-slice-key={trouble.key} data-severity={level} tabIndex={-1}>
      <div class="request-severity">
        <Severity level={level} word={t(level)} />
      </div>
      {'room' in trouble ? (
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
          {trouble.kind === 'budget' ? staffName(house, trouble.staff) : t('backup')}
        </span>
      )}
      <div class="request-what">
        <p>
          <strong>{name}</strong>
        </p>
        <p class="request-state">
          <span>{what}</span>
        </p>
      </div>
      {trouble.kind === 'budget' ? (
        <div class="request-clock" />
      ) : (
        <WaitClock since={trouble.since} ahead={house.now.value < trouble.since} />
      )}
      <div class="request-do">
        {trouble.kind === 'backup' && may(house, 'BackUp') && (
          <Button size="min" word={t('backUpNow')} onPress={() => house.tap({ type: 'BackUp' })} />
        )}
        <Button size="min" variant="quiet" word={t('troubleKnown')} onPress={() => setAside(house, trouble.key)} />
      </div>
    </article>
  )
}

function wordsOf(house: House, trouble: HouseTrouble): { level: 'warning' | 'info'; name: string; what: string } {
  const { t, format } = house.speech.value
  switch (trouble.kind) {
    case 'panel':
      return { level: 'warning', name: t('panelOff'), what: t('panelOffDo') }
    case 'time': {
      const left = format.duration(Math.max(0, trouble.since - house.now.value))
      return {
        level: 'info',
        name: t(trouble.over ? 'timeOver' : 'timeNearly'),
        what: trouble.over ? t('timeOverDo') : t('timeNearlyDo', { clock: left }),
      }
    }
    case 'budget':
      return { level: 'info', name: t('budgetLow'), what: t('budgetLeft', { amount: format.money(trouble.left) }) }
    case 'backup':
      return {
        level: 'warning',
        name: t('backupMissing'),
        what: trouble.why === undefined ? t('backupOld') : t(`backup.${trouble.why}`),
      }
    default:
      return assertNever(trouble)
  }
}
