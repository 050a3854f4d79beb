/** What every picture of the README is taken with. */
import type { Browser, Frame, Locator, Page } from 'playwright'
import type { Evening } from './evening.ts'
import type { House } from './house.ts'

export interface Reel {
  readonly house: House
  readonly browser: Browser
  readonly evening: Evening
  /** Where the picture of that name goes; says that it is being taken. */
  file(name: string): string
}

export interface Language {
  /** In file names. */
  readonly tag: string
  /** As the language picker writes it. */
  readonly own: string
  readonly locale: 'zh-Hans' | 'en'
}

export const languages: readonly Language[] = [
  { tag: 'zh', own: '简体中文', locale: 'zh-Hans' },
  { tag: 'en', own: 'English', locale: 'en' },
]

/** A finger on the language's own name; the texts follow when they are fetched. `within`: where the names are. */
export async function speak(page: Page | Frame, { own, locale }: Language, within: Locator): Promise<void> {
  // The lobby drifts against burn-in, and never stands as still as a robot wants it.
  await within.getByRole('button', { name: own, exact: true }).click({ force: true })
  await page.locator(`html[lang="${locale}"]`).waitFor()
}
