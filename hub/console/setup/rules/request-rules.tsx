/** 规则 of calls and complaints: how soon somebody comes and it is done, who hears of it after that, and what has times of its own. */
import { tiers } from '../../../../shared/protocol/words.ts'
import { NumberField } from '../number-field.tsx'
import { useSetup } from '../setup-words.ts'
import { SpanField } from '../span-field.tsx'
import { Toggles } from '../toggles.tsx'
import { OwnClocks } from './own-clocks.tsx'
import { clockBounds, isClock, minuteMs, type PolicyPart, secondMs } from './policy-part.ts'

const kinds = ['service', 'complaint', 'vip'] as const
export function RequestRules({ value, saved, change }: PolicyPart) {
  const { t, s } = useSetup()
  return (
    <section class="setup-block" aria-label={s('rulesRequests')}>
      <h2 class="label">{s('rulesRequests')}</h2>
      {kinds.map(kind => {
        const first = Math.round(value.answerMs[kind] / minuteMs)
        return (
          <fieldset class="form-row setup-clock" key={kind} aria-label={s(`clock.${kind}`)}>
            <span class="setup-name">{s(`clock.${kind}`)}</span>
            <NumberField
              label={s('answerIn')}
              {...clockBounds}
              value={first}
              onChange={minutes => change({ answerMs: { ...value.answerMs, [kind]: minutes * minuteMs } })}
            />
            <NumberField
              label={s('doneIn')}
              {...clockBounds}
              value={Math.round(value.resolveMs[kind] / minuteMs)}
              onChange={minutes => change({ resolveMs: { ...value.resolveMs, [kind]: minutes * minuteMs } })}
            />
            {isClock(value.answerMs[kind]) && (
              <p class="label setup-ladder">
                {s(kind === 'complaint' ? 'ladderComplaint' : 'ladder', { first, last: 3 * first })}
              </p>
            )}
          </fieldset>
        )
      })}
      <Toggles
        label={s('vipTiers')}
        on={value.vipTiers}
        choices={tiers.map(id => ({ id, word: t(`tier.${id}`) }))}
        onChange={vipTiers => change({ vipTiers: [...vipTiers] })}
      />
      <OwnClocks value={value} saved={saved} change={change} />
      <div class="form-row">
        <SpanField
          label={s('takeLapses')}
          unitMs={minuteMs}
          min={1}
          max={60}
          value={value.takeLapsesMs}
          onChange={takeLapsesMs => change({ takeLapsesMs })}
        />
        <SpanField
          label={s('ticketReminder')}
          unitMs={minuteMs}
          min={1}
          max={60}
          value={value.ticketReminderMs}
          onChange={ticketReminderMs => change({ ticketReminderMs })}
        />
        <SpanField
          label={s('shiftHours')}
          unitMs={60 * minuteMs}
          min={1}
          max={24}
          value={value.shiftMs}
          onChange={shiftMs => change({ shiftMs })}
        />
        <SpanField
          label={s('heardWithin')}
          unitMs={secondMs}
          min={0}
          max={60}
          value={value.heardWithinMs}
          onChange={heardWithinMs => change({ heardWithinMs })}
        />
        <SpanField
          label={s('confirmLapses')}
          unitMs={minuteMs}
          min={1}
          max={60}
          value={value.confirmLapsesMs}
          onChange={confirmLapsesMs => change({ confirmLapsesMs })}
        />
      </div>
    </section>
  )
}
