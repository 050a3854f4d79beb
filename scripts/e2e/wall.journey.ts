/** The first minute of a newcomer: `npm start` in an empty folder, the link that it prints, and every hand of the wall. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type FrameLocator, type Page, test } from 'playwright/test'

const root = join(import.meta.dirname, '../..')

test.use({ locale: 'zh-CN', viewport: { width: 1920, height: 1080 } })

test('the wall: card, room, round, complaint, power cut, in the order in which it offers them', async ({
  page,
  browser,
}) => {
  test.setTimeout(240_000)
  const started = await startEmpty()
  try {
    const link = await started.said(/https?:\S+\/wall#\S+/)
    await page.goto(link)
    const kiosk = screen(page, 'kiosk')
    const panel = screen(page, 'panel')
    const manager = screen(page, 'd1-manager')
    const bar = screen(page, 'd1-bar')
    // Five pages at once, on a hub that has just come up.
    await expect(manager.getByRole('navigation', { name: '功能' })).toBeVisible({ timeout: 60_000 })
    await expect(kiosk.getByText('请碰一下会员卡')).toBeVisible({ timeout: 60_000 })

    await page.getByRole('button', { name: '刷王总的卡' }).click()
    await expect(kiosk.locator('.ceremony')).toContainText('王总')
    await manager
      .getByRole('article')
      .filter({ hasText: '王总 到店' })
      .getByRole('button', { name: '确认入座 V08' })
      .click()
    await expect(panel.getByText('王总').first()).toBeVisible()

    const tickets = bar
      .getByRole('region', { name: '新单', exact: true })
      .getByRole('article')
      .filter({ hasText: 'V08' })
    await panel.getByRole('button', { name: '开始' }).press('Enter')
    await panel.getByRole('navigation', { name: '页面' }).getByRole('button', { name: '酒水' }).click()
    await panel
      .getByRole('region', { name: '老样子' })
      .getByRole('button', { name: /^老样子 ¥/ })
      .click()
    await expect(tickets).toContainText(['芝华士'])

    await page.getByRole('button', { name: '投诉话筒' }).click()
    const call = manager.getByRole('article').filter({ hasText: 'V08' }).filter({ hasText: '话筒音响' })
    await call.getByRole('button', { name: '接单' }).click()
    await expect(panel.locator('.complaint-card')).toContainText('马上来')

    await page.getByRole('button', { name: '断电' }).click()
    await started.said(/power cut/)
    await panel.getByRole('button', { name: /^冰块/ }).click()
    await started.said(/up again after/)
    const ice = manager.getByRole('article').filter({ hasText: 'V08' }).filter({ hasText: '冰块' })
    await expect(ice).toHaveCount(1)
    await expect(tickets).toHaveCount(1)
    await expect(panel.locator('.complaint-card')).toContainText('马上来')
    await expect(page.getByText('都连回来了，什么都没丢')).toBeVisible({ timeout: 30_000 })

    // In another language the same four pages, which need no secret again.
    const refused: string[] = []
    page.on('response', answer => answer.status() >= 400 && refused.push(answer.url()))
    await page.getByRole('button', { name: 'English' }).first().click()
    await expect(kiosk.getByText('Touch your card')).toBeVisible({ timeout: 30_000 })
    await expect(manager.getByRole('navigation', { name: 'Screens' })).toBeVisible({ timeout: 30_000 })
    expect(refused).toEqual([])

    // Opened once more, elsewhere, it says what to do instead of four screens that ask to be paired.
    const elsewhere = await browser.newPage({ locale: 'zh-CN' })
    await elsewhere.goto(link)
    await expect(elsewhere.getByText('再运行 npm start')).toBeVisible({ timeout: 30_000 })
    await elsewhere.close()
  } finally {
    await started.end()
  }
})

const screen = (page: Page, part: string): FrameLocator => page.frameLocator(`iframe[src*="${part}"]`)

interface Started {
  /** Waits until the terminal shows it; answers what matched. */
  said(pattern: RegExp): Promise<string>
  end(): Promise<void>
}

/** As `npm start` does after installing and building: the demo is made, the hub runs under its supervisor. */
async function startEmpty(): Promise<Started> {
  const home = await mkdtemp(join(tmpdir(), 'changming wall '))
  const child = spawn(process.execPath, [join(root, 'dist/scripts/start.js'), '--no-simulation'], {
    env: { ...process.env, DATA_DIR: join(home, 'data'), PORT: String(await freePort()) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const waiting = new Set<() => void>()
  let text = ''
  child.stdout.setEncoding('utf8').on('data', (more: string) => {
    text += more
    for (const look of waiting) look()
  })
  return {
    said: pattern =>
      new Promise(found => {
        const look = () => {
          const [match] = pattern.exec(text) ?? []
          if (match === undefined) return
          waiting.delete(look)
          found(match)
        }
        waiting.add(look)
        look()
      }),
    async end() {
      await ended(child)
      await rm(home, { recursive: true, force: true })
    },
  }
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise(gone => {
    child.once('exit', () => gone())
    child.kill('SIGTERM')
  })
}

/** The hub comes back on the port that the wall knows, so it is chosen before. */
function freePort(): Promise<number> {
  return new Promise((chosen, failed) => {
    const server = createServer()
    server.once('error', failed)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => chosen(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
