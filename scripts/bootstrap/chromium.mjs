/** Makes sure that there is a Chromium for the journeys. */
import { join } from 'node:path'
import { findChromium } from './find-chromium.mjs'
import { run, runNode } from './run.mjs'

/**
 * The path of a Chromium that starts; undefined where none could be had, and then the words are on the screen.
 * @returns {Promise<string | undefined>}
 */
export async function ensureChromium(/** @type {string} */ root, /** @type {import('./screen.mjs').Screen} */ screen) {
  const found = findChromium()
  if (found) return found

  const step = screen.step('下载 browser', 'Chromium')
  const own = await runNode([join(root, 'node_modules/playwright/cli.js'), 'install', 'chromium'], {
    cwd: root,
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '15000' },
    onText: text => step.progress(`Chromium ${text.match(/\d+%/g)?.at(-1) ?? ''}`),
  })
  const downloaded = findChromium()
  if (downloaded) {
    step.done(downloaded)
    return downloaded
  }

  let said = own.output
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    step.progress('Chromium (apt-get)')
    const quiet = { env: { DEBIAN_FRONTEND: 'noninteractive' } }
    await run('apt-get', ['update'], quiet)
    // Debian has one without windows; Ubuntu has neither in its packages.
    for (const name of ['chromium-headless-shell', 'chromium']) {
      const { output } = await run('apt-get', ['install', '-y', '--no-install-recommends', name], quiet)
      const packaged = findChromium()
      if (packaged) {
        step.done(packaged)
        return packaged
      }
      said += output
    }
  }
  step.fail('Chromium')
  screen.say(
    `${said
      .trim()
      .split('\n')
      .slice(-6)
      .map(line => `    ${line}`)
      .join('\n')}\n${words}`,
  )
  return undefined
}

const words = `
  找不到 Chromium，下载也没有成功。请装一个，再指给我们：
  There is no Chromium, and none could be downloaded. Install one and say where it is:

    sudo apt-get install chromium      (Debian, Ubuntu)
    CHROMIUM_PATH=/path/to/chrome npm test
`
