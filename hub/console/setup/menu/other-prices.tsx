/** Where a thing costs something else: in a class of rooms, at a time of the day, or both. The most particular counts. */
import type { MenuSetupView } from '../../../../shared/protocol/views/setup.ts'
import { Button } from '../../../../shared/ui/button.tsx'
import { MoneyField } from '../../parts/money-field.tsx'
import { AddKey } from '../add-key.tsx'
import { HoursField } from '../hours-field.tsx'
import { useSetup } from '../setup-words.ts'
import type { TypedItem } from './item-draft.ts'

type Prices = TypedItem['prices']
type Price = Prices[number]
const most = 24

export interface OtherPricesProps {
  prices: Prices
  classes: MenuSetupView['classes']
  /** What it costs otherwise, to begin with. */
  price: TypedItem['price']
  onChange: (prices: Prices) => void
}

export function OtherPrices({ prices, classes, price, onChange }: OtherPricesProps) {
  const { t, s, own } = useSetup()
  const put = (at: number, one: Price) => onChange(prices.map((old, index) => (index === at ? one : old)))
  return (
    <div class="setup-rows">
      <span class="label">{s('otherPrices')}</span>
      {prices.map((one, at) => {
        const { from, to } = one
        const timed = from !== undefined || to !== undefined
        return (
          <div class="setup-line" key={at}>
            <select
              class="text-input"
              aria-label={s('roomClass')}
              value={one.roomClass ?? ''}
              onChange={event => put(at, withClass(one, event.currentTarget.value))}
            >
              <option value="">{s('everyClass')}</option>
              {classes.map(({ id, name }) => (
                <option key={id} value={id}>
                  {own(name)}
                </option>
              ))}
            </select>
            <Button
              size="min"
              word={timed ? s('atHours') : s('anyHour')}
              pressed={timed}
              onPress={() => put(at, timed ? allDay(one) : { ...one, from: 14 * 60, to: 20 * 60 })}
            />
            {timed && (
              <HoursField
                what={s('otherPrices')}
                value={{ from: from ?? 0, to: to ?? 1440 }}
                onChange={hours => put(at, { ...one, ...hours })}
              />
            )}
            <MoneyField label={s('price')} value={one.price} onChange={amount => put(at, { ...one, price: amount })} />
            <Button
              size="min"
              variant="quiet"
              word={t('remove')}
              onPress={() => onChange(prices.filter((_, index) => index !== at))}
            />
          </div>
        )
      })}
      <AddKey word={s('addPrice')} count={prices.length} most={most} onAdd={() => onChange([...prices, { price }])} />
    </div>
  )
}

function withClass({ roomClass: _before, ...rest }: Price, roomClass: string): Price {
  return roomClass === '' ? rest : { ...rest, roomClass }
}

const allDay = ({ from: _from, to: _to, ...rest }: Price): Price => rest
