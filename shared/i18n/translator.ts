/**
 * `t`, the only way text reaches a screen.
 *
 *   const t = createTranslator('en', await loadCatalogue('panel', 'en'))
 *   t('aboutMinutes', { minutes: 3 })   // parameters are typed from the zh-Hans source
 *   t.locale                            // 'en'
 */

import { intlTag, type Locale } from './locale.ts'
import { fill, type ParamsFor, type Text } from './message.ts'
import type { Catalogue, Source, Surface } from './source.ts'

/** Typed by the source of a surface, e.g. `Translate<'panel'>`; also fits where only common texts are needed. */
export interface Translate<S extends Surface | 'common'> {
  <Key extends keyof Source<S> & string>(key: Key, ...params: ParamsFor<Source<S>[Key]>): string
  readonly locale: Locale
}

/**
 * Binds one language's catalogue of one surface. An unknown key shows as `⟨key⟩` rather than ending the app; a "no" that a page
 * has no words for reads as one that it has.
 */
export function createTranslator<S extends Surface | 'common'>(locale: Locale, catalogue: Catalogue<S>): Translate<S> {
  const texts = new Map<string, Text>(Object.entries<Text>(catalogue))
  const plural = new Intl.PluralRules(intlTag(locale))
  const translate = (key: string, params?: Readonly<Record<string, string | number>>) =>
    fill(
      texts.get(key) ?? ((key.startsWith('refused.') && texts.get('refused.not-allowed')) || `⟨${key}⟩`),
      params,
      plural,
    )
  return Object.assign(translate, { locale })
}
