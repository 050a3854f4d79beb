/** The commands: what each needs first, and what it then runs. */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildWhatIsStale } from './build.mjs'
import { check } from './check.mjs'
import { commandsHelp, startHelp } from './help.mjs'
import { installWhatIsMissing } from './install.mjs'
import { handOver } from './run.mjs'
import { createScreen } from './screen.mjs'
import { test } from './test.mjs'

const root = join(fileURLToPath(import.meta.url), '../../..')

/** Runs one command and sets the exit code. `args` are what follows `scripts/bootstrap.mjs`. */
export async function main(/** @type {string[]} */ [command = 'help', ...args]) {
  const screen = createScreen()
  if (command === 'start' && asksForHelp(args)) {
    screen.say(startHelp)
    return
  }
  switch (command) {
    case 'start':
    case 'simulate':
    case 'venue':
    case 'bench':
    case 'shots':
    case 'insight':
    case 'player':
    case 'printer':
    case 'reader':
    case 'reader-vm':
    case 'tls':
    case 'journal':
    case 'backup':
    case 'restore':
    case 'doctor':
    case 'torn':
    case 'crash':
    case 'powercut':
    case 'loss':
    case 'soak':
      screen.title()
      if (!(await ready(screen))) return fail()
      process.exitCode = await handOver(join(root, `dist/scripts/${command}.js`), args)
      return
    case 'build':
      screen.title()
      if (!(await ready(screen))) return fail()
      return
    case 'check':
      screen.title()
      if (!(await installWhatIsMissing(root, screen)) || (await check(root, screen)).failed > 0) fail()
      return
    case 'test':
      screen.title()
      if (!(await test(root, screen))) fail()
      return
    case 'help':
    case '--help':
    case '-h':
      screen.say(commandsHelp)
      return
    default:
      screen.say(commandsHelp)
      fail()
  }
}

async function ready(/** @type {import('./screen.mjs').Screen} */ screen) {
  return (await installWhatIsMissing(root, screen)) && (await buildWhatIsStale(root, screen))
}

function asksForHelp(/** @type {string[]} */ args) {
  return args.includes('--help') || args.includes('-h')
}

function fail() {
  process.exitCode = 1
}
