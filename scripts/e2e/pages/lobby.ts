/** A finger on the lobby's screen. */
import { expect, type Locator, type Page } from 'playwright/test'

/** The lobby drifts a few pixels in minutes, against burn-in: a key never stands still, and a finger does not mind. */
export async function press(key: Locator): Promise<void> {
  await expect(key).toBeVisible()
  // Pressed without asking whether it stands still, so it is asked here whether anything lies over it.
  await expect.poll(() => key.evaluate(isOnTop), { message: 'the key is covered' }).toBe(true)
  await key.click({ force: true })
}

function isOnTop(element: Element): boolean {
  element.scrollIntoView({ block: 'nearest' })
  const { x, y, width, height } = element.getBoundingClientRect()
  return element.contains(document.elementFromPoint(x + width / 2, y + height / 2))
}

export const key = (kiosk: Page, name: string): Locator => kiosk.getByRole('button', { name, exact: true })

export async function typePhone(kiosk: Page, digits: string): Promise<void> {
  const pad = kiosk.getByRole('group', { name: '手机号签到' })
  for (const digit of digits) await press(pad.getByRole('button', { name: digit, exact: true }))
}
