/** Counts tests from the JSON reports of the runners. A runner that ended badly without a failed test counts as one. */
import { existsSync, readFileSync } from 'node:fs'

/** @typedef {import('./check.mjs').Count} Count */

/**
 * @param {string} file report of vitest's json reporter
 * @param {number} code exit code of the runner
 * @returns {Count}
 */
export function countUnitTests(file, code) {
  const report = read(file)
  return settle(
    {
      passed: number(report.numPassedTests),
      failed: number(report.numFailedTests),
      skipped: number(report.numPendingTests) + number(report.numTodoTests),
    },
    code,
  )
}

/**
 * @param {string} file report of Playwright's json reporter
 * @param {number} code exit code of the runner
 * @returns {Count}
 */
export function countJourneys(file, code) {
  const { stats = {} } = read(file)
  return settle(
    // A journey that passed only at the second try did not pass.
    {
      passed: number(stats.expected),
      failed: number(stats.unexpected) + number(stats.flaky),
      skipped: number(stats.skipped),
    },
    code,
  )
}

/** @returns {Count} */
export function add(/** @type {readonly Count[]} */ counts) {
  return counts.reduce(
    (sum, { passed, failed, skipped }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      skipped: sum.skipped + skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  )
}

/** The last line of `npm test`. */
export function lastLine(/** @type {Count} */ { passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/** @returns {Count} */
function settle(/** @type {Count} */ count, /** @type {number} */ code) {
  const silent = code !== 0 && count.failed === 0
  return silent ? { ...count, failed: 1 } : count
}

function read(/** @type {string} */ file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
}

function number(/** @type {unknown} */ value) {
  return typeof value === 'number' ? value : 0
}
