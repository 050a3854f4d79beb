import { expect, it } from 'vitest'
import { done, refused } from '../../shared/protocol/answer.ts'
import { refuse } from '../../shared/protocol/refusals.ts'
import type { Event } from '../domain/events.ts'
import { createMemoryFiles } from '../memory-files.ts'
import { type JournalLine, StoreFailed } from '../ports.ts'
import { eraseAgain } from './erase-again.ts'
import { readErased, writeErased } from './erased.ts'
import { createErasedBook } from './erased-book.ts'

const line = (...events: Event[]): JournalLine<Event> => ({
  seq: 1,
  at: 0,
  batch: 1,
  by: { system: true },
  command: { type: 'EraseAgain' },
  events,
})
const gone = (member: string, formerly: string[] = []): Event => ({ type: 'MemberErased', member, rev: 2, formerly })

it('keeps who was erased, and who they had been, before a checkpoint goes past it', async () => {
  let full = false
  const files = createMemoryFiles(step => {
    if (full && step === 'write') throw Object.assign(new Error('no room'), { code: 'ENOSPC', syscall: 'write' })
  })
  const away: string[] = []
  const backups = ['backups']
  const book = createErasedBook({ files, folder: 'data', backups, away: folder => void away.push(folder) })
  book.notice([line({ type: 'LeaveAsked', member: 'm0' })])
  await book.kept()
  expect(files.disk.size).toBe(0)
  full = true
  book.notice([line(gone('m1', ['m7']))])
  await expect(book.kept()).rejects.toBeInstanceOf(StoreFailed)
  full = false
  // Nothing that could not be kept is forgotten.
  book.notice([line(gone('m2'))])
  await book.kept()
  expect(await readErased(files, 'data/erased.json')).toEqual(['m1', 'm7', 'm2'])
  expect(await readErased(files, 'backups/changming-erased.json')).toEqual(['m1', 'm7', 'm2'])
  expect(away).toEqual([])
})

it('erases again whom it can, and keeps on the list who is in the house', async () => {
  const files = createMemoryFiles()
  const path = 'data/erase-again.json'
  const here = new Set(['m2'])
  const erased: string[] = []
  const run = () =>
    eraseAgain({
      files,
      folder: 'data',
      erase: async member => {
        if (member === 'm3') return refused(refuse('unknown', 'look-again'))
        if (here.has(member)) return refused(refuse('already-in', 'look-again'))
        erased.push(member)
        return done()
      },
    })
  expect(await run()).toBe(0)
  await writeErased(files, path, ['m1', 'm2', 'm3'])
  expect(await run()).toBe(1)
  expect(await readErased(files, path)).toEqual(['m2'])
  here.clear()
  expect(await run()).toBe(0)
  expect(erased).toEqual(['m1', 'm2'])
  expect(files.disk.has(path)).toBe(false)
  files.disk.set(path, Buffer.from('[]'))
  await expect(run()).rejects.toMatchObject({ code: 'unreadable' })
})
