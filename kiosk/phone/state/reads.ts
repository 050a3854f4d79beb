/** What its owner reads on this phone, where the house does not speak it: they bring it along to the house. */
import { readsInstead } from '../../../shared/i18n/locale.ts'
import type { WrittenLocale } from '../../../shared/protocol/words.ts'
import type { PhonePage } from './phone-context.ts'

export function readsOf({ words, link }: Pick<PhonePage, 'words' | 'link'>): { readonly language?: WrittenLocale } {
  const reads = words.locale.peek()
  const language = readsInstead(reads, link.view.one('venue')?.locale ?? reads)
  return language === undefined ? {} : { language }
}
