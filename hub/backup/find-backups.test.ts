/** Given folders with all sorts of files, when the house's backups are looked for, then only they are found, newest first. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { findBackups } from './find-backups.ts'

it('finds what is called like a backup, by the time in its name, in every folder that is there', async () => {
  const base = await mkdtemp(join(tmpdir(), 'changming-found-'))
  try {
    const put = async (folder: string, ...names: string[]) => {
      await mkdir(join(base, folder), { recursive: true })
      for (const name of names) await writeFile(join(base, folder, name), 'x')
    }
    await put('stick', 'changming-night-20261127-220001.tar.gz', 'changming-hand-20261128-070532-2.tar.gz')
    await put('data', 'changming-night-20261126-220001.tar.gz', 'changming-night-20261127-220001.tar.gz')
    // Half written, somebody else's, called so by hand, and a folder.
    await put('data', 'changming-hand-20261128-070532.tar.gz.part', 'changming-erased.json', 'changming-hand-x.tar.gz')
    await mkdir(join(base, 'data', 'changming-hand-20261129-070532.tar.gz'))
    await put('data', 'changming-hand-20269999-999999.tar.gz')
    const found = await findBackups([join(base, 'stick'), join(base, 'data'), join(base, 'data'), join(base, 'none')])
    expect(found).toEqual([
      {
        name: 'changming-hand-20261128-070532-2.tar.gz',
        path: join(base, 'stick', 'changming-hand-20261128-070532-2.tar.gz'),
        label: 'hand',
        madeAt: Date.UTC(2026, 10, 28, 7, 5, 32),
        bytes: 1,
      },
      expect.objectContaining({ path: join(base, 'stick', 'changming-night-20261127-220001.tar.gz'), label: 'night' }),
      expect.objectContaining({ name: 'changming-night-20261126-220001.tar.gz' }),
    ])
  } finally {
    await rm(base, { recursive: true, force: true })
  }
})
