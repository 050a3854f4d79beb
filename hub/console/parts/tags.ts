/** Tastes and taboos are kept by the tags of the menu, or in somebody's own words: both ways between ids and words. */
import type { House } from '../state/house.ts'

export function tagWord(house: House, kept: string): string {
  const tag = house.link.get('tag', kept)
  return tag ? house.speech.value.own(tag.name) : kept
}

/** What was typed, as it is kept: the tag that is called so, in any language, else the word itself. */
export function keptTag(house: House, typed: string): string {
  const plain = typed.toLowerCase()
  const tag = house.link
    .all('tag')
    .find(({ name }) => [name.zhHans, name.zhHant, name.en].some(word => word?.toLowerCase() === plain))
  return tag?.id ?? typed
}
