/** Things of a price list that bear one name and are sold by different units: 青岛纯生 by the dozen and by the half. */
import type { LocalizedText } from './primitives.ts'

interface Sold {
  readonly name: LocalizedText
  readonly unit: LocalizedText
}

/** Its name, with its unit where another one of the list is called the same: who brings it goes by nothing else. */
export function toldApart({ name, unit }: Sold, list: readonly Sold[]): LocalizedText {
  return sharedNames(list).has(name.zhHans) ? withUnit({ name, unit }) : name
}

/** For who brings it: 半打 is six. */
export function withUnit({ name, unit }: Sold): LocalizedText {
  const both = (locale: 'zhHant' | 'en') => `${name[locale] || name.zhHans} · ${unit[locale] || unit.zhHans}`
  return { zhHans: `${name.zhHans} · ${unit.zhHans}`, zhHant: both('zhHant'), en: both('en') }
}

const known = new WeakMap<readonly Sold[], ReadonlySet<string>>()

/** Of each list once: it is replaced and never changed. */
function sharedNames(list: readonly Sold[]): ReadonlySet<string> {
  const found = known.get(list) ?? namesTwice(list)
  known.set(list, found)
  return found
}

function namesTwice(list: readonly Sold[]): ReadonlySet<string> {
  const once = new Set<string>()
  const twice = new Set<string>()
  for (const { name } of list) (once.has(name.zhHans) ? twice : once).add(name.zhHans)
  return twice
}
