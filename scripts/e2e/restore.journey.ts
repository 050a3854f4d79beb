/** The owner puts the house back at a console: a hub under its supervisor, a backup, a room opened since, and all of it gone. */
import { type ChildProcess, fork } from 'node:child_process'
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, expect, type Page, test } from 'playwright/test'
import * as v from 'valibot'
import { connectDevice } from '../lib/device-client.ts'
import { go } from './pages/console.ts'

const root = join(import.meta.dirname, '../..')
const Keys = v.object({
  pins: v.array(v.object({ staff: v.string(), name: v.string(), role: v.string(), pin: v.string() })),
  tokens: v.record(v.string(), v.string()),
})

const Backup = v.object({
  beganAt: v.optional(v.number()),
  made: v.optional(v.object({ bytes: v.number() })),
  restored: v.optional(v.object({ by: v.string() })),
})

async function signInByKeys(page: Page, name: string, pin: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
  await expect(page.getByRole('button', { name: '0', exact: true })).toBeVisible()
  await page.keyboard.type(pin)
  await expect(page.getByRole('navigation', { name: '功能' })).toBeVisible()
}

test('the owner puts the house back: checked, restarted from, and every screen is there again', async ({ browser }) => {
  const house = await startHouse()
  try {
    const owner = house.keys.pins.find(({ role }) => role === 'owner')
    if (!owner) throw new Error('the venue has an owner')
    const [desk, panel, page, bar] = await Promise.all([
      house.playDesk(),
      house.play('d1-panelv06'),
      house.open(browser, 'console', 'd1-manager'),
      house.open(browser, 'console', 'd1-bar'),
    ])
    const backup = () => v.parse(Backup, desk.client.slice('backup'))
    // The day ended while this house was away: its copy is made by itself, and is the only one, of before anybody came.
    await expect.poll(() => backup().beganAt === undefined && backup().made, { timeout: 30_000 }).toBeTruthy()

    await Promise.all([signInByKeys(page, owner.name, owner.pin), desk.open('v06')])
    expect(panel.slice('visit')).toBeDefined()
    await bar.evaluate(() => Object.assign(window, { typedIn: true }))
    // In the middle of a reload there is no window to ask.
    const typedIn = () => bar.evaluate(() => 'typedIn' in window).catch(() => undefined)
    expect(await typedIn()).toBe(true)
    await go(page, '设备')
    await page.getByRole('button', { name: '恢复备份', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog
      .getByRole('button', { name: /每晚自动/ })
      .first()
      .click()
    await expect(dialog).toContainText('都没有了')
    await dialog.getByRole('button', { name: '检查并恢复' }).click()
    await expect(dialog.getByRole('button', { name: '0', exact: true })).toBeVisible()
    await page.keyboard.type(owner.pin)

    // Then nobody was signed in here, and nobody in V06.
    await expect(page.getByRole('group', { name: '谁在值班' })).toBeVisible({ timeout: 30_000 })
    await expect.poll(() => panel.socket.connected && panel.slice('visit') === undefined).toBe(true)
    // Nobody goes on there with a dialog of the house that is gone.
    await expect.poll(typedIn).toBe(false)
    // A copy that the night made is of before this manager signed in.
    await expect.poll(() => desk.client.socket.connected).toBe(true)
    await desk.signIn()
    await expect.poll(() => backup().restored?.by).toBe(owner.staff)
    for (const { close } of [panel, desk.client]) close()
  } finally {
    await house.end()
  }
})

/** The demo venue, and the hub as a venue runs it: its supervisor starts it again. */
async function startHouse() {
  const folder = await mkdtemp(join(tmpdir(), 'changming-restore-'))
  await cp(join(root, '.cache/journeys-venue'), folder, { recursive: true })
  const keys = v.parse(Keys, JSON.parse(await readFile(join(folder, 'secrets/demo.json'), 'utf8')))
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const child = fork(join(root, 'dist/scripts/start.js'), ['--no-simulation'], {
    env: { ...process.env, DATA_DIR: folder, PORT: String(port), LOG_LEVEL: 'error' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  await expect
    .poll(
      () =>
        fetch(`${origin}/healthz`).then(
          ({ ok }) => ok,
          () => false,
        ),
      { timeout: 30_000 },
    )
    .toBe(true)
  const play = (device: string) =>
    connectDevice({ origin, device, token: keys.tokens[device] ?? '', reconnection: true })
  return {
    keys,
    async open(browser: Browser, kind: string, device: string): Promise<Page> {
      const context = await browser.newContext({ locale: 'zh-CN', viewport: { width: 1440, height: 900 } })
      const value = keys.tokens[device] ?? ''
      await context.addCookies([{ name: `cm-${device}`, value, url: origin, httpOnly: true, sameSite: 'Strict' }])
      const page = await context.newPage()
      await page.goto(`${origin}/${kind}/${device}`)
      return page
    },
    play,
    async playDesk() {
      const client = await play('d1-simmanager')
      const manager = keys.pins.find(({ role }) => role === 'manager')
      const tell = async (command: Parameters<typeof client.command>[0]) =>
        expect(await client.command(command, { sure: true })).toMatchObject({ ok: true })
      const signIn = async () => {
        const shown = new Promise<void>(done => client.onView(() => client.slice('backup') && done()))
        await tell({ type: 'SignIn', staff: manager?.staff ?? '', pin: manager?.pin ?? '' })
        await shown
      }
      await signIn()
      const open = async (room: string) => {
        const { roomClass } = v.parse(v.object({ roomClass: v.string() }), client.slice(`room/${room}`))
        await tell({ type: 'OpenVisit', room, tariff: `${roomClass}-timed`, party: 4 })
      }
      return { client, signIn, open }
    },
    async end() {
      await ended(child)
      await rm(folder, { recursive: true, force: true })
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

/** It comes back on the same one. */
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
