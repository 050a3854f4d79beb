/** Which of a machine's own voices speaks a language. Never one that sends the words out of the house to be read. */
import type { Locale } from '../../../shared/i18n/locale.ts'

export type MachineVoice = Pick<SpeechSynthesisVoice, 'name' | 'lang' | 'voiceURI' | 'localService' | 'default'>

/** Best first, as machines name them: of whoever reads that script, and of their neighbours. */
const tags: Readonly<Record<Locale, { readonly near: readonly string[]; readonly far: readonly string[] }>> = {
  'zh-Hans': {
    near: ['zh-cn', 'zh-hans', 'cmn-cn', 'cmn-hans', 'cmn', 'zh', 'zh-sg'],
    far: ['zh-tw', 'zh-hant', 'cmn-tw', 'cmn-hant', 'zh-hk', 'yue'],
  },
  'zh-Hant': {
    near: ['zh-tw', 'cmn-tw', 'zh-hant', 'cmn-hant', 'zh-hk', 'yue'],
    far: ['cmn', 'zh', 'zh-cn', 'cmn-cn', 'zh-hans', 'cmn-hans'],
  },
  en: { near: ['en-gb', 'en-us', 'en'], far: [] },
  pseudo: { near: ['en-gb', 'en-us', 'en'], far: [] },
}

/** `browser`: the languages this browser asks for: 香港 reads 繁體 in its own tongue. */
export function fittingVoice<V extends MachineVoice>(
  voices: readonly V[],
  locale: Locale,
  browser: readonly string[] = [],
): V | undefined {
  const families = locale.startsWith('zh') ? ['zh', 'cmn', 'yue'] : ['en']
  const { near, far } = tags[locale]
  const wanted = [...browser.map(plain).filter(tag => near.includes(tag)), ...near, ...far]
  const rank = (tag: string) => {
    const at = wanted.findIndex(one => tag === one || (one.includes('-') && tag.startsWith(`${one}-`)))
    return at < 0 ? wanted.length : at
  }
  return voices
    .filter(({ lang, localService }) => localService && isOf(plain(lang), families))
    .sort(
      (one, other) => rank(plain(one.lang)) - rank(plain(other.lang)) || Number(other.default) - Number(one.default),
    )
    .at(0)
}

/** Some write `zh_CN`. */
const plain = (tag: string): string => tag.toLowerCase().replaceAll('_', '-')

/** What is made for Latin letters cannot read ours. */
const isOf = (tag: string, families: readonly string[]): boolean =>
  families.includes(tag.split('-')[0] ?? '') && !tag.includes('-latn')
