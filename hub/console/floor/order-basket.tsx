/** What was picked for a room, whatever is looked for meanwhile: how many, what each comes to, and all of it. */
import { Button } from '../../../shared/ui/button.tsx'
import { Stepper } from '../../../shared/ui/stepper.tsx'
import { itemName, optionNames } from '../parts/names.ts'
import { useSpeech } from '../state/house.ts'
import type { PickedLine } from './order-lines.ts'
import './order-basket.css'

export interface OrderBasketProps {
  picked: readonly PickedLine[]
  /** Minor units. */
  total: number
  /** None takes it out. */
  onQty: (line: PickedLine, qty: number) => void
}

export function OrderBasket({ picked, total, onQty }: OrderBasketProps) {
  const { t, format, house } = useSpeech()
  if (picked.length === 0) return null
  return (
    <section class="order-basket">
      <p class="order-total">
        <span class="label">{t('orderBasket')}</span>
        <span>
          <span class="label">{t('total')}</span> <strong>{format.money(total)}</strong>
        </span>
      </p>
      <ul class="order-lines" aria-label={t('orderBasket')}>
        {picked.map(line => {
          const { item, qty, options, amount } = line
          const name = itemName(house, item.id)
          const how = optionNames(house, item.id, options)
          return (
            <li key={item.id} data-sold-out={item.soldOut ? '' : undefined}>
              <span class="order-line-name">
                {name} {how !== '' && <span class="quiet">{how}</span>}
              </span>
              {item.soldOut ? <span class="wrong">{t('soldOut')}</span> : <span>{format.money(amount)}</span>}
              <Stepper
                label={name}
                value={qty}
                min={1}
                max={item.soldOut ? qty : undefined}
                onChange={count => onQty(line, count)}
                words={{ less: t('less'), more: t('oneMore') }}
              />
              <Button
                size="min"
                variant="quiet"
                word={t('remove')}
                label={`${t('remove')} ${name}`}
                onPress={() => onQty(line, 0)}
              />
            </li>
          )
        })}
      </ul>
    </section>
  )
}
