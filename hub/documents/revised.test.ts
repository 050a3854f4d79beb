import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { createFaultyFiles } from '../system/faulty-files.testing.ts'
import { createMemoryFiles } from '../system/memory-files.ts'
import { createLowdbDocuments } from './lowdb-documents.ts'
import { openRevised } from './revised.ts'

const parse = (raw: unknown) => v.parse(v.strictObject({ price: v.number() }), raw)
const house = () => {
  const files = createMemoryFiles()
  const open = async (committed?: number) => {
    const documents = createLowdbDocuments({ files, folder: 'data' })
    const menu = await openRevised(documents, 'menu', parse, () => ({ price: 0 }))
    menu.restore(committed)
    return menu
  }
  return { files, open }
}

describe('a document with versions', () => {
  it('reads what was written before it had any', async () => {
    const { files, open } = house()
    await files.makeFolder('data')
    await files.replace('data/menu.json', JSON.stringify({ version: 1, value: { price: 38 } }))
    expect(await open()).toMatchObject({ rev: 0, value: { price: 38 } })
  })

  it('keeps the value where whoever reads the file looks for it', async () => {
    const { files, open } = house()
    const menu = await open()
    await menu.stage({ price: 42 })
    menu.show(1)
    menu.commit(1)
    await menu.settle()
    const written = JSON.parse(String(await files.read('data/menu.json')))
    expect(written.value).toEqual({ price: 42, revised: { rev: 1, staged: [] } })
  })

  it('shows a staged version when it was decided on, and keeps the one before until it is committed', async () => {
    const { open } = house()
    const menu = await open()
    expect(await menu.stage({ price: 42 })).toBe(1)
    expect(menu).toMatchObject({ rev: 0, value: { price: 0 }, newest: { rev: 1 } })
    menu.show(1)
    expect(menu).toMatchObject({ rev: 1, value: { price: 42 } })
    // Killed here: the journal says whether its fact was on the disk.
    expect(await open()).toMatchObject({ rev: 0, value: { price: 0 } })
    expect(await open(1)).toMatchObject({ rev: 1, value: { price: 42 } })
  })

  it('forgets what was refused, even where another was staged on top', async () => {
    const { open } = house()
    const menu = await open()
    await menu.stage({ price: 1 })
    await menu.stage({ price: 2 })
    menu.cancel(1)
    menu.show(2)
    menu.commit(2)
    await menu.settle()
    expect(await open()).toMatchObject({ rev: 2, value: { price: 2 } })
    expect(() => menu.show(1)).toThrow('no staged version')
  })

  it('does not start with less than the journal says', async () => {
    const { open } = house()
    await expect(open(3)).rejects.toMatchObject({ name: 'StoreFailed', code: 'damaged' })
  })

  it('says when the disk did not take it', async () => {
    const disk = createFaultyFiles(createMemoryFiles)
    const documents = createLowdbDocuments({ files: disk.files, folder: 'data' })
    const menu = await openRevised(documents, 'menu', parse, () => ({ price: 0 }))
    disk.failAt('rename')
    await expect(menu.stage({ price: 1 })).rejects.toMatchObject({ code: 'write-failed' })
    expect(menu.value).toEqual({ price: 0 })
  })
})
