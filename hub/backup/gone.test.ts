import { expect, it } from 'vitest'
import { done, refused } from '../../shared/protocol/answer.ts'
import { refuse } from '../../shared/protocol/refusals.ts'
import type { Event } from '../domain/events.ts'
import { type JournalLine, StoreFailed } from '../ports.ts'
import { createMemoryFiles } from '../system/memory-files.ts'
import { nobodyGone, readGone, writeGone } from './gone.ts'
import { goAgain } from './gone-again.ts'
import { createGoneBook } from './gone-book.ts'

const line = (...events: Event[]): JournalLine<Event> => ({
  seq: 1,
  at: 0,
  batch: 1,
  by: { system: true },
  command: { type: 'EraseAgain' },
  events,
})
const changed = (staff: string, field: string): Event => ({ type: 'StaffChanged', staff, rev: 2, fields: [{ field }] })
const gone = (member: string, formerly: string[] = []): Event => ({ type: 'MemberErased', member, rev: 2, formerly })

it('keeps who was erased, and who they had been, before a checkpoint goes past it', async () => {
  let full = false
  const files = createMemoryFiles(step => {
    if (full && step === 'write') throw Object.assign(new Error('no room'), { code: 'ENOSPC', syscall: 'write' })
  })
  const away: string[] = []
  const backups = ['backups']
  const book = createGoneBook({ files, folder: 'data', backups, away: folder => void away.push(folder) })
  book.notice([line({ type: 'LeaveAsked', member: 'm0' })])
  await book.kept()
  expect(files.disk.size).toBe(0)
  full = true
  book.notice([line(gone('m1', ['m7']))])
  await expect(book.kept()).rejects.toBeInstanceOf(StoreFailed)
  full = false
  // Nothing that could not be kept is forgotten.
  book.notice([line(gone('m2')), line({ type: 'DeviceRevoked', device: 'd1', rev: 3 })])
  book.notice([line(changed('s1', 'gone'), changed('s2', 'role'))])
  await book.kept()
  const all = { members: ['m1', 'm7', 'm2'], devices: ['d1'], staff: ['s1'] }
  expect(await readGone(files, 'data/erased.json')).toEqual(all)
  expect(await readGone(files, 'backups/changming-erased.json')).toEqual(all)
  expect(away).toEqual([])
})

it('writes once who is kept, however much else happens', async () => {
  const files = createMemoryFiles()
  const book = createGoneBook({ files, folder: 'data', backups: [], away: () => undefined })
  book.notice([line(gone('m1'))])
  await book.kept()
  files.disk.clear()
  book.notice([line({ type: 'LeaveAsked', member: 'm2' })])
  await book.kept()
  expect(files.disk.size).toBe(0)
})

it('reads a list of when only members were on it', async () => {
  const files = createMemoryFiles()
  files.disk.set('old.json', Buffer.from('{"format":1,"members":["m1"]}'))
  expect(await readGone(files, 'old.json')).toEqual({ ...nobodyGone, members: ['m1'] })
})

it('lets go again whom it can, and keeps on the list who is in the house, or its last owner', async () => {
  const files = createMemoryFiles()
  const path = 'data/erase-again.json'
  const here = new Set(['m2', 's1'])
  const went: string[] = []
  const run = () =>
    goAgain({
      files,
      folder: 'data',
      go: async command => {
        const id = 'member' in command ? command.member : 'device' in command ? command.device : command.staff
        if (id === 'm3') return refused(refuse('unknown', 'look-again'))
        if (here.has(id)) return refused(refuse(id === 's1' ? 'last-owner' : 'already-in', 'look-again'))
        went.push(`${command.type} ${id}`)
        return done()
      },
    })
  expect(await run()).toBe(0)
  await writeGone(files, path, { members: ['m1', 'm2', 'm3'], devices: ['d1'], staff: ['s1', 's2'] })
  expect(await run()).toBe(2)
  expect(await readGone(files, path)).toEqual({ members: ['m2'], devices: [], staff: ['s1'] })
  here.clear()
  expect(await run()).toBe(0)
  expect(went).toEqual(['RevokeAgain d1', 'RemoveAgain s2', 'EraseAgain m1', 'RemoveAgain s1', 'EraseAgain m2'])
  expect(files.disk.has(path)).toBe(false)
  files.disk.set(path, Buffer.from('[]'))
  await expect(run()).rejects.toMatchObject({ code: 'unreadable' })
})
