/** The `Files` port on a disk whose power goes (Linux, root): what it says is there is there, what it says is gone is gone. */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createNodeFiles } from '../../hub/system/files.ts'
import { inTemporaryFolder } from '../lib/at-the-latest.ts'
import { createLoopDisk, unmountAll, whyNoLoopDisk } from './loop-disk.ts'

const whyNot = await inTemporaryFolder('changming-trial', whyNoLoopDisk)
if (whyNot !== undefined) console.warn(`cut-files.test: ${whyNot}`)

/** What is below a disk after the power went the moment that `work` had ended. `before` is on it for sure. */
async function afterCut(before: (at: string) => void, work: (at: string) => Promise<void>): Promise<string[]> {
  return inTemporaryFolder('changming-cut', async folder => {
    const disk = await createLoopDisk(folder, 'cut', 24)
    try {
      await disk.mount()
      before(disk.folder)
      await disk.remount()
      await work(disk.folder)
      await disk.cut()
      await disk.remount()
      return readdirSync(disk.folder, { recursive: true, withFileTypes: true })
        .filter(entry => entry.isFile())
        .map(entry => join(entry.parentPath, entry.name))
        .map(path => `${path.slice(disk.folder.length + 1)} ${readFileSync(path, 'utf8').replaceAll('\0', '')}`)
        .sort()
    } finally {
      await unmountAll(folder)
    }
  })
}

function withOldFiles(at: string): void {
  writeFileSync(join(at, 'changed'), 'old')
  writeFileSync(join(at, 'erased'), 'a guest')
}

const files = createNodeFiles()
// Each alone: a later sync would carry along what an earlier one left out.
const works: readonly [string, (at: string) => Promise<void>, readonly string[]][] = [
  ['a changed record', at => files.replace(join(at, 'changed'), 'new'), ['changed new', 'erased a guest']],
  ['an erased record', at => files.remove(join(at, 'erased')), ['changed old']],
  [
    'a new folder with a new day in it',
    async at => {
      await files.makeFolder(join(at, 'a', 'b'))
      const day = files.openDurable(join(at, 'a', 'b', 'day'))
      day.writeDurably(Buffer.from('one'), 0)
      day.writeDurably(Buffer.from('two'), 3)
      day.close()
    },
    ['a/b/day onetwo', 'changed old', 'erased a guest'],
  ],
]

it.skipIf(whyNot !== undefined).each(works)('%s is so after a cut', async (_what, work, left) => {
  expect(await afterCut(withOldFiles, work)).toEqual(left)
})

it.skipIf(whyNot !== undefined)(
  'a change of names that nobody syncs is undone by a cut: it can be seen here',
  async () => {
    const left = await afterCut(withOldFiles, async at => {
      mkdirSync(join(at, 'journal'))
      writeFileSync(join(at, 'new'), 'new')
      renameSync(join(at, 'new'), join(at, 'changed'))
      rmSync(join(at, 'erased'))
    })
    expect(left).toEqual(['changed old', 'erased a guest'])
  },
)
