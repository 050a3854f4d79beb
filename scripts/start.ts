/** `npm start`: makes the demo venue where there is none, keeps the hub running, and prints the links that open it. */
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { createNodeFiles } from '../hub/files.ts'
import { loadDemoKeys } from './demo/keys.ts'
import { seedDemo } from './demo/seed.ts'
import { createPowerSwitch } from './start/power-switch.ts'
import { printLinks, say } from './start/print.ts'
import { superviseSimulation } from './start/simulation.ts'
import { superviseHub } from './start/supervise.ts'

const folder = resolve(process.env.DATA_DIR ?? 'data')
const simulating = !process.argv.includes('--no-simulation')

const files = createNodeFiles()
await makeDemoIfEmpty()
const keys = await loadDemoKeys(files, folder)
const power = await createPowerSwitch(() => hub.cut())
const simulation = superviseSimulation(folder)
const hub = superviseHub({
  env: { ...process.env, DATA_DIR: folder },
  ready(announced) {
    // After a power cut the surfaces come back by themselves: the links are for the first time only.
    if (announced.starts === 1) printLinks(announced, keys, power.url)
    else say('again', { seconds: announced.seconds })
    if (announced.demo && simulating) simulation.start(announced.origin)
  },
})

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    void Promise.all([simulation.stop(), hub.stop(), power.close()]).then(() => process.exit(0))
  })
}

/** Made beside its place and moved there when it is whole: what was interrupted is made anew. */
async function makeDemoIfEmpty(): Promise<void> {
  if ((await files.list(folder)).length > 0) return
  const making = `${folder}.making`
  await rm(making, { recursive: true, force: true })
  await seedDemo({ files, folder: making, now: Date.now(), progress: (done, of) => say('seeding', { done, of }) })
  await rm(folder, { recursive: true, force: true })
  await mkdir(dirname(folder), { recursive: true })
  await rename(making, folder)
}
