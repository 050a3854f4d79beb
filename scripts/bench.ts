/** `npm run bench`: measures the product as it is built, and shows every figure beside what it is measured against. */
import { argv } from 'node:process'
import { bench } from './bench/bench.ts'
import { runEvening } from './bench/evening/run-evening.ts'
import { help, readOptions } from './bench/options.ts'
import { runRelay } from './bench/relay.ts'
import { runClients } from './bench/taps/clients.ts'

// The bench starts this program again for what must not share a process with the rest.
const [, , role, ...args] = argv
if (role === 'clients') runClients()
else if (role === 'relay') runRelay(args)
else if (role === 'evening') runEvening()
else await main()

async function main(): Promise<void> {
  try {
    const options = readOptions(argv.slice(2))
    if (options.help) console.log(help)
    else await bench(options)
  } catch (error) {
    console.error(`\n  ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    process.exitCode = 1
  }
}
