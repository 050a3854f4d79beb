/** Given backups of before, when a member is erased, then they are rewritten; those that could not be are at the next occasion. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Event } from '../domain/events.ts'
import type { JournalLine } from '../ports.ts'
import { createNodeFiles } from '../system/files.ts'
import { noteElsewhere } from './elsewhere.ts'
import { nobodyGone, writeGone } from './gone.ts'
import { createOldBackups } from './old-backups.ts'
import { rewrittenFile } from './still-held.ts'

const files = createNodeFiles()
let base = ''
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'changming-old-'))
  await mkdir(join(base, 'backups'))
})
afterEach(() => rm(base, { recursive: true, force: true }))

const line = (event: Event): JournalLine<Event> => ({
  seq: 1,
  at: 0,
  batch: 1,
  by: { system: true },
  command: { type: 'X' },
  events: [event],
})
const erased = line({ type: 'MemberErased', member: 'm1-a', rev: 2 })
const dayEnds = line({ type: 'DayRolled', day: '2027-01-15' })
const lies = () => writeFile(join(base, 'backups', 'changming-night-20261127-220001.tar.gz'), '')
const gone = (...members: string[]) => writeGone(files, join(base, 'erased.json'), { ...nobodyGone, members })

/** Rewrites as the program does, unless the disk with them is spoilt. */
function house() {
  const told: string[] = []
  let spoilt = false
  let held = Promise.resolve()
  let kept: () => void = () => undefined
  const folder = join(base, 'backups')
  const old = createOldBackups({
    files,
    folder: base,
    // Where there is no other disk, both are the one in the data folder.
    backups: [folder, join(base, 'away'), folder],
    gone: { kept: async () => kept() },
    async rewrite(beside) {
      await held
      if (spoilt) throw new Error('EIO')
      await writeGone(files, join(beside, rewrittenFile), { ...nobodyGone, members: ['m1-a'] })
      return 1
    },
    done: (_, rewritten) => told.push(`rewritten ${rewritten}`),
    failed: (_, error) => told.push(String(error)),
    unknown: (_, reason) => told.push(reason.path),
    elsewhere: folders => told.push(`elsewhere ${folders}`),
  })
  const after = async (...lines: JournalLine<Event>[]) => {
    if (lines.length > 0) old.notice(lines)
    else old.look()
    await old.settled()
    return told.splice(0)
  }
  const spoil = (now: boolean) => {
    spoilt = now
  }
  const hold = () => {
    let release: () => void = () => undefined
    held = new Promise(done => {
      release = done
    })
    return release
  }
  const loseList = () => {
    kept = () => {
      throw new Error('ENOSPC')
    }
  }
  return { after, spoil, hold, loseList, old, told }
}

it('are rewritten when somebody is erased, and not once more for the same', async () => {
  const { after } = house()
  await lies()
  await gone('m1-a')
  expect(await after(line({ type: 'LeaveAsked', member: 'm1-a' }))).toEqual([])
  expect(await after(erased)).toEqual(['rewritten 1'])
  expect(await after(erased, dayEnds)).toEqual([])
})

it('elsewhere are told of when somebody is erased: where nobody can look, and what still holds them', async () => {
  const { after } = house()
  const [stick, away, bare] = [join(base, 'stick'), join(base, 'drawer'), join(base, 'mnt')]
  await mkdir(stick)
  // A disk that is not mounted leaves a folder with nothing in it.
  await mkdir(bare)
  // One that the hub looks after is none of them, whoever copied the house there.
  for (const to of [stick, away, stick, bare, join(base, 'backups')]) await noteElsewhere(files, base, to)
  await gone('m1-a')
  await writeFile(join(stick, 'changming-hand-20261127-220001.tar.gz'), '')
  expect(await after(erased)).toEqual([`elsewhere ${stick},${away},${bare}`])
  await writeGone(files, join(stick, rewrittenFile), { ...nobodyGone, members: ['m1-a'] })
  expect(await after(erased)).toEqual([`elsewhere ${away},${bare}`])
  expect(await after(dayEnds)).toEqual([])
})

it('elsewhere that cannot be looked at are told of too, and hide no other', async () => {
  const { after } = house()
  const [torn, shut, drawer] = [join(base, 'torn'), join(base, 'shut'), join(base, 'drawer')]
  for (const to of [torn, shut, drawer]) {
    await mkdir(to)
    await noteElsewhere(files, base, to)
    await writeFile(join(to, 'changming-hand-20261127-220001.tar.gz'), '')
  }
  await writeFile(join(torn, rewrittenFile), '{')
  await mkdir(join(shut, rewrittenFile))
  await gone('m1-a')
  expect(await after(erased)).toEqual([`elsewhere ${torn},${shut},${drawer}`])
})

it('elsewhere are noted though the list of them cannot be read', async () => {
  await writeFile(join(base, 'elsewhere.json'), '{')
  await noteElsewhere(files, base, '/media/stick')
  expect(JSON.parse(String(await files.read(join(base, 'elsewhere.json'))))).toMatchObject({
    folders: ['/media/stick'],
  })
})

it('elsewhere are told of at once, however long those of the hub take', async () => {
  const { old, told, hold } = house()
  await noteElsewhere(files, base, join(base, 'drawer'))
  await lies()
  await gone('m1-a')
  const release = hold()
  old.notice([erased])
  await expect.poll(() => told).toEqual([`elsewhere ${join(base, 'drawer')}`])
  release()
  await old.settled()
  expect(told).toEqual([`elsewhere ${join(base, 'drawer')}`, 'rewritten 1'])
})

it('are rewritten at a start that finds it undone', async () => {
  const { after } = house()
  await lies()
  await gone('m1-a')
  expect(await after()).toEqual(['rewritten 1'])
})

it('are tried again at the day’s end where that failed, and left alone where nobody is gone or nothing lies', async () => {
  const { after, spoil } = house()
  expect(await after(erased)).toEqual([])
  await gone('m1-a')
  expect(await after(erased)).toEqual([])
  await lies()
  spoil(true)
  expect(await after(erased)).toEqual(['Error: EIO'])
  spoil(false)
  expect(await after(dayEnds)).toEqual(['rewritten 1'])
})

it('of which nobody can read any more what was done are rewritten, and that is said once', async () => {
  const { after } = house()
  await lies()
  await gone('m1-a')
  await after(erased)
  const done = join(base, 'backups', rewrittenFile)
  await writeFile(done, '{')
  expect(await after(dayEnds)).toEqual([done, 'rewritten 1'])
  expect(await after(dayEnds)).toEqual([])
})

it('are looked through once for all who are erased in one breath', async () => {
  const { after, spoil } = house()
  await lies()
  await gone('m1-a')
  spoil(true)
  expect(await after(erased, erased)).toEqual(['Error: EIO'])
  const { old, told, spoil: spoilAgain } = house()
  spoilAgain(true)
  for (let count = 0; count < 3; count++) old.notice([erased])
  await old.settled()
  expect(told).toEqual(['Error: EIO'])
})

it('are looked for in no list that lacks somebody: neither the hub’s own nor those elsewhere', async () => {
  const { after, loseList } = house()
  await noteElsewhere(files, base, join(base, 'drawer'))
  await lies()
  await gone('m1-a')
  loseList()
  expect(new Set(await after(erased))).toEqual(new Set(['Error: ENOSPC']))
})
