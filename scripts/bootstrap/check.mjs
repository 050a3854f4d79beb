/** Types, lint and import rules, side by side; each counts as one test. */
import { join } from 'node:path'
import { runNode } from './run.mjs'

const checks = [
  { label: '类型 types', args: ['node_modules/typescript/bin/tsc', '-b', '--pretty', 'false'] },
  {
    label: '规范 lint',
    args: ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '--max-diagnostics=50', '.'],
  },
  { label: '方向 imports', args: ['scripts/check/imports.mjs'] },
]

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

/** @returns {Promise<Count>} */
export async function check(/** @type {string} */ root, /** @type {import('./screen.mjs').Screen} */ screen) {
  const count = { passed: 0, failed: 0, skipped: 0 }
  const running = checks.map(async ({ label, args }) => {
    const { code, output } = await runNode(
      args.map((arg, i) => (i === 0 ? join(root, arg) : arg)),
      { cwd: root },
    )
    return { label, code, output }
  })
  for (const [i, { label }] of checks.entries()) {
    const step = screen.step(label)
    const ended = await running[i]
    if (ended?.code === 0) {
      count.passed += 1
      step.done(lastLine(ended.output))
    } else {
      count.failed += 1
      step.fail('')
      screen.say(ended?.output ?? '')
    }
  }
  return count
}

/** The sum that a checker ends with, if it says one. */
function lastLine(/** @type {string} */ output) {
  return output.trim().split('\n').at(-1) ?? ''
}
