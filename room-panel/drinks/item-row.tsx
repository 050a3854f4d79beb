/** One thing of the menu: its price, what is in it, how it is wanted behind a tap; one tap orders it, 多选 starts a basket. */
import { useEffect, useRef, useState } from 'preact/hooks'
import IconDone from '~icons/lucide/check'
import IconOpen from '~icons/lucide/chevron-down'
import IconMark from '~icons/lucide/heart'
import IconMore from '~icons/lucide/plus'
import { priceAt } from '../../shared/protocol/price-at.ts'
import type { Id } from '../../shared/protocol/primitives.ts'
import type { MenuItemView } from '../../shared/protocol/views/venue.ts'
import { Button } from '../../shared/ui/button.tsx'
import { Stepper } from '../../shared/ui/stepper.tsx'
import { useMenu, useSpokenName } from '../parts/use-slices.ts'
import { usePanel, useSpeech } from '../state/panel-context.ts'
import { isFull, mostOfOne, qtyOf, withQty } from './basket.ts'
import './item-row.css'
import type { Ordering } from './order-rule.ts'
import { placeOrder, wasJustOrdered } from './place-order.ts'
import { shownFavourites } from './shown-favourites.ts'

/** As many as one line of an order may have. */
const mostOptions = 6
/** Taps closer than this are one. */
const mashMs = 600
/** How long a "no" stays, ms. */
const saidMs = 4000
/** Of Latin letters, as Honghualang: wider than its column. */
const longWord = /[!-\u024f]{11}/

export interface ItemRowProps {
  item: MenuItemView
  /** Of the venue's day. */
  minute: number
  ordering: Ordering
}

export function ItemRow({ item, minute, ordering }: ItemRowProps) {
  const { t, format, own } = useSpeech()
  const { basket } = usePanel()
  // As it was picked before the guest went elsewhere.
  const [options, setOptions] = useState<readonly Id[]>(
    () => basket.peek().find(line => line.item === item.id)?.options ?? [],
  )
  const [open, setOpen] = useState(false)
  const choices = useRef<HTMLFieldSetElement>(null)
  useEffect(() => {
    // Of the last row that is seen they are below the glass.
    if (open) choices.current?.scrollIntoView({ block: 'nearest' })
  }, [open])
  const spoken = useSpokenName(item)
  const picked = qtyOf(basket.value, { item: item.id, options })
  const price = priceAt(item, minute)
  const toggle = (id: Id) =>
    setOptions(options.includes(id) ? options.filter(one => one !== id) : [...options, id].slice(-mostOptions))
  const wanted = item.options.filter(({ id }) => options.includes(id)).map(one => own(one.name))
  const hasChoices = !item.soldOut && item.options.length > 0
  const text = (
    <>
      <span class={`title-text ${longWord.test(own(item.name)) ? 'longer' : ''}`}>{own(item.name)}</span>{' '}
      <span class="caption money">{t('pricePer', { price: format.money(price), unit: own(item.unit) })}</span>
    </>
  )
  return (
    <li class="item" data-slice-key={item.id} data-out={item.soldOut ? '' : undefined}>
      <Mark item={item} />
      {hasChoices ? (
        <button type="button" class="item-text" aria-expanded={open} onClick={() => setOpen(!open)}>
          {text}{' '}
          <span class="caption item-how">
            {wanted.join(' · ') || t('itemOptions')}
            <IconOpen class="icon" aria-hidden="true" />
          </span>
        </button>
      ) : (
        <div class="item-text">{text}</div>
      )}
      {item.soldOut && <span class="item-out">{t('soldOut')}</span>}
      {ordering === 'here' && (!item.soldOut || picked > 0) && (
        <ItemKeys item={item} options={options} price={price} picked={picked} />
      )}
      <Contents item={item} />
      {hasChoices && open && (
        <fieldset class="item-options" aria-label={spoken} ref={choices}>
          {item.options.map(({ id, name }) => (
            <Button key={id} size="min" word={own(name)} pressed={options.includes(id)} onPress={() => toggle(id)} />
          ))}
        </fieldset>
      )}
    </li>
  )
}

interface ItemKeysProps {
  item: MenuItemView
  options: readonly Id[]
  price: number
  picked: number
}

function ItemKeys({ item, options, price, picked }: ItemKeysProps) {
  const panel = usePanel()
  const { t, format } = useSpeech()
  const { basket } = panel
  const name = useSpokenName(item)
  const line = { item: item.id, options }
  const setQty = (qty: number) => {
    if (isFull(basket.value, line)) panel.notices.say({ text: t('basketFull'), lastsMs: saidMs })
    else basket.value = withQty(basket.value, line, qty)
  }
  // Somebody is picking several things: taps go into the basket until it is ordered or emptied.
  if (basket.value.length > 0) {
    return (
      <Stepper
        label={name}
        value={picked}
        // What is sold out can only be taken out.
        max={item.soldOut ? picked : mostOfOne}
        onChange={setQty}
        words={{ less: t('less'), more: t('oneMore') }}
      />
    )
  }
  const one = [{ ...line, qty: 1 }]
  const ordered = wasJustOrdered(panel, one)
  return (
    <div class="item-keys">
      <Button
        variant="quiet"
        class="item-collect"
        stacked
        icon={IconMore}
        word={t('collect')}
        label={`${t('collect')} ${name}`}
        onPress={() => setQty(1)}
      />
      <Button
        class="item-order"
        stacked
        icon={ordered ? IconDone : undefined}
        word={ordered ? t('orderPlaced') : t('orderNow')}
        label={`${t('orderOne')} ${name} ${format.money(price)}`}
        pressed={ordered}
        busy={ordered}
        onPress={() => placeOrder(panel, 'menu', one, price)}
      >
        {!ordered && <span class="money">{format.money(price)}</span>}
      </Button>
    </div>
  )
}

/** 收藏: a second tap takes it away; mashes are one. */
function Mark({ item }: { item: MenuItemView }) {
  const { id } = item
  const panel = usePanel()
  const name = useSpokenName(item)
  const { t } = useSpeech()
  const { link, visit } = panel
  const on = shownFavourites(visit.value?.favourites, link.pending.value).includes(id)
  return (
    <Button
      class="item-mark"
      variant="quiet"
      size="min"
      stacked
      icon={IconMark}
      word={on ? t('favouriteOn') : t('favourite')}
      label={`${t('favourite')} ${name}`}
      pressed={on}
      onPress={() => {
        if (panel.guard.lets(`favourite ${id}`, mashMs)) void panel.tap({ type: 'MarkFavourite', item: id, on: !on })
      }}
    />
  )
}

/** What a package holds. */
function Contents({ item: { components, hours } }: { item: MenuItemView }) {
  const { t, own } = useSpeech()
  const { itemOf } = useMenu()
  if (components.length === 0 && hours === undefined) return null
  const parts = components.map(({ item, qty }) => {
    const found = itemOf(item)
    return found ? `${own(found.name)}\u00a0×${qty}` : ''
  })
  if (hours !== undefined) parts.push(t('packageHours', { hours }))
  // No line begins with the dot between two, and none ends within one.
  const said = parts.filter(Boolean)
  return (
    <p class="caption item-contents">
      {said.map((part, index) => (
        <>
          <span>{index < said.length - 1 ? `${part}\u00a0·` : part}</span>{' '}
        </>
      ))}
    </p>
  )
}
