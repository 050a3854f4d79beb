/** 节假日: dates on which rooms cost what they do on holidays, or on another day of the week. */
import { type HouseChanges, mostHolidays } from '../../../../shared/protocol/commands/setup.ts'
import type { VenueSetupView } from '../../../../shared/protocol/views/setup.ts'
import { holiday, type PricedDay } from '../../../../shared/protocol/words.ts'
import { Button } from '../../../../shared/ui/button.tsx'
import { Choices, Field } from '../../parts/parts.tsx'
import { type DraftOf, useDraft } from '../../state/drafts.ts'
import { AddKey } from '../add-key.tsx'
import { EditSheet } from '../edit-sheet.tsx'
import { saveBy } from '../setup-form.tsx'
import { savedWords, useSetup } from '../setup-words.ts'
import { useDayNames, week } from './week-days.ts'

type Days = Required<HouseChanges>['holidays']

export function Holidays({ saved }: { saved: VenueSetupView['house'] }) {
  const { s, list, house } = useSetup()
  const draft = useDraft<HolidaysDraft>('holidays')
  const nameOf = useDayNames()
  const tonight = house.link.one('night')?.day ?? ''
  const coming = saved.holidays.filter(({ date }) => date >= tonight)
  return (
    <section class="setup-block" aria-label={s('holidays')}>
      <div class="setup-tools">
        <h2 class="label">{s('holidays')}</h2>
        <Button size="min" word={s('setHolidays')} onPress={() => draft.open(draftOf(saved))} />
      </div>
      {coming.length > 0 && <p>{list(coming.map(({ date, as }) => `${date} ${nameOf(as)}`))}</p>}
      {draft.value && <HolidaysForm saved={saved} draft={draft} value={draft.value} />}
    </section>
  )
}

interface HolidaysDraft {
  readonly rev: number
  readonly days: Days
}

const draftOf = ({ rev, holidays }: VenueSetupView['house']): HolidaysDraft => ({ rev, days: holidays })

interface HolidaysFormProps {
  saved: VenueSetupView['house']
  draft: DraftOf<HolidaysDraft>
  value: HolidaysDraft
}

function HolidaysForm({ saved, draft, value: { rev, days } }: HolidaysFormProps) {
  const { s, house } = useSetup()
  const tonight = house.link.one('night')?.day ?? ''
  const put = (next: Days) => draft.set({ rev, days: next })
  const dates = days.map(({ date }) => date)
  const twice = new Set(dates).size < dates.length
  // Nights that are over are charged already.
  const coming = days.filter(({ date }) => date >= dayAfter(tonight, -1)).sort((a, b) => (a.date < b.date ? -1 : 1))
  const save = () =>
    saveBy(
      house,
      { type: 'SaveHouse', rev, changes: { holidays: coming } },
      savedWords(({ s }) => s('holidays')),
      draft.drop,
    )
  return (
    <EditSheet
      title={s('holidays')}
      ready={!twice && !dates.includes('')}
      onSave={save}
      rev={rev}
      newest={saved.rev}
      onReload={() => draft.open(draftOf(saved))}
      onOverwrite={() => draft.set({ rev: saved.rev, days })}
      draft={draft}
    >
      <p class="label">{s('holidaysHint')}</p>
      <div class="setup-rows">
        {days.map((day, at) => (
          <HolidayRow
            key={at}
            day={day}
            at={at + 1}
            wrong={dates.indexOf(day.date) < at ? s('holidayTwice') : undefined}
            onChange={next => put(days.map((old, index) => (index === at ? next : old)))}
            onRemove={() => put(days.filter((_, index) => index !== at))}
          />
        ))}
        <AddKey
          word={s('addHoliday')}
          count={days.length}
          most={mostHolidays}
          onAdd={() => put([...days, nextOf(days.at(-1), tonight)])}
        />
      </div>
    </EditSheet>
  )
}

interface HolidayRowProps {
  day: Days[number]
  at: number
  wrong: string | undefined
  onChange: (day: Days[number]) => void
  onRemove: () => void
}

function HolidayRow({ day, at, wrong, onChange, onRemove }: HolidayRowProps) {
  const { t, s } = useSetup()
  const nameOf = useDayNames()
  const label = s('holidayAt', { at })
  return (
    <div class="setup-line">
      <Field label={label} wrong={wrong}>
        {id => (
          <input
            id={id}
            class="text-input"
            type="date"
            value={day.date}
            onInput={event => onChange({ ...day, date: event.currentTarget.value })}
          />
        )}
      </Field>
      <Choices
        label={s('holidayAs', { at })}
        current={String(day.as)}
        onChoose={as => onChange({ ...day, as: pricedAs(as) })}
        choices={([holiday, ...week] as const).map(one => ({ id: String(one), word: nameOf(one) }))}
      />
      <Button size="min" variant="quiet" word={t('remove')} label={`${t('remove')} ${label}`} onPress={onRemove} />
    </div>
  )
}

const pricedAs = (typed: string): PricedDay => week.find(one => String(one) === typed) ?? holiday

/** Holidays come in a row. */
const nextOf = (last: Days[number] | undefined, tonight: string): Days[number] =>
  last?.date ? { ...last, date: dayAfter(last.date, 1) } : { date: tonight, as: holiday }

const dayAfter = (date: string, days: number): string => {
  const at = Date.parse(date)
  return Number.isNaN(at) ? '' : new Date(at + days * 86_400_000).toISOString().slice(0, 10)
}
