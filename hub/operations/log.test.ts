import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { createLog, plainLine } from './log.ts'

const folders: string[] = []
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true })
})

async function written(level: string | undefined) {
  const folder = await mkdtemp(join(tmpdir(), 'changming-log-'))
  folders.push(folder)
  const { log, flush } = await createLog(folder, { LOG_LEVEL: level })
  log.debug('so')
  log.info({ device: 'd1-x' }, 'and so')
  flush()
  const names = await readdir(join(folder, 'logs'))
  const lines = await Promise.all(names.map(name => readFile(join(folder, 'logs', name), 'utf8')))
  return { names, text: lines.join('') }
}

it('keeps what is worth knowing in a file of its day, whatever the terminal is told', async () => {
  const { names, text } = await written('silent')
  expect(names).toHaveLength(1)
  expect(names[0]).toMatch(/^hub\.\d{4}-\d\d-\d\d\.1\.log$/)
  expect(text).toContain('"device":"d1-x","msg":"and so"')
  expect(text).not.toContain('"msg":"so"')
  expect((await written('nonsense')).text).toContain('and so')
})

it('keeps what a stranger said inside its own line', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'changming-log-'))
  folders.push(folder)
  const { log, flush } = await createLog(folder, { LOG_LEVEL: 'silent' })
  log.warn({ path: '/x\r\n{"level":60,"msg":"the disk failed"}\u001b[2J' }, 'a request\n{"level":60}')
  flush()
  const [name = ''] = await readdir(join(folder, 'logs'))
  const lines = (await readFile(join(folder, 'logs', name), 'utf8')).trim().split('\n')
  expect(lines).toHaveLength(1)
  expect(lines[0]).not.toContain('\u001b')
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 40 })
})

it('keeps the newest fourteen files of a machine that is off at midnight, too', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'changming-log-'))
  folders.push(folder)
  const logs = join(folder, 'logs')
  await mkdir(logs, { recursive: true })
  const earlier = Array.from({ length: 20 }, (_, at) => `hub.2020-01-${String(at + 1).padStart(2, '0')}.1.log`)
  for (const name of [...earlier, 'hub.2020-01-20.2.log', 'hub.2020-01-20.10.log', 'notes.txt'])
    await writeFile(join(logs, name), '')
  const { flush } = await createLog(folder, { LOG_LEVEL: 'silent' })
  flush()
  const left = await readdir(logs)
  expect(left).toHaveLength(15)
  expect(left).toEqual(expect.arrayContaining(['notes.txt', 'hub.2020-01-20.10.log', 'hub.2020-01-10.1.log']))
  expect(left).not.toContain('hub.2020-01-09.1.log')
})

it('goes on without a file where there can be none', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'changming-log-'))
  folders.push(folder)
  // Its name is taken by a folder.
  const name = `hub.${new Date().toISOString().slice(0, 10)}.1.log`
  await mkdir(join(folder, 'logs', name), { recursive: true })
  const { log, flush } = await createLog(folder, { LOG_LEVEL: 'silent' })
  log.info('nobody hears it')
  flush()
})

it('is a plain line on a terminal, whatever a stranger said', () => {
  const said = {
    level: 40,
    time: Date.UTC(2026, 10, 29, 12),
    pid: 7,
    hostname: 'venue',
    path: '/x\r\n\u009b2J',
    msg: 'a "request"\n\u001b[2J',
  }
  const line = plainLine(`${JSON.stringify({ ...said, err: { type: 'Error', message: 'ENOSPC', stack: 'at x' } })}\n`)
  expect(line).toMatch(/^\d\d:00:00 {2}warn {2}a \\"request\\"\\n\\u001b\[2J {2}"ENOSPC" {2}path="\/x\\r\\n2J"\n$/)
  expect(plainLine('no JSON\u009b2J\n')).toBe('no JSON2J\n')
  expect(plainLine(JSON.stringify({ ...said, err: 'gone' }))).toContain('  "gone"  ')
})
