/** A finger on the lobby's screen. */
import { expect, type Locator, type Page } from 'playwright/test'

/** The lobby drifts a few pixels in minutes, against burn-in: a key never stands still, and a finger does not mind. */
export async function press(key: Locator): Promise<void> {
  await expect(key).toBeVisible()
  await key.click({ force: true })
}

export const key = (kiosk: Page, name: string): Locator => kiosk.getByRole('button', { name, exact: true })

export async function typePhone(kiosk: Page, digits: string): Promise<void> {
  const pad = kiosk.getByRole('group', { name: '手机号签到' })
  for (const digit of digits) await press(pad.getByRole('button', { name: digit, exact: true }))
}
