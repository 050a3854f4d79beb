/** 规则 of calls and complaints: how soon somebody comes and it is done, who hears of it after that, and what has times of its own. */
import { tiers } from '../../../../shared/protocol/words.ts'
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
        const answerMs = value.answerMs[kind]
        return (
          <fieldset class="form-row setup-clock" key={kind} aria-label={s(`clock.${kind}`)}>
            <span class="setup-name">{s(`clock.${kind}`)}</span>
            <SpanField
              label={s('answerIn')}
              unitMs={minuteMs}
              {...clockBounds}
              value={answerMs}
              onChange={typed => change({ answerMs: { ...value.answerMs, [kind]: typed } })}
            />
            <SpanField
              label={s('doneIn')}
              unitMs={minuteMs}
              {...clockBounds}
              value={value.resolveMs[kind]}
              onChange={typed => change({ resolveMs: { ...value.resolveMs, [kind]: typed } })}
            />
            {answerMs !== null && isClock(answerMs) && <Ladder of={kind} first={Math.round(answerMs / minuteMs)} />}
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

/** Who hears of it when, in minutes, where nobody comes. */
function Ladder({ of, first }: { of: (typeof kinds)[number]; first: number }) {
  const { s } = useSetup()
  return (
    <p class="label setup-ladder">{s(of === 'complaint' ? 'ladderComplaint' : 'ladder', { first, last: 3 * first })}</p>
  )
}
