/** 酒水: the house's offer for this party first, the menu by category, what was ordered; the price before every tap. */
import { useState } from 'preact/hooks'
import { EmptyState } from '../../shared/ui/empty-state.tsx'
import { PageKeys } from '../parts/page-keys.tsx'
import { usePaging } from '../parts/use-paging.ts'
import { useMenu } from '../parts/use-slices.ts'
import { usePanel, useSpeech } from '../state/panel-context.ts'
import { Categories, forYou, marked } from './categories.tsx'
import { DrinkSearch } from './drink-search.tsx'
import { DrinksFoot } from './drinks-foot.tsx'
import './drinks-screen.css'
import { ForYou } from './for-you.tsx'
import { GiftNote } from './gift-note.tsx'
import { ItemRow } from './item-row.tsx'
import { orderingOf } from './order-rule.ts'
import { shownFavourites } from './shown-favourites.ts'
import { lastRound, shownOrders } from './shown-orders.ts'

export function DrinksScreen() {
  const panel = usePanel()
  const { t, own } = useSpeech()
  const { itemOf, minute } = useMenu()
  const { link, visit } = panel
  const categories = [...link.view.all('category')].sort((a, b) => a.order - b.order)
  const items = link.view.all('item').filter(({ retired }) => !retired)
  const usual = link.view.one('usual')?.items ?? []
  const favourites = shownFavourites(visit.value?.favourites, link.pending.value).filter(id => itemOf(id))
  const orders = shownOrders(link.view.all('order'), link.pending.value, visit.value?.totals)
  const again = lastRound(link.view.all('order'), item => itemOf(item)?.soldOut === false)
  const hasOffer = usual.length > 0 || again.length > 0 || orders.length > 0
  // Chosen for the guests when they come in, and by them from then on: a first order does not turn the page.
  const [chosen, choose] = useState(hasOffer ? forYou : categories[0]?.id)
  const [searching, setSearching] = useState(false)
  const listed = chosen === marked || categories.some(({ id }) => id === chosen)
  const current = listed && chosen !== undefined ? chosen : forYou
  const shown =
    current === marked
      ? favourites.flatMap(id => link.view.get('item', id) ?? [])
      : items.filter(({ category }) => category === current)
  const paging = usePaging(current, shown.length, orders.length, again.length)
  const ordering = orderingOf(visit.value)
  if (searching) return <DrinkSearch ordering={ordering} onClose={() => setSearching(false)} />
  return (
    <div class="screen drinks">
      <Categories
        categories={categories}
        withOffer={hasOffer}
        withMarked={favourites.length > 0 || current === marked}
        current={current}
        onChoose={choose}
        onSearch={() => setSearching(true)}
      />
      <section class="drinks-shown">
        <div class="drinks-top">
          <h2 class="drinks-title">
            {current === forYou && t('drinksForYou')}
            {current === marked && t('favourites')}
            {categories.filter(({ id }) => id === current).map(one => own(one.name))}
          </h2>
          <GiftNote orders={orders} />
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys too */}
        <div class="list" ref={paging.list} key={current} tabIndex={0}>
          {current === forYou ? (
            <ForYou usual={usual} again={again} orders={orders} ordering={ordering} />
          ) : (
            <ol class="rows">
              {shown.map(item => (
                <ItemRow key={item.id} item={item} minute={minute} ordering={ordering} />
              ))}
            </ol>
          )}
          {current !== forYou && shown.length === 0 && (
            <EmptyState title={t('nothingHere')} hint={current === marked ? t('favouritesHint') : undefined} />
          )}
        </div>
      </section>
      <DrinksFoot ordering={ordering} spend />
      <PageKeys paging={paging} />
    </div>
  )
}
