/** Categories and tiers whose clocks are their own: of several that apply the shortest holds. */
import { complaints, services, tiers } from '../../../../shared/protocol/words.ts'
import { Button } from '../../../../shared/ui/button.tsx'
import { Field } from '../../parts/parts.tsx'
import { useSetup } from '../setup-words.ts'
import { SpanField } from '../span-field.tsx'
import { clockBounds, isClock, minuteMs, type PolicyPart } from './policy-part.ts'

type Clock = PolicyPart['value']['requestClocks'][number]
type Of = Clock['of']
/** Where a clock of one's own comes from, and the clock that holds without it. */
type Group = 'service' | 'complaint' | 'vip'

export function OwnClocks({ value, saved, change }: PolicyPart) {
  const { t, s } = useSetup()
  const clocks = value.requestClocks
  const put = (requestClocks: readonly Clock[]) => change({ requestClocks: [...requestClocks] })
  const wordOf = useClockWord()
  const free = (all: readonly Of[]) => all.filter(id => !clocks.some(({ of }) => of === id))
  const groups: readonly (readonly [string, readonly Of[]])[] = [
    [s('clockServices'), free(services)],
    [s('clockComplaints'), free(complaints)],
    [s('clockTiers'), free(tiers)],
  ]
  return (
    <div class="setup-rows">
      <span class="label">{s('ownClocks')}</span>
      {clocks.map(clock => {
        const { answerMs, resolveMs, of } = { ...newClock(clock.of, value, saved), ...clock }
        const edit = (more: Partial<Clock>) => put(clocks.map(old => (old === clock ? { ...old, ...more } : old)))
        return (
          <fieldset class="setup-line" key={of} aria-label={wordOf(of)}>
            <span class="setup-name">{wordOf(of)}</span>
            <SpanField
              label={s('answerIn')}
              unitMs={minuteMs}
              {...clockBounds}
              value={answerMs}
              onChange={typed => edit({ answerMs: typed })}
            />
            <SpanField
              label={s('doneIn')}
              unitMs={minuteMs}
              {...clockBounds}
              value={resolveMs}
              onChange={typed => edit({ resolveMs: typed })}
            />
            <Button
              size="min"
              variant="quiet"
              word={t('remove')}
              onPress={() => put(clocks.filter(old => old !== clock))}
            />
          </fieldset>
        )
      })}
      <Field label={s('addOwnClock')}>
        {id => (
          <select
            id={id}
            value=""
            onChange={event => {
              const of = groups.flatMap(([, ids]) => ids).find(one => one === event.currentTarget.value)
              event.currentTarget.value = ''
              if (of) put([...clocks, newClock(of, value, saved)])
            }}
          >
            <option value="" />
            {groups.map(([label, ids]) => (
              <optgroup key={label} label={label}>
                {ids.map(one => (
                  <option key={one} value={one}>
                    {wordOf(one)}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        )}
      </Field>
    </div>
  )
}

/** Begins with what its group has, and until then goes with it; not where that can be nobody's. */
function newClock(of: Of, value: PolicyPart['value'], saved: PolicyPart['saved']) {
  const ofGroup = (which: 'answerMs' | 'resolveMs') => {
    const typed = value[which][groupOf(of)]
    return typed !== null && isClock(typed) ? typed : saved[which][groupOf(of)]
  }
  return { of, answerMs: ofGroup('answerMs'), resolveMs: ofGroup('resolveMs') } satisfies Clock
}

function groupOf(of: Of): Group {
  if (services.some(id => id === of)) return 'service'
  return complaints.some(id => id === of) ? 'complaint' : 'vip'
}

function useClockWord(): (of: Of) => string {
  const { t } = useSetup()
  return of => {
    const service = services.find(id => id === of)
    if (service) return t(`service.${service}`)
    const complaint = complaints.find(id => id === of)
    if (complaint) return t('complaintIn', { what: t(`complaint.${complaint}`) })
    const tier = tiers.find(id => id === of)
    return tier ? t(`tier.${tier}`) : of
  }
}
