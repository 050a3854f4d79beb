/** All that the doctor looks at, one after the other. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createNodeFiles } from '../../hub/system/files.ts'
import { readBackupOptions } from '../backup/options.ts'
import { judgeDisk, measureDisk } from './disk.ts'
import { type Finding, good } from './finding.ts'
import { lookAtHouse } from './house.ts'
import { judgeMachine, lookAtMachine } from './machine.ts'
import { lookAtNetwork } from './network.ts'
import { judgePages } from './pages.ts'
import { lookAtReaders } from './readers.ts'
import { tried } from './tried.ts'

/** `folder`: of the data, absolute. `web`: of the built pages. */
export async function look(folder: string, web: string, env: NodeJS.ProcessEnv): Promise<Finding[]> {
  const { to: backups } = readBackupOptions(['--data', folder], env)
  const house = await lookAtHouse(createNodeFiles(), folder, backups, Date.now())
  const check = (what: string, findings: () => Promise<readonly Finding[]>) => tried(what, folder, findings)
  return [
    ...(await check('电脑 machine', async () => judgeMachine(await lookAtMachine(), house?.clock))),
    ...(await check('网络 network', () => lookAtNetwork(house?.holder, env))),
    ...(await check('磁盘 disk', async () =>
      judgeDisk(await measureDisk(house ? folder : await whereItWouldBe(folder))),
    )),
    ...(house?.findings ?? [
      good(
        '门店 house',
        '还没有 none yet：npm start 建演示门店 makes the demo，npm run venue -- new 建自己的 your own',
      ),
    ]),
    ...(await check('页面 pages', () => judgePages(web))),
    ...(await check('读卡器 readers', async () => [await lookAtReaders(env.READERS)])),
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
