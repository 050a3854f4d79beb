/** Types, lint and import rules, each of which counts as one test. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runNode } from './run.mjs'
import { fingerprint } from './stale.mjs'

const checks = [
  { label: '类型 types', program: 'node_modules/typescript/bin/tsc', args: ['-b', '--pretty', 'false'] },
  {
    label: '规范 lint',
    program: 'node_modules/@biomejs/biome/bin/biome',
    args: ['check', '--error-on-warnings', '--max-diagnostics=50', '.'],
  },
  { label: '方向 imports', program: 'scripts/check/imports.mjs', args: [] },
]

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

/** @returns {Promise<Count>} */
export async function check(/** @type {string} */ root, /** @type {import('./screen.mjs').Screen} */ screen) {
  const count = { passed: 0, failed: 0, skipped: 0 }
  forgetTypesOfOtherSettings(root)
  for (const { label, program, args } of checks) {
    const step = screen.step(label)
    const { code, output } = await runNode([join(root, program), ...args], { cwd: root })
    if (code === 0) {
      count.passed += 1
      step.done(lastLine(output))
    } else {
      count.failed += 1
      step.fail('')
      screen.say(output)
    }
  }
  return count
}

/** The sum that a checker ends with, if it says one. */
function lastLine(/** @type {string} */ output) {
  return output.trim().split('\n').at(-1) ?? ''
}

/** An incremental type check repeats old errors, or misses new ones, after its settings or packages changed. */
function forgetTypesOfOtherSettings(/** @type {string} */ root) {
  const parts = readFileSync(join(root, 'tsconfig.json'), 'utf8').matchAll(/"path": "([^"]+)"/g)
  const bases = readdirSync(root).filter(name => /^tsconfig.*\.json$/.test(name))
  const print = fingerprint(root, [...bases, ...[...parts].map(([, path]) => path ?? ''), 'package-lock.json'])
  const cache = join(root, '.cache/types')
  const stamp = join(cache, '.stamp')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === print) return
  rmSync(cache, { recursive: true, force: true })
  mkdirSync(cache, { recursive: true })
  writeFileSync(stamp, print)
}
