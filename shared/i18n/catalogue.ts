/**
 * Which texts a surface has, and how it loads them: common words, its own part, and the refusals in the tone of its
 * readers (guests: kiosk, phone, panel; staff: console, terminal). One dynamic import per part and language, so that a
 * guest's tablet fetches only the language it shows. Keys are flat; a part may not reuse a key of common.
 */
import { assertNever } from '../protocol/assert-never.ts'
import type { Locale, WrittenLocale } from './locale.ts'
import type { Text, Translation } from './message.ts'
import type { common } from './zh-hans/common.ts'
import type { consolePart } from './zh-hans/console.ts'
import type { kiosk } from './zh-hans/kiosk.ts'
import type { panel } from './zh-hans/panel.ts'
import type { paper } from './zh-hans/paper.ts'
import type { phone } from './zh-hans/phone.ts'
import type { guestRefusals, staffRefusals } from './zh-hans/refusals.ts'
import type { setup } from './zh-hans/setup.ts'
import type { terminal } from './zh-hans/terminal.ts'
import type { trust } from './zh-hans/trust.ts'
import type { wall } from './zh-hans/wall.ts'

/** `setup`: the part of the console that is fetched when somebody opens it. */
export type Surface = 'kiosk' | 'phone' | 'panel' | 'console' | 'setup' | 'terminal' | 'wall' | 'trust' | 'paper'

type OwnParts = {
  common: unknown
  kiosk: typeof kiosk & typeof guestRefusals
  phone: typeof phone & typeof guestRefusals
  panel: typeof panel & typeof guestRefusals
  console: typeof consolePart & typeof staffRefusals
  setup: typeof setup & typeof staffRefusals
  terminal: typeof terminal & typeof staffRefusals
  wall: typeof wall & typeof staffRefusals
  trust: typeof trust & typeof staffRefusals
  paper: typeof paper & typeof staffRefusals
}

/** The zh-Hans source a surface is typed by. */
export type Source<S extends Surface | 'common'> = typeof common & OwnParts[S]

/** All texts of one surface in one language. */
export type Catalogue<S extends Surface | 'common'> = Translation<Source<S>>

/** Loads one surface's texts in one language; the pseudo-locale is made from English on the spot. */
export async function loadCatalogue<S extends Surface>(surface: S, locale: Locale): Promise<Catalogue<S>>
export async function loadCatalogue(surface: Surface, locale: Locale): Promise<Record<string, Text>> {
  const written: WrittenLocale = locale === 'pseudo' ? 'en' : locale
  const [shared, own, refused] = await Promise.all([
    loadCommon(written),
    loadOwn(surface, written),
    loadRefusals(surface, written),
  ])
  const texts: Record<string, Text> = { ...refused, ...own, ...shared }
  if (locale !== 'pseudo') return texts
  const { pseudoPart } = await import('./pseudo.ts')
  return pseudoPart(texts)
}

async function loadCommon(locale: WrittenLocale): Promise<Record<string, Text>> {
  switch (locale) {
    case 'zh-Hans':
      return (await import('./zh-hans/common.ts')).common
    case 'zh-Hant':
      return (await import('./zh-hant/common.ts')).common
    case 'en':
      return (await import('./en/common.ts')).common
    default:
      return assertNever(locale)
  }
}

async function loadRefusals(surface: Surface, locale: WrittenLocale): Promise<Record<string, Text>> {
  const part = await refusalsOf(locale)
  return forGuests.includes(surface) ? part.guestRefusals : part.staffRefusals
}

const forGuests: readonly Surface[] = ['kiosk', 'phone', 'panel']

async function refusalsOf(locale: WrittenLocale) {
  switch (locale) {
    case 'zh-Hans':
      return import('./zh-hans/refusals.ts')
    case 'zh-Hant':
      return import('./zh-hant/refusals.ts')
    case 'en':
      return import('./en/refusals.ts')
    default:
      return assertNever(locale)
  }
}

async function loadOwn(surface: Surface, locale: WrittenLocale): Promise<Record<string, Text>> {
  return own[surface][locale]()
}

const own: Record<Surface, Record<WrittenLocale, () => Promise<Record<string, Text>>>> = {
  kiosk: {
    'zh-Hans': async () => (await import('./zh-hans/kiosk.ts')).kiosk,
    'zh-Hant': async () => (await import('./zh-hant/kiosk.ts')).kiosk,
    en: async () => (await import('./en/kiosk.ts')).kiosk,
  },
  phone: {
    'zh-Hans': async () => (await import('./zh-hans/phone.ts')).phone,
    'zh-Hant': async () => (await import('./zh-hant/phone.ts')).phone,
    en: async () => (await import('./en/phone.ts')).phone,
  },
  panel: {
    'zh-Hans': async () => (await import('./zh-hans/panel.ts')).panel,
    'zh-Hant': async () => (await import('./zh-hant/panel.ts')).panel,
    en: async () => (await import('./en/panel.ts')).panel,
  },
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
