/** `npm start`: makes the demo venue where there is none, keeps the hub running, and prints the links that open it. */
import { readdir, rename, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { createNodeFiles } from '../hub/files.ts'
import { tlsPaths } from '../hub/tls/certificates.ts'
import { loadDemoKeys } from './demo/keys.ts'
import { seedDemo } from './demo/seed.ts'
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

/**
 * Made in a folder of its own inside the data folder, which may be a mount or a link, and moved up when it is whole. While
 * that folder is there no hub has started yet: what was interrupted is made anew.
 */
async function makeDemoIfEmpty(): Promise<void> {
  const making = join(folder, 'making')
  const found = (await files.list(folder)).filter(name => name !== 'lost+found' && !name.startsWith('.'))
  if (found.length > 0 && !found.includes('making')) return
  for (const name of found) await rm(join(folder, name), { recursive: true })
  await files.makeFolder(folder)
  await seedDemo({ files, folder: making, now: Date.now(), progress: (done, of) => say('seeding', { done, of }) })
  for (const name of await readdir(making)) await rename(join(making, name), join(folder, name))
  await rm(making, { recursive: true })
  say('demoMade', { folder: named })
}
