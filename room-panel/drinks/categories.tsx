/** The parts of the menu, the party's own first. */
import IconSearch from '~icons/lucide/search'
import type { MenuCategoryView } from '../../shared/protocol/views/venue.ts'
import { IconWord } from '../../shared/ui/icon-word.tsx'
import { PageKeys } from '../parts/page-keys.tsx'
import { usePaging } from '../parts/use-paging.ts'
import { useSpeech } from '../state/panel-context.ts'

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
  const { t, own } = useSpeech()
  const paging = usePaging(categories.length, withOffer, withMarked, t.locale)
  const entries = [
    ...(withOffer ? [{ id: forYou, word: t('drinksForYou') }] : []),
    ...(withMarked ? [{ id: marked, word: t('favourites') }] : []),
    ...categories.map(({ id, name }) => ({ id, word: own(name) })),
  ]
  return (
    <nav class="categories" aria-label={t('drinks')}>
      <div class="list" ref={paging.list}>
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
      <PageKeys paging={paging} />
    </nav>
  )
}
