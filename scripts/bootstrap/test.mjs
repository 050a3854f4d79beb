/** `npm test`: every stage runs even where an earlier one failed, and the last line counts them all. */
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildWhatIsStale } from './build.mjs'
import { check } from './check.mjs'
import { ensureChromium } from './chromium.mjs'
import { installWhatIsMissing } from './install.mjs'
import { add, countJourneys, countUnitTests, lastLine } from './results.mjs'
import { runNode } from './run.mjs'

/** @typedef {import('./check.mjs').Count} Count */

const oneFailed = { passed: 0, failed: 1, skipped: 0 }
const nothing = { passed: 0, failed: 0, skipped: 0 }

/** Answers whether there were tests and all of them passed. */
export async function test(/** @type {string} */ root, /** @type {import('./screen.mjs').Screen} */ screen) {
  const count = add((await installWhatIsMissing(root, screen)) ? await stages(root, screen) : [oneFailed])
  screen.say(`\n${lastLine(count)}`)
  return count.failed === 0 && count.passed > 0
}

/** @returns {Promise<Count[]>} */
async function stages(/** @type {string} */ root, /** @type {import('./screen.mjs').Screen} */ screen) {
  const results = join(root, '.cache/results')
  rmSync(results, { recursive: true, force: true })
  mkdirSync(results, { recursive: true })
  return [
    await attempt(() => check(root, screen)),
    await attempt(async () => ((await buildWhatIsStale(root, screen)) ? nothing : oneFailed)),
    await attempt(() => unitTests(root, screen, results)),
    await attempt(async () => {
      const chromium = await ensureChromium(root, screen)
      return chromium ? journeys(root, screen, results, chromium) : oneFailed
    }),
  ]
}

/** A stage that breaks counts as one failure, and the next ones still run. */
async function attempt(/** @type {() => Promise<Count>} */ stage) {
  try {
    return await stage()
  } catch (error) {
    console.error(error)
    return oneFailed
  }
}

/**
 * @param {string} root
 * @param {import('./screen.mjs').Screen} screen
 * @param {string} results folder of the reports
 */
async function unitTests(root, screen, results) {
  screen.say('\n  单元 unit tests\n')
  const report = join(results, 'unit.json')
  const { code } = await runNode(
    [
      join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { cwd: root, show: true },
  )
  return countUnitTests(report, code)
}

/**
 * @param {string} root
 * @param {import('./screen.mjs').Screen} screen
 * @param {string} results folder of the reports
 * @param {string} chromium path of the program
 */
async function journeys(root, screen, results, chromium) {
  screen.say('\n  全程 journeys\n')
  const report = join(results, 'journeys.json')
  const { code } = await runNode(
    [join(root, 'node_modules/playwright/cli.js'), 'test', '-c', join(root, 'scripts/e2e/playwright.config.ts')],
    { cwd: root, show: true, env: { CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: report } },
  )
  return countJourneys(report, code)
}
