import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { expect, type Page } from 'playwright/test'
import { remember } from '../../kiosk/reader/pairing.ts'
import { second } from './evening.ts'
import { type House, test } from './house.ts'
import { checkInCard, go, signIn } from './pages/console.ts'

const root = join(import.meta.dirname, '../..')
/** One card, once. */
const recording = join(root, 'kiosk/reader/fixtures/em4100-framed-tab.hid')

/** None outlives its journey, however that ends. */
const running = new Set<ChildProcess>()
test.afterEach(() => {
  for (const child of running) child.kill('SIGKILL')
  running.clear()
})

interface Reader {
  /** The card once more. */
  touch(): void
  /** Resolves when its terminal has said so. */
  said(text: string): Promise<void>
  kill(): Promise<void>
}

/** `npm run reader -- --replay FILE --hub …` with the pairing that it remembers in `state`. */
function plugIn({ origin }: House, state: string): Reader {
  const args = ['dist/scripts/reader.js', '--replay', recording, '--hub', origin, '--state', state]
  const child: ChildProcess = spawn(process.execPath, args, { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] })
  running.add(child)
  let terminal = ''
  child.stdout?.on('data', text => {
    terminal += String(text)
  })
  return {
    touch: () => void child.stdin?.write('\n'),
    said: text => expect.poll(() => terminal, { timeout: 15_000 }).toContain(text),
    async kill() {
      const gone = new Promise(done => child.once('exit', done))
      child.kill('SIGKILL')
      await gone
    },
  }
}

const missing = (console: Page) => console.getByRole('article').filter({ hasText: '读卡的电脑断开了' })

test('a reader across the LAN: its card welcomes, it is missed when it is gone, and a touch that came too late is nobody’s', async ({
  house,
}, { outputDir }) => {
  const console = await house.open('d1-manager', { viewport: { width: 1440, height: 900 } })
  await signIn(console, '周经理', '510841')
  const kiosk = await house.open('d1-kiosk', { viewport: { width: 1080, height: 1920 } })
  await expect(kiosk.getByText('请碰一下会员卡')).toBeVisible()
  // The demo's Mr Wang has the card of the recording.
  expect(house.keys.card).toBe('0004340098')
  const arrived = checkInCard(console, '王总').filter({ hasText: '刷卡' })
  const state = join(outputDir, 'reader.json')
  await remember(state, { origin: house.origin, device: 'd1-reader', token: house.keys.tokens['d1-reader'] ?? '' })
  let reader = plugIn(house, state)

  await test.step('its card is read, and the lobby sings', async () => {
    await expect(kiosk.locator('.ceremony .welcome-name')).toContainText('王总')
    await reader.said('Sent')
    await expect(arrived).toHaveCount(1)
  })

  await test.step('it is gone: the lobby has another way at once, the desk hears what to see to', async () => {
    await reader.kill()
    await expect(kiosk.getByText('请扫码或输手机号')).toBeAttached()
    await house.turn(16 * second)
    await expect(missing(console)).toContainText('看那台电脑开着没有，网线插好没有')
  })

  await test.step('it is back, and nobody is alarmed any more', async () => {
    await arrived.getByRole('button', { name: '不用接待' }).click()
    await expect(arrived).toHaveCount(0)
    reader = plugIn(house, state)
    await expect(kiosk.getByText('请碰一下会员卡')).toBeAttached()
    await expect(missing(console)).toHaveCount(0)
    await arrived.getByRole('button', { name: '不用接待' }).click()
    await expect(arrived).toHaveCount(0)
  })

  await test.step('a touch that waited more than 10 s for the hub is said lost, and welcomes nobody', async () => {
    await house.kill()
    await reader.said('The hub is away')
    reader.touch()
    await reader.said('A touch was lost')
    await house.start()
    await expect(kiosk.getByText('请碰一下会员卡')).toBeVisible()
    await expect(arrived).toHaveCount(0)
    await go(console, '设备')
    await expect(console.locator('[data-slice-key="device/d1-reader"]')).toContainText('断线丢了1次刷卡')
  })
})
