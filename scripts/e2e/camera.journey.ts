/** A member's code held before the kiosk's camera: the one that Chromium plays from a film. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'playwright/test'
import { create } from 'qrcode'
import * as v from 'valibot'
import { chromiumOptions } from '../bootstrap/chromium-options.mjs'
import { second } from './evening.ts'
import { test as inHouse } from './house.ts'
import { checkInCard, go, signIn } from './pages/console.ts'
import { key, press } from './pages/lobby.ts'

const root = join(import.meta.dirname, '../..')

/** A browser whose camera sees the demo member's code, and never anything else. */
const test = inHouse.extend<object, { launchOptions: object }>({
  launchOptions: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern.
    async ({}, use) => {
      const keys: unknown = JSON.parse(await readFile(join(root, '.cache/journeys-venue/secrets/demo.json'), 'utf8'))
      const { code } = v.parse(v.object({ code: v.string() }), keys)
      const film = join(root, '.cache/journeys-camera/code.y4m')
      await mkdir(join(root, '.cache/journeys-camera'), { recursive: true })
      await writeFile(film, filmOf(code))
      const { args, ...options } = chromiumOptions()
      const camera = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream']
      await use({ ...options, args: [...args, ...camera, `--use-file-for-fake-video-capture=${film}`] })
    },
    { scope: 'worker' },
  ],
})

test('a code before the camera checks its member in, once, however long it is held there', async ({ house }) => {
  test.setTimeout(180_000)
  const manager = await house.open('d1-manager', { viewport: { width: 1440, height: 900 } })
  await signIn(manager, '周经理', '510841')
  const kiosk = await house.open('d1-kiosk', { viewport: { width: 1080, height: 1920 } })
  await expect(kiosk.getByText('请碰一下会员卡')).toBeVisible()
  await expect(kiosk.locator('.camera')).toHaveCount(0)

  await go(manager, '设备')
  await manager.getByRole('button', { name: '打开摄像头' }).click()
  await expect(manager.getByText('在看会员码')).toBeVisible({ timeout: 60_000 })
  await press(key(kiosk, '2位'))
  await expect(kiosk.getByText(/^请稍等/)).toBeVisible()
  await go(manager, '现场')
  const cards = checkInCard(manager, '')
  await expect(cards).toHaveCount(1)
  await expect(cards).toContainText('先看人，再称呼')

  await house.turn(31 * second)
  await expect(kiosk.getByText('把会员码对准摄像头')).toBeVisible()
  await expect(kiosk.locator('.camera video')).toHaveJSProperty('paused', false)
  await expect(cards).toHaveCount(1)
})

const size = { width: 640, height: 480 }
const quietModules = 6

/** Two frames of the code, black on white, as YUV4MPEG2. */
function filmOf(text: string): Buffer {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const scale = Math.floor(size.height / (modules.size + 2 * quietModules))
  const left = Math.floor((size.width - modules.size * scale) / 2)
  const top = Math.floor((size.height - modules.size * scale) / 2)
  const light = Buffer.alloc(size.width * size.height, 235)
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (!modules.get(row, column)) continue
      for (let y = 0; y < scale; y += 1) {
        const from = (top + row * scale + y) * size.width + left + column * scale
        light.fill(16, from, from + scale)
      }
    }
  }
  const frame = Buffer.concat([Buffer.from('FRAME\n'), light, Buffer.alloc((size.width * size.height) / 2, 128)])
  const head = Buffer.from(`YUV4MPEG2 W${size.width} H${size.height} F10:1 Ip A1:1 C420jpeg\n`)
  return Buffer.concat([head, frame, frame])
}
