/** What guests order and call for on a panel, and how they see that the hub is away. */
import type { Locator, Page } from 'playwright/test'
import { go } from './panel.ts'

/** One of a thing on the menu, by its category and the beginning of its name. */
export async function order(page: Page, category: string, item: string): Promise<void> {
  await openCategory(page, category)
  await page
    .getByRole('button', { name: `来一份 ${item}` })
    .first()
    .click()
}

export async function openCategory(page: Page, category: string): Promise<void> {
  await go(page, '酒水')
  await page.getByRole('navigation', { name: '酒水' }).getByRole('button', { name: category, exact: true }).click()
}

/** The service's tile: how its call stands, and what can be said about it. */
export const service = (page: Page, name: string): Locator =>
  page.locator('article.tile').filter({ has: page.getByRole('button', { name: new RegExp(`^${name}`) }) })

export const offline = (page: Page): Locator => page.getByText('暂时离线')
