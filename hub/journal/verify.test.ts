import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { folder, key, testJournal } from './file-journal.testing.ts'
import { nextLines } from './journal.contract.testing.ts'
import { verifyJournal } from './verify.ts'

const path = (day: string) => `${folder}/2026-11-${day}.ndjson`

/** Days 01 to 03 with three lines each, one of them in a batch of two. */
async function threeDays() {
  const { store, disk, faulty } = testJournal()
  const journal = await store.open()
  for (const at of [0, 1000, 2000]) {
    journal.append(nextLines(journal, ['a', 'b'], at))
    journal.append(nextLines(journal, ['c'], at))
  }
  const anchor = journal.anchor()
  await journal.close()
  const edit = (day: string, change: (text: string) => string) => {
    disk.set(path(day), Buffer.from(change((disk.get(path(day)) ?? Buffer.alloc(0)).toString('utf8'))))
  }
  return { disk, edit, anchor, verify: () => verifyJournal({ files: faulty.files, folder, key, anchor }) }
}

const withoutLine = (number: number) => (text: string) =>
  text
    .split('\n')
    .filter((_, index) => index !== number - 1)
    .join('\n')

describe('verifying', () => {
  it('finds nothing in a sound journal', async () => {
    const { verify } = await threeDays()
    expect(await verify()).toEqual({ ok: true, days: 3, lines: 9, firstSeq: 1, lastSeq: 9, findings: [] })
  })

  it('names an edited line once', async () => {
    const { edit, verify } = await threeDays()
    edit('02', text => text.replace('"text":"b"', '"text":"B"'))
    expect(await verify()).toMatchObject({ ok: false, findings: [{ kind: 'changed', path: path('02'), line: 2 }] })
  })

  it('names an unreadable line', async () => {
    const { edit, verify } = await threeDays()
    edit('01', text => text.replace('"text":"b"', '"text:"b"'))
    expect(await verify()).toMatchObject({ lines: 8, findings: [{ kind: 'unreadable', path: path('01'), line: 2 }] })
  })

  it('names the line after a removed one', async () => {
    const { edit, verify } = await threeDays()
    edit('02', withoutLine(2))
    expect(await verify()).toMatchObject({ findings: [{ kind: 'lines-missing', path: path('02'), line: 2 }] })
  })

  it('names the day after a removed one', async () => {
    const { disk, verify } = await threeDays()
    disk.delete(path('02'))
    expect(await verify()).toMatchObject({ findings: [{ kind: 'lines-missing', path: path('03'), line: 1 }] })
  })

  it('takes the removal of the oldest days for retention', async () => {
    const { disk, verify } = await threeDays()
    disk.delete(path('01'))
    expect(await verify()).toMatchObject({ ok: true, days: 2, firstSeq: 4 })
  })

  it('knows a removed end by the checkpoint', async () => {
    const { edit, disk, verify } = await threeDays()
    edit('03', withoutLine(3))
    expect(await verify()).toMatchObject({ ok: false, findings: [{ kind: 'cut-short', path: path('03') }] })
    disk.delete(path('03'))
    expect(await verify()).toMatchObject({ ok: false, findings: [{ kind: 'cut-short', path: path('03') }] })
  })

  it('tells a torn end from damage', async () => {
    const { edit, disk, verify, anchor } = await threeDays()
    const sound = disk.get(path('03')) ?? Buffer.alloc(0)
    disk.set(path('03'), Buffer.concat([sound.subarray(0, anchor.offset), Buffer.from('{"seq":10,"ba')]))
    expect(await verify()).toMatchObject({
      ok: true,
      lines: 9,
      findings: [{ kind: 'torn-end', path: path('03'), line: 4 }],
    })
    edit('02', text => text.slice(0, -9))
    expect(await verify()).toMatchObject({
      ok: false,
      findings: [{ kind: 'unreadable', path: path('02'), line: 3 }, {}],
    })
  })

  it('says the byte at which a bad line begins', async () => {
    const { edit, disk, verify } = await threeDays()
    const before = (disk.get(path('02')) ?? Buffer.alloc(0)).indexOf('{"seq":5')
    edit('02', text => text.replace('"text":"b"', '"text":"B"'))
    expect((await verify()).findings).toEqual([{ kind: 'changed', path: path('02'), line: 2, offset: before }])
  })

  it('notices any one byte that is another, wherever it lies', async () => {
    const { disk, anchor, verify } = await threeDays()
    for (const day of ['01', '02', '03']) {
      const sound = disk.get(path(day)) ?? Buffer.alloc(0)
      const written = day === '03' ? anchor.offset : sound.length
      for (let at = 0; at < written; at++) {
        const bytes = Buffer.from(sound)
        bytes[at] = (bytes[at] ?? 0) ^ (1 << (at % 8))
        disk.set(path(day), bytes)
        const { ok, findings } = await verify()
        expect({ day, at, ok, path: findings[0]?.path }).toEqual({ day, at, ok: false, path: expect.any(String) })
      }
      disk.set(path(day), sound)
    }
    expect(await verify()).toMatchObject({ ok: true, findings: [] })
  })

  it('rests on HMAC-SHA-256 of the line and the one before', async () => {
    const { disk } = await threeDays()
    const [first = '', second = ''] = (disk.get(path('01')) ?? Buffer.alloc(0)).toString('utf8').split('\n')
    const [body = '', mac] = second.split(/,"mac":"|"}$/)
    const [, prev = ''] = first.split(/,"mac":"|"}$/)
    const whole = createHmac('sha256', key).update(prev).update(body).digest()
    expect(mac).toBe(whole.subarray(0, 16).toString('base64url'))
  })

  it('names another key and a newer format', async () => {
    const { edit, verify } = await threeDays()
    edit('01', text => text.replace(/"key":"[^"]*"/, '"key":"other"'))
    edit('02', text => text.replace('"format":1', '"format":2'))
    expect(await verify()).toMatchObject({
      findings: [
        { kind: 'other-key', path: path('01') },
        { kind: 'newer-version', path: path('02') },
      ],
    })
  })
})
