/** What a person does at a console: signs in, takes, resolves, pours, opens a room's sheet. */
import { expect, type Locator, type Page } from 'playwright/test'

export async function signIn(page: Page, name: string, pin: string): Promise<void> {
  await page.getByRole('group', { name: '谁在值班' }).getByRole('button', { name, exact: true }).click()
  await typePin(page, pin)
  await expect(page.getByRole('navigation', { name: '功能' })).toBeVisible()
}

/** On a phone, where the way out lies in the menu. */
export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: '菜单' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '退出登录' }).click()
}

export async function typePin(within: Page | Locator, pin: string): Promise<void> {
  for (const digit of pin) await within.getByRole('button', { name: digit, exact: true }).click()
}

export const checkInCard = (page: Page, called: string): Locator =>
  page.getByRole('article').filter({ hasText: `${called} 到店` })

/** Somebody whom nothing is proposed to before they were looked at: the first free room there is. */
export async function seat(card: Locator): Promise<void> {
  await card.getByRole('group', { name: '换房' }).getByRole('button').first().click()
  await card.getByRole('button', { name: /^确认入座/ }).click()
}

export const requestRow = (page: Page, room: string, what: string): Locator =>
  page.getByRole('article').filter({ hasText: room }).filter({ hasText: what })

export async function go(page: Page, screen: string): Promise<void> {
  await page.getByRole('navigation', { name: '功能' }).getByRole('button', { name: screen }).click()
}

export const column = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true })
export const ticket = (page: Page, columnName: string, room: string): Locator =>
  column(page, columnName).getByRole('article').filter({ hasText: room })
