/** What the reader program says in its terminal, Chinese and English side by side. Never a number, never a name. */
import { loadCatalogue } from '../../shared/i18n/catalogue.ts'
import { createTranslator, type Translate } from '../../shared/i18n/translator.ts'

type Words = Translate<'terminal'>
export type Say = (text: (t: Words) => string) => void

/** `say(t => t('reader.sent'))` */
export async function createSay(print: (line: string) => void = console.log): Promise<Say> {
  const chinese = createTranslator('zh-Hans', await loadCatalogue('terminal', 'zh-Hans'))
  const english = createTranslator('en', await loadCatalogue('terminal', 'en'))
  return text => print(`  ${text(chinese)}   ${text(english)}`)
}
