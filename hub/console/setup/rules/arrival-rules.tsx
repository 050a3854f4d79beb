/** 规则 of arrivals: how long a name is sung, how long somebody waits to be seated, and which songs lie ready. */
import { NumberField } from '../number-field.tsx'
import { useSetup } from '../setup-words.ts'
import { SpanField } from '../span-field.tsx'
import { minuteMs, type PolicyPart, secondMs } from './policy-part.ts'

export function ArrivalRules({ value, change }: PolicyPart) {
  const { s } = useSetup()
  return (
    <section class="setup-block" aria-label={s('rulesArrivals')}>
      <h2 class="label">{s('rulesArrivals')}</h2>
      <div class="form-row">
        <SpanField
          label={s('welcomeFor')}
          unitMs={secondMs}
          min={10}
          max={120}
          value={value.welcomeMs}
          onChange={welcomeMs => change({ welcomeMs })}
        />
        <SpanField
          label={s('checkInLapses')}
          unitMs={minuteMs}
          min={1}
          max={240}
          value={value.checkInLapsesMs}
          onChange={checkInLapsesMs => change({ checkInLapsesMs })}
        />
        <NumberField
          label={s('preloadSongs')}
          min={0}
          max={40}
          value={value.preloadSongs}
          onChange={preloadSongs => change({ preloadSongs })}
        />
        <NumberField
          label={s('playlistLimit')}
          min={10}
          max={300}
          value={value.playlistLimit}
          onChange={playlistLimit => change({ playlistLimit })}
        />
      </div>
    </section>
  )
}
