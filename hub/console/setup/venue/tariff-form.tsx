/** One tariff: by the hour, a block or a buyout; on which days, from when to when, for how much. */
import type { TariffFields } from '../../../../shared/protocol/commands/setup.ts'
import { type Id, isBlank } from '../../../../shared/protocol/primitives.ts'
import type { TariffSetupView, VenueSetupView } from '../../../../shared/protocol/views/setup.ts'
import { chargedSteps, holiday, type PricedDay, tariffKinds } from '../../../../shared/protocol/words.ts'
import { Button } from '../../../../shared/ui/button.tsx'
import { ChoiceField } from '../../parts/choice-field.tsx'
import { MoneyField } from '../../parts/money-field.tsx'
import type { DraftOf } from '../../state/drafts.ts'
import { AddKey } from '../add-key.tsx'
import { EditSheet, RemoveKey } from '../edit-sheet.tsx'
import { HoursField } from '../hours-field.tsx'
import { NamesField } from '../names-field.tsx'
import { OptionalNumberField } from '../number-field.tsx'
import { saveBy } from '../setup-form.tsx'
import { savedWords, useSetup } from '../setup-words.ts'
import { Toggles } from '../toggles.tsx'
import { isRead, type Typed } from '../typed.ts'
import { useAskIfFree } from '../use-ask-if-free.ts'
import { useDayNames, week } from './week-days.ts'

type TypedTariff = Typed<TariffFields, 'price'>
type Band = TypedTariff['bands'][number]
const mostBands = 24

export interface TariffDraft {
  /** Absent: a new one. */
  readonly tariff?: Id
  readonly rev: number
  readonly fields: TypedTariff
}

export const newTariff = (roomClass: Id): TariffDraft => ({
  rev: 0,
  fields: { kind: 'timed', name: { zhHans: '' }, roomClass, bands: [{ from: 720, to: 1800, price: 0 }] },
})

export const draftOfTariff = ({ id, rev, ...fields }: TariffSetupView): TariffDraft => ({ tariff: id, rev, fields })

export function TariffForm({
  venue,
  draft,
  value,
}: {
  venue: VenueSetupView
  draft: DraftOf<TariffDraft>
  value: TariffDraft
}) {
  const { s, own, format, house } = useSetup()
  const askIfFree = useAskIfFree()
  const { fields } = value
  const put = (next: TypedTariff) => draft.set({ ...value, fields: next })
  const newest = venue.tariffs.find(({ id }) => id === value.tariff)
  const command = isRead<TariffFields>(fields) ? ({ type: 'SaveTariff', ...value, fields } as const) : undefined
  const save = () =>
    saveBy(
      house,
      command,
      savedWords(({ own }) => own(fields.name)),
      draft.drop,
    )
  return (
    <EditSheet
      title={newest ? own(newest.name) : s('addTariff')}
      ready={!isBlank(fields.name.zhHans) && fields.bands.length > 0 && command !== undefined}
      onSave={
        isFree(fields) && !(newest && isFree(newest))
          ? () => askIfFree(s('tariffFreeAsk', { what: own(fields.name) }), () => void save())
          : save
      }
      rev={value.rev}
      newest={newest?.rev}
      onReload={() => newest && draft.open(draftOfTariff(newest))}
      onOverwrite={() => newest && draft.set({ ...value, rev: newest.rev })}
      draft={draft}
      also={
        newest && <RemoveKey by={{ type: 'RemoveTariff', tariff: newest.id, rev: newest.rev }} onDone={draft.drop} />
      }
    >
      <NamesField label={s('name')} most={24} value={fields.name} onChange={name => put({ ...fields, name })} />
      <ChoiceField
        label={s('kind')}
        current={fields.kind}
        onChoose={kind => put(ofKind(fields, kind))}
        choices={tariffKinds.map(id => ({ id, word: s(`kind.${id}`) }))}
      />
      <Bands
        bands={fields.bands}
        price={fields.kind === 'timed' ? s('perHour') : s('wholePrice')}
        onChange={bands => put({ ...fields, bands })}
      />
      {fields.kind === 'timed' ? (
        <ChoiceField
          label={s('step')}
          current={String(fields.step ?? everyMinute)}
          onChoose={step => put(withStep(fields, step))}
          choices={[everyMinute, ...chargedSteps].map(step => ({
            id: String(step),
            word: format.duration(step * 60_000),
          }))}
        />
      ) : (
        <OptionalNumberField
          label={s('length')}
          value={fields.minutes}
          min={30}
          max={1440}
          onChange={minutes => put({ ...fields, minutes })}
          onClear={() => put(withoutMinutes(fields))}
        />
      )}
    </EditSheet>
  )
}

const isFree = ({ bands }: Pick<TypedTariff, 'bands'>): boolean => bands.some(({ price }) => price === 0)

function Bands({
  bands,
  price,
  onChange,
}: {
  bands: readonly Band[]
  price: string
  onChange: (bands: Band[]) => void
}) {
  const { t, s } = useSetup()
  const nameOf = useDayNames()
  const put = (at: number, band: Band) => onChange(bands.map((old, index) => (index === at ? band : old)))
  return (
    <div class="setup-rows">
      <span class="label">{s('bands')}</span>
      {bands.length > 1 && <span class="label">{s('bandsHint')}</span>}
      {bands.map((band, at) => (
        <div class="setup-line" key={at}>
          <Toggles
            label={s('days')}
            choices={[...week, holiday].map(day => ({ id: String(day), word: nameOf(day) }))}
            on={(band.days ?? week).map(String)}
            onChange={on => put(at, withDays(band, on))}
          />
          <HoursField what={s('bands')} value={band} onChange={hours => put(at, { ...band, ...hours })} />
          <MoneyField label={price} value={band.price} onChange={amount => put(at, { ...band, price: amount })} />
          {bands.length > 1 && (
            <Button
              size="min"
              variant="quiet"
              word={t('remove')}
              onPress={() => onChange(bands.filter((_, index) => index !== at))}
            />
          )}
        </div>
      ))}
      <AddKey
        word={s('addBand')}
        count={bands.length}
        most={mostBands}
        onAdd={() => onChange([...bands, { from: 720, to: 1800, price: bands.at(-1)?.price ?? 0 }])}
      />
    </div>
  )
}

/** All of the week is every day; none of them would be never. */
function withDays({ days: _before, ...rest }: Band, on: readonly string[]): Band {
  const days: PricedDay[] = [...week, holiday].filter(day => on.includes(String(day)))
  const everyDay = days.length === week.length && !days.includes(holiday)
  return days.length === 0 || everyDay ? rest : { ...rest, days }
}

function ofKind({ minutes, step, ...rest }: TypedTariff, kind: TypedTariff['kind']): TypedTariff {
  if (kind === 'timed') return { ...rest, kind, ...(step !== undefined && { step }) }
  return { ...rest, kind, ...(minutes !== undefined && { minutes }) }
}

const withoutMinutes = ({ minutes: _before, ...rest }: TypedTariff): TypedTariff => rest

const everyMinute = 1

const withStep = ({ step: _before, ...rest }: TypedTariff, step: string): TypedTariff => {
  const chosen = chargedSteps.find(one => String(one) === step)
  return chosen === undefined ? rest : { ...rest, step: chosen }
}
