/** `npm run doctor`: whether this machine and this house are fit for the evening, and what to do where they are not. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { createNodeFiles } from '../hub/files.ts'
import { readBackupOptions } from './backup/options.ts'
import { judgeDisk, measureDisk } from './doctor/disk.ts'
import { type Finding, good } from './doctor/finding.ts'
import { lookAtHouse } from './doctor/house.ts'
import { judgeMachine, lookAtMachine } from './doctor/machine.ts'
import { lookAtNetwork } from './doctor/network.ts'
import { judgePages } from './doctor/pages.ts'
import { findReaders, judgeReaders } from './doctor/readers.ts'
import { help, printed, verdict } from './doctor/words.ts'

const { values } = parseArgs({
  options: {
    help: { type: 'boolean', short: 'h', default: false },
    data: { type: 'string', default: process.env.DATA_DIR ?? 'data' },
  },
})

if (values.help) console.log(help)
else {
  const findings = await look(resolve(values.data))
  console.log([...findings.flatMap(printed), verdict(findings)].join('\n'))
  if (findings.some(({ state }) => state === 'bad')) process.exitCode = 1
}

async function look(folder: string): Promise<Finding[]> {
  const { to: backups } = readBackupOptions(['--data', folder], process.env)
  const house = await lookAtHouse(createNodeFiles(), folder, backups, Date.now())
  return [
    ...judgeMachine(await lookAtMachine(), house),
    ...(await lookAtNetwork(house?.listening, process.env)),
    ...judgeDisk(await measureDisk(house ? folder : await whereItWouldBe(folder))),
    ...(house?.findings ?? [
      good(
        '门店 house',
        '还没有 none yet：npm start 建演示门店 makes the demo，npm run venue -- new 建自己的 your own',
      ),
    ]),
    ...(await judgePages(fileURLToPath(new URL('../web', import.meta.url)))),
    judgeReaders(await findReaders()),
  ]
}

/** The nearest folder above that exists: the new house's disk. */
async function whereItWouldBe(folder: string): Promise<string> {
  const above = dirname(folder)
  try {
    const trial = await mkdtemp(join(above, '.doctor-'))
    await rm(trial, { recursive: true })
    return above
  } catch {
    return above === folder ? tmpdir() : whereItWouldBe(above)
  }
}
