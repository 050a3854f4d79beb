/** The parts of the menu, the party's own first. */
import IconSearch from '~icons/lucide/search'
import type { MenuCategoryView } from '../../shared/protocol/views/venue.ts'
import { IconWord } from '../../shared/ui/icon-word.tsx'
import { MoreKey } from '../parts/more-key.tsx'
import { PageKeys } from '../parts/page-keys.tsx'
import { usePaging } from '../parts/use-paging.ts'
import { useTurnedRow } from '../parts/use-turned-row.ts'
import { usePanel, useSpeech } from '../state/panel-context.ts'
import './categories.css'

/** Stands beside the categories' ids, none of which has a capital first letter. */
export const forYou = 'For you'
export const marked = 'Marked'

export interface CategoriesProps {
  categories: readonly MenuCategoryView[]
  withOffer: boolean
  withMarked: boolean
  current: string
  onChoose: (id: string) => void
  onSearch: () => void
}

export function Categories({ categories, withOffer, withMarked, current, onChoose, onSearch }: CategoriesProps) {
  const { comfort } = usePanel()
  const { t, own } = useSpeech()
  const changes = [categories.length, withOffer, withMarked, t.locale, comfort.large.value]
  const paging = usePaging(...changes)
  // Upright and in large type they are one row, which leaves the drinks their place.
  const { row, longer, turn } = useTurnedRow(...changes)
  const list = (element: HTMLDivElement | null) => {
    paging.list.current = element
    row.current = element
  }
  const entries = [
    ...(withOffer ? [{ id: forYou, word: t('drinksForYou') }] : []),
    ...(withMarked ? [{ id: marked, word: t('favourites') }] : []),
    ...categories.map(({ id, name }) => ({ id, word: own(name) })),
  ]
  return (
    <nav class="categories" aria-label={t('drinks')}>
      <div class="list turned-row" data-longer={longer ? '' : undefined} ref={list}>
        <button type="button" class="category" onClick={onSearch}>
          <IconWord icon={IconSearch} word={t('drinkSearch')} />
        </button>
        {entries.map(({ id, word }) => (
          <button
            key={id}
            type="button"
            class="category"
            aria-current={id === current ? 'true' : undefined}
            onClick={() => onChoose(id)}
          >
            {word}
          </button>
        ))}
      </div>
      {longer && <MoreKey onPress={turn} />}
      <PageKeys paging={paging} />
    </nav>
  )
}
