/** 规则 of arrivals: how long a name is sung, how long somebody waits to be seated, and which songs lie ready. */
import { NumberField } from '../number-field.tsx'
import { useSetup } from '../setup-words.ts'
import { minuteMs, type PolicyPart, secondMs } from './policy-part.ts'

export function ArrivalRules({ value, change }: PolicyPart) {
  const { s } = useSetup()
  return (
    <section class="setup-block" aria-label={s('rulesArrivals')}>
      <h2 class="label">{s('rulesArrivals')}</h2>
      <div class="form-row">
        <NumberField
          label={s('welcomeFor')}
          min={10}
          max={120}
          value={Math.round(value.welcomeMs / secondMs)}
          onChange={seconds => change({ welcomeMs: seconds * secondMs })}
        />
        <NumberField
          label={s('checkInLapses')}
          min={1}
          max={240}
          value={Math.round(value.checkInLapsesMs / minuteMs)}
          onChange={minutes => change({ checkInLapsesMs: minutes * minuteMs })}
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
