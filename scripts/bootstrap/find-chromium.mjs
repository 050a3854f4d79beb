/** Finds a Chromium that starts: the one named, the system's, then Playwright's own. */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'

/** The one without windows first: it does the same on three quarters of the work. */
const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]

/** The path of the program, or undefined. `CHROMIUM_PATH` comes first. @returns {string | undefined} */
export function findChromium(env = process.env) {
  const onPath = (env.PATH ?? '').split(delimiter).flatMap(folder => names.map(name => join(folder, name)))
  return [env.CHROMIUM_PATH ?? '', ...onPath, ...places, playwrights()].find(path => path !== '' && starts(path))
}

/** Where Playwright would put its own; it may not be there. */
function playwrights() {
  try {
    const { chromium } = createRequire(import.meta.url)('playwright')
    return String(chromium.executablePath())
  } catch {
    // Not installed yet: then there is none.
    return ''
  }
}

/** Some systems ship a script of that name which only asks to install; others lack a library that it needs. */
function starts(/** @type {string} */ path) {
  if (!existsSync(path)) return false
  // Chrome for Windows opens a window when asked for its version.
  if (process.platform === 'win32') return true
  try {
    return /\d+\.\d+/.test(
      execFileSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000, stdio: ['ignore', 'pipe', 'ignore'] }),
    )
  } catch {
    return false
  }
}
