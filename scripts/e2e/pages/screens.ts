/** The screens of the panel and of the console, one after the other. */
import { expect, type Page } from 'playwright/test'

/** Its entries by position: their names change with the language. */
export async function eachScreen(page: Page, where: string, visit: (where: string) => Promise<void>): Promise<void> {
  const entries = page.getByRole('navigation').first().getByRole('button')
  const count = await entries.count()
  for (let at = 0; at < count; at++) {
    await entries.nth(at).click()
    await expect(entries.nth(at)).toHaveAttribute('aria-current', 'page')
    await visit(`${where} ${at + 1}`)
  }
}
