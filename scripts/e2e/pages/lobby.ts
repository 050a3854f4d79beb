/** A finger on the lobby's screen. */
import { expect, type Locator, type Page } from 'playwright/test'

/** The lobby drifts a few pixels in minutes, against burn-in: a key never stands still, and a finger does not mind. */
export async function press(key: Locator): Promise<void> {
  await expect(key).toBeVisible()
  // Pressed without asking whether it stands still, so it is asked here whether anything lies over it, and whether the
  // screen is still making room for it: a digit that moves on is another digit under the finger.
  await expect
    .poll(
      async () => {
        const before = await key.evaluate(placeOf)
        const after = await key.evaluate(placeOf)
        return after.onTop && Math.hypot(after.x - before.x, after.y - before.y) < driftPx
      },
      { message: 'the key is covered, or still on its way' },
    )
    .toBe(true)
  await key.click({ force: true })
}

/** Between two looks the drift is far less. */
const driftPx = 2

function placeOf(element: Element): { x: number; y: number; onTop: boolean } {
  element.scrollIntoView({ block: 'nearest' })
  const { x, y, width, height } = element.getBoundingClientRect()
  return { x, y, onTop: element.contains(document.elementFromPoint(x + width / 2, y + height / 2)) }
}

export const key = (kiosk: Page, name: string): Locator => kiosk.getByRole('button', { name, exact: true })

export async function typePhone(kiosk: Page, digits: string): Promise<void> {
  const pad = kiosk.getByRole('group', { name: '手机号签到' })
  for (const digit of digits) await press(pad.getByRole('button', { name: digit, exact: true }))
}
