/** Builds the pages and the programs, each only if its sources changed since the last time. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runNode } from './run.mjs'
import { fingerprint } from './stale.mjs'

const always = ['package.json', 'package-lock.json', 'vite.config.ts', 'scripts/build']

const halves = [
  {
    mode: 'web',
    made: ['dist/web'],
    stamp: 'dist/web/.stamp',
    sources: ['shared', 'kiosk/screen', 'kiosk/phone', 'room-panel', 'hub/console', 'hub/trust', 'scripts/wall'],
    except: [],
  },
  {
    mode: 'server',
    made: ['dist/hub', 'dist/scripts', 'dist/chunks'],
    stamp: 'dist/scripts/.stamp',
    sources: ['shared/protocol', 'shared/i18n', 'shared/client', 'hub', 'kiosk/reader', 'scripts'],
    except: ['hub/console', 'hub/trust', 'scripts/wall', 'scripts/bootstrap', 'scripts/bootstrap.mjs', 'scripts/check'],
  },
]

/** What is compiled when it is built is compiled for this one. */
const node = `${process.version} ${process.arch}`

/** Answers whether everything is built; what the compiler said stands below the step if not. */
export async function buildWhatIsStale(
  /** @type {string} */ root,
  /** @type {import('./screen.mjs').Screen} */ screen,
) {
  const stale = halves
    .map(half => ({ ...half, print: `${fingerprint(root, [...always, ...half.sources], half.except)} ${node}` }))
    .filter(({ stamp, print }) => readStamp(join(root, stamp)) !== print)
  if (stale.length === 0) return true

  const names = stale.map(({ mode }) => mode).join(', ')
  const step = screen.step('编译 build', names)
  const failures = (await Promise.all(stale.map(half => build(root, half)))).filter(output => output !== undefined)
  if (failures.length === 0) {
    step.done(names)
    return true
  }
  step.fail(names)
  for (const output of failures) screen.say(output)
  return false
}

/**
 * What the compiler said if it failed.
 * @param {string} root
 * @param {{ mode: string, made: string[], stamp: string, print: string }} half
 */
async function build(root, { mode, made, stamp, print }) {
  // The stamp goes first and comes last: a build that was interrupted counts as none.
  rmSync(join(root, stamp), { force: true })
  for (const path of made) rmSync(join(root, path), { recursive: true, force: true })
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const { code, output } = await runNode([vite, 'build', '--mode', mode, '--logLevel', 'warn'], { cwd: root })
  if (code !== 0) return output
  mkdirSync(join(root, stamp, '..'), { recursive: true })
  writeFileSync(join(root, stamp), print)
  return undefined
}

function readStamp(/** @type {string} */ file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}
