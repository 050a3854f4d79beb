/**
 * Loads a surface's texts, whichever it is: for programs and for staff's pages. One dynamic import per part and language; a
 * guest's page loads by its own loader (`guest-texts.ts`).
 */
import { assertNever } from '../protocol/assert-never.ts'
import { type GuestSurface, loadCommon, type Texts } from './guest-texts.ts'
import { kioskTexts } from './kiosk-texts.ts'
import type { Locale, WrittenLocale } from './locale.ts'
import { panelTexts } from './panel-texts.ts'
import { phoneTexts } from './phone-texts.ts'
import type { Catalogue, Surface } from './source.ts'

/** Loads one surface's texts in one language; the pseudo-locale is made from English on the spot. */
export async function loadCatalogue<S extends Surface>(surface: S, locale: Locale): Promise<Catalogue<S>>
export async function loadCatalogue(surface: Surface, locale: Locale): Promise<Texts> {
  switch (surface) {
    case 'kiosk':
      return kioskTexts(locale)
    case 'phone':
      return phoneTexts(locale)
    case 'panel':
      return panelTexts(locale)
    default:
      return loadForStaff(surface, locale)
  }
}

async function loadForStaff(surface: StaffSurface, locale: Locale): Promise<Texts> {
  const written: WrittenLocale = locale === 'pseudo' ? 'en' : locale
  const [shared, part, refused] = await Promise.all([
    loadCommon(written),
    own[surface][written](),
    loadRefusals(written),
  ])
  const texts: Texts = { ...refused, ...part, ...shared }
  if (locale !== 'pseudo') return texts
  const { pseudoPart } = await import('./pseudo.ts')
  return pseudoPart(texts)
}

type StaffSurface = Exclude<Surface, GuestSurface>

async function loadRefusals(locale: WrittenLocale): Promise<Texts> {
  switch (locale) {
    case 'zh-Hans':
      return (await import('./zh-hans/refusals.ts')).staffRefusals
    case 'zh-Hant':
      return (await import('./zh-hant/refusals.ts')).staffRefusals
    case 'en':
      return (await import('./en/refusals.ts')).staffRefusals
    default:
      return assertNever(locale)
  }
}

const own: Record<StaffSurface, Record<WrittenLocale, () => Promise<Texts>>> = {
  console: {
    'zh-Hans': async () => (await import('./zh-hans/console.ts')).consolePart,
    'zh-Hant': async () => (await import('./zh-hant/console.ts')).consolePart,
    en: async () => (await import('./en/console.ts')).consolePart,
  },
  setup: {
    'zh-Hans': async () => (await import('./zh-hans/setup.ts')).setup,
    'zh-Hant': async () => (await import('./zh-hant/setup.ts')).setup,
    en: async () => (await import('./en/setup.ts')).setup,
  },
  terminal: {
    'zh-Hans': async () => (await import('./zh-hans/terminal.ts')).terminal,
    'zh-Hant': async () => (await import('./zh-hant/terminal.ts')).terminal,
    en: async () => (await import('./en/terminal.ts')).terminal,
  },
  wall: {
    'zh-Hans': async () => (await import('./zh-hans/wall.ts')).wall,
    'zh-Hant': async () => (await import('./zh-hant/wall.ts')).wall,
    en: async () => (await import('./en/wall.ts')).wall,
  },
  trust: {
    'zh-Hans': async () => (await import('./zh-hans/trust.ts')).trust,
    'zh-Hant': async () => (await import('./zh-hant/trust.ts')).trust,
    en: async () => (await import('./en/trust.ts')).trust,
  },
  paper: {
    'zh-Hans': async () => (await import('./zh-hans/paper.ts')).paper,
    'zh-Hant': async () => (await import('./zh-hant/paper.ts')).paper,
    en: async () => (await import('./en/paper.ts')).paper,
  },
}
