/** Looks something up in the menu: by initials, pinyin, characters, English, any part of a name, or what kind of thing it is. Pure. */
import type { MenuItemView } from '../protocol/views/venue.ts'

type Findable = Pick<MenuItemView, 'name' | 'sounds'> & Partial<Pick<MenuItemView, 'soldOut'>>

/** As the menu has them, those that begin as typed first; what is sold out comes last of its kind. */
export function findItems<Item extends Findable>(items: readonly Item[], typed: string): readonly Item[] {
  const needle = folded(typed)
  if (needle === '') return []
  const ranked = items.flatMap(item => {
    const forms = formsOf(item)
    if (!forms.some(form => form.includes(needle))) return []
    const begins = forms.some(form => form.startsWith(needle))
    return [{ item, rank: (begins ? 0 : 2) + (item.soldOut ? 1 : 0) }]
  })
  return ranked.sort((a, b) => a.rank - b.rank).map(({ item }) => item)
}

const formsOf = ({ name: { zhHans, zhHant, en }, sounds = [] }: Findable): readonly string[] => [
  ...[zhHans, zhHant, en].flatMap(name => (name === undefined ? [] : folded(name))),
  ...sounds,
]

/** Half-width, lower case, without spaces and marks: how both sides are compared, as the hub does it with songs. */
const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]+/gu, '')
