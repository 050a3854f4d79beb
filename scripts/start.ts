/** `npm start`: makes the demo venue where there is none, keeps the hub running, and prints the links that open it. */
import { resolve } from 'node:path'
import { createNodeFiles } from '../hub/system/files.ts'
import { tlsPaths } from '../hub/tls/certificates.ts'
import { loadDemoKeys } from './demo/keys.ts'
import { seedDemo } from './demo/seed.ts'
import { isTaken, makeWhole } from './lib/make-whole.ts'
import { createPowerSwitch } from './start/power-switch.ts'
import { linkLines, say } from './start/print.ts'
import { superviseSimulation } from './start/simulation.ts'
import { superviseHub } from './start/supervise.ts'

const { DATA_DIR: named = 'data' } = process.env
const folder = resolve(named)
const simulating = !process.argv.includes('--no-simulation')

const files = createNodeFiles()
await makeDemoIfEmpty()
const keys = await loadDemoKeys(files, folder)
const power = await createPowerSwitch(() => hub.cut())
const simulation = superviseSimulation(folder, tlsPaths(folder).root)
const hub = superviseHub({
  env: { ...process.env, DATA_DIR: folder },
  ready(announced) {
    // After a power cut the surfaces come back by themselves: the links are for the first time only.
    if (announced.starts === 1) console.log(linkLines(announced, keys, power.url).join('\n'))
    else say('again', { seconds: announced.seconds })
    if (announced.demo && simulating) simulation.start(announced.origin)
  },
})

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    void Promise.all([simulation.stop(), hub.stop(), power.close()]).then(() => process.exit(0))
  })
}

async function makeDemoIfEmpty(): Promise<void> {
  if (await isTaken(files, folder)) return
  const progress = (done: number, of: number) => say('seeding', { done, of })
  await makeWhole(files, folder, inside => seedDemo({ files, folder: inside, now: Date.now(), progress }))
  say('demoMade', { folder: named })
}
