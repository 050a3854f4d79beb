/**
 * The panel's screens on their stage: what axe finds, contrast and keys as they are measured. No hub. What else they may
 * say, in all languages and looks, is measured by `npm run shots -- --all`.
 */
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from 'playwright/test'
import { type Stages, serveStages } from '../lib/serve-stages.ts'
import { inspectPage } from '../shots/inspect-page.ts'
import { panelSizes, panelStates } from '../shots/panel-states.ts'
import { showState } from '../shots/show-state.ts'

let served: Stages

test.beforeAll(async () => {
  served = await serveStages(join(import.meta.dirname, '../..'))
})
test.afterAll(() => served.close())

/** One after the other: a screen says the same to axe in each of them, and which one meets it is left to its place in the list. */
const languages = ['en', 'zh-Hans', 'zh-Hant'] as const
const languageOf = (at: number) => languages[at % languages.length] ?? 'en'

/** One of each kind: `npm test` has minutes, the album hours. */
const chosen = new Set([
  'playlist plain',
  'search found',
  'drinks basket',
  'drinks notes',
  'service full',
  'feedback reasons',
])
const shown = panelStates.filter(({ screen, state }) => chosen.has(`${screen} ${state}`))

async function axe(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

test('nothing of the panel keeps anybody out who sees or points badly', async ({ browser }) => {
  test.setTimeout(180_000)
  const context = await browser.newContext({ reducedMotion: 'reduce' })
  const page = await context.newPage()
  for (const [at, state] of shown.entries()) {
    const { screen, state: name, query } = state
    const lang = languageOf(at)
    await page.setViewportSize(panelSizes[at % 2] ?? panelSizes[0])
    await showState(page, `${served.origin}room-panel/stage/?${query}&lang=${lang}`, state)
    expect.soft([...(await inspectPage(page)), ...(await axe(page))], `${screen}, ${name}, ${lang}`).toEqual([])
  }
  await context.close()
})

test('what is too small, too near, too pale or has no name is found', async ({ page }) => {
  await showState(page, `${served.origin}room-panel/stage/?screen=drinks&lang=en`, {})
  await page.evaluate(() => {
    const spoilt = document.createElement('div')
    spoilt.innerHTML = `<p style="color:#444;background:#222;font-size:16px">pale</p>
      <div style="position:fixed;inset:0 auto auto 0;display:flex;gap:4px;z-index:9">
        <button style="width:40px;height:40px">small</button><button style="width:120px;height:120px"></button></div>`
    document.body.append(spoilt)
  })
  const found = (await inspectPage(page)).join('\n')
  expect(found).toMatch(/contrast \d\.\d+ of 4.5: pale/)
  expect(found).toMatch(/key of \d\.\d mm: small/)
  expect(found).toMatch(/\d\.\d mm between small and/)
  expect((await axe(page)).join('\n')).toContain('button-name')
})
