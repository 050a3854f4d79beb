/** 计时: how the rooms of each class are charged, and when. */

import { Fragment } from 'preact'
import type { TariffSetupView, VenueSetupView } from '../../../../shared/protocol/views/setup.ts'
import { Button } from '../../../../shared/ui/button.tsx'
import { Answered } from '../../parts/fetching.tsx'
import { useDraft } from '../../state/drafts.ts'
import { useAnswer } from '../../state/use-answer.ts'
import { typedTime } from '../hours.ts'
import { useSetup } from '../setup-words.ts'
import { Holidays } from './holidays.tsx'
import { draftOfTariff, newTariff, type TariffDraft, TariffForm } from './tariff-form.tsx'
import { useDayWords } from './week-days.ts'

export function TariffsSection() {
  const { house } = useSetup()
  const asked = useAnswer({ type: 'VenueSetup' }, house.link.one('setup')?.venue)
  return <Answered asked={asked}>{venue => <Tariffs venue={venue} />}</Answered>
}

function Tariffs({ venue }: { venue: VenueSetupView }) {
  const { s, own } = useSetup()
  const draft = useDraft<TariffDraft>('tariff')
  return (
    <div class="setup-part">
      <Holidays saved={venue.house} />
      {venue.classes.map(({ id, name }) => {
        const tariffs = venue.tariffs.filter(({ roomClass }) => roomClass === id)
        return (
          <section class="setup-block" key={id} aria-label={own(name)}>
            <div class="setup-tools">
              <h2 class="label">{own(name)}</h2>
              <Button
                size="min"
                word={s('addTariff')}
                label={`${s('addTariff')} ${own(name)}`}
                onPress={() => draft.open(newTariff(id))}
              />
            </div>
            {tariffs.length === 0 ? (
              <p class="wrong">{s('tariffEmpty')}</p>
            ) : (
              <ul class="setup-list">
                {tariffs.map(tariff => (
                  <TariffRow key={tariff.id} tariff={tariff} onOpen={() => draft.open(draftOfTariff(tariff))} />
                ))}
              </ul>
            )}
          </section>
        )
      })}
      {draft.value && <TariffForm key={draft.value.tariff ?? ''} venue={venue} draft={draft} value={draft.value} />}
    </div>
  )
}

function TariffRow({ tariff, onOpen }: { tariff: TariffSetupView; onOpen: () => void }) {
  const { t, s, own, format } = useSetup()
  const daysOf = useDayWords()
  const [name, kind] = [own(tariff.name), s(`kind.${tariff.kind}`)]
  const priceOf = (price: number) =>
    tariff.kind === 'timed' ? s('pricePerHour', { price: format.money(price) }) : format.money(price)
  const facts = [
    ...tariff.bands.map(({ days, price, ...hours }) => [daysOf(days), ...hoursOf(hours), priceOf(price)].join(' ')),
    ...(tariff.step === undefined ? [] : [t('countedBy', { span: format.duration(tariff.step * 60_000) })]),
  ]
  return (
    <li>
      <button type="button" class="setup-row" onClick={onOpen}>
        <span class="setup-name">
          {name} {name !== kind && <span class="quiet">{kind}</span>}
        </span>
        <span class="setup-marks label">
          {/* A price stays with its hours where the line breaks. */}
          {facts.map((fact, at) => (
            <Fragment key={fact}>
              <span class="setup-fact">{at < facts.length - 1 ? `${fact}\u00a0·` : fact}</span>{' '}
            </Fragment>
          ))}
        </span>
      </button>
    </li>
  )
}

/** None for the clock round. */
const hoursOf = ({ from, to }: { readonly from: number; readonly to: number }): readonly string[] =>
  to - from === 1440 ? [] : [`${typedTime(from)}–${typedTime(to)}`]
