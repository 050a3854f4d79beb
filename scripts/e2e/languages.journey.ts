import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from 'playwright/test'
import { test } from './house.ts'
import { signIn } from './pages/console.ts'
import { press } from './pages/lobby.ts'
import { speak } from './pages/panel.ts'
import { eachScreen } from './pages/screens.ts'
import { openParty } from './party.ts'

const languages = [
  { lang: 'en', name: 'English' },
  { lang: 'zh-Hant', name: '繁體中文' },
  { lang: 'zh-Hans', name: '简体中文' },
] as const

/** Every text is from a catalogue, and nothing keeps anybody out who cannot see or hear or point well. */
async function inspect(page: Page, where: string): Promise<void> {
  await expect
    .soft(page.locator('body'), `${where}: a text without words`)
    .not.toContainText(/⟨|⟩|undefined|NaN|\[object/)
  // What axe looks at (names, roles, contrast) is the same in every language, and takes it seconds a screen; at the panel's
  // it looks in the journey of its screens.
  if (where.startsWith('panel') || !/\b(en|nobody)\b/.test(where)) return
  const { violations } = await new AxeBuilder({ page })
    // The lobby's line fades in and out: its contrast on the way is nobody's to read.
    .exclude('.phrase')
    .analyze()
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect
    .soft(
      grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
      where,
    )
    .toEqual([])
}

test('the lobby speaks three languages, to everybody', async ({ house }) => {
  const kiosk = await house.open('d1-kiosk', { viewport: { width: 1080, height: 1920 } })
  await expect(kiosk.getByText('请碰一下会员卡')).toBeVisible()
  for (const { lang, name } of languages) {
    await press(kiosk.getByRole('button', { name }))
    await expect(kiosk.locator('html')).toHaveAttribute('lang', lang)
    await inspect(kiosk, `lobby ${lang}`)
    await press(kiosk.locator('.home-doors').getByRole('button').first())
    await expect(kiosk.locator('.party-tiles')).toBeVisible()
    await inspect(kiosk, `lobby, how many ${lang}`)
    await press(kiosk.locator('.party-foot').getByRole('button').first())
  }
})

test('the panel speaks three languages, to everybody', async ({ house }) => {
  test.setTimeout(180_000)
  const panel = await openParty(house, 'v06')
  for (const { lang, name } of languages) {
    await speak(panel, name, lang)
    await eachScreen(panel, `panel ${lang}`, where => inspect(panel, where))
  }
})

test('the console speaks three languages, to everybody', async ({ house }) => {
  test.setTimeout(180_000)
  const console = await house.open('d1-manager', { viewport: { width: 1440, height: 900 } })
  await expect(console.getByRole('group', { name: '谁在值班' })).toBeVisible()
  await inspect(console, 'console, nobody')
  await signIn(console, '周经理', '510841')
  for (const { lang, name } of languages) {
    await console.getByRole('button', { name }).click()
    await expect(console.locator('html')).toHaveAttribute('lang', lang)
    await eachScreen(console, `console ${lang}`, where => inspect(console, where))
  }
})

test('the phone page speaks three languages, to everybody', async ({ house, browser }) => {
  const kiosk = await house.play('d1-kiosk')
  await expect.poll(() => kiosk.slice('ticket')).toBeDefined()
  const ticket = kiosk.slice('ticket')
  if (typeof ticket !== 'object' || ticket === null || !('url' in ticket)) throw new Error('the kiosk has no ticket')
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 390, height: 844 } })
  const phone = await context.newPage()
  await phone.goto(house.origin + new URL(String(ticket.url)).pathname)
  await expect(phone.locator('form.enrol')).toBeVisible()
  await expect(phone.locator('html')).toHaveAttribute('lang', 'en')
  for (const { lang, name } of languages) {
    await phone.getByRole('button', { name }).click()
    await expect(phone.locator('html')).toHaveAttribute('lang', lang)
    await inspect(phone, `phone ${lang}`)
  }
  await context.close()
})
