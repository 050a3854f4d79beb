import { describe, expect, it } from 'vitest'
import { folder, key, testJournal } from './file-journal.testing.ts'
import { nextLines, textsOf } from './journal.contract.testing.ts'
import { carryOut, isRepairRefusal, planRepair } from './repair.ts'

const path = (day: string) => `${folder}/2026-11-${day}.ndjson`

/** Days 01 to 03: a batch of two lines and one of one line each; #1 to #9. */
async function threeDays() {
  const { store, disk, faulty } = testJournal()
  const journal = await store.open()
  for (const at of [0, 1000, 2000]) {
    journal.append(nextLines(journal, [`${at}a`, `${at}b`], at))
    journal.append(nextLines(journal, [`${at}c`], at))
  }
  await journal.close()
  const at = { files: faulty.files, folder, key }
  return {
    disk,
    faulty,
    store,
    plan: (to: number) => planRepair(at, to),
    async repair(to: number) {
      const plan = await planRepair(at, to)
      if (isRepairRefusal(plan)) throw new Error(plan.why)
      return carryOut(at, plan)
    },
    edit(day: string, change: (text: string) => string) {
      disk.set(path(day), Buffer.from(change((disk.get(path(day)) ?? Buffer.alloc(0)).toString('utf8'))))
    },
  }
}

const spoil = (text: string) => text.replace(/"text":"(\d+)c"/, '"text":"$1X"')

describe('repairing', () => {
  it('cuts from the damage on, keeps what it cut, and the journal goes on', async () => {
    const { disk, store, edit, plan, repair } = await threeDays()
    edit('02', spoil)
    await expect(store.open()).rejects.toMatchObject({ code: 'damaged' })
    const cut = [disk.get(path('02'))?.toString().split('\n')[2], disk.get(path('03'))?.toString()]
    expect(await plan(5)).toMatchObject({ to: 5, soundTo: 5, soundLines: 0 })
    const kept = await repair(5)
    expect(kept).toEqual([`${folder}/cut/2026-11-02.ndjson.6`, `${folder}/cut/2026-11-03.ndjson.6`])
    const keptTexts = kept.map(name => disk.get(name)?.toString())
    expect(keptTexts).toEqual([`${cut[0]}\n`, expect.stringContaining(cut[1]?.slice(0, 300) ?? '?')])
    const journal = await store.open()
    expect(await textsOf(journal)).toEqual(['0a', '0b', '0c', '1000a', '1000b'])
    journal.append(nextLines(journal, ['next'], 2000))
    await journal.close()
    expect(await textsOf(await store.open())).toContain('next')
  })

  it('says how many sound lines would go', async () => {
    const { edit, plan } = await threeDays()
    expect(await plan(3)).toMatchObject({ soundTo: 9, soundLines: 6 })
    edit('02', spoil)
    expect(await plan(3)).toMatchObject({ soundTo: 5, soundLines: 2 })
  })

  it('cuts nothing where there is nothing to cut, and not in the middle of what was written together', async () => {
    const { plan, edit } = await threeDays()
    expect(await plan(9)).toEqual({ why: 'nothing-to-cut', soundTo: 9 })
    expect(await plan(4)).toEqual({ why: 'inside-batch', before: 3, after: 5 })
    for (const to of [0, 10]) expect(await plan(to)).toEqual({ why: 'not-sound', soundTo: 9 })
    edit('02', spoil)
    expect(await plan(6)).toEqual({ why: 'not-sound', soundTo: 5 })
  })

  it('touches nothing that is another hub’s', async () => {
    const { plan, edit, disk } = await threeDays()
    edit('02', text => text.replace(/"key":"[^"]*"/, '"key":"other"'))
    expect(await plan(3)).toEqual({ why: 'other-key' })
    edit('01', text => text.replace('"format":1', '"format":2'))
    expect(await plan(3)).toEqual({ why: 'newer-version' })
    disk.clear()
    expect(await plan(3)).toEqual({ why: 'empty' })
  })

  it('ends at a night’s end when told so', async () => {
    const { repair, store, disk } = await threeDays()
    await repair(6)
    expect(disk.has(path('03'))).toBe(false)
    expect(await textsOf(await store.open())).toHaveLength(6)
  })

  it('that is interrupted anywhere is done by the same repair once more', async () => {
    for (const step of ['open', 'write', 'sync', 'rename', 'remove', 'truncate'] as const)
      for (let n = 1; n <= 4; n++) {
        const { faulty, store, edit, repair } = await threeDays()
        edit('02', spoil)
        faulty.failAt(step, n)
        await repair(5).catch(() => undefined)
        faulty.heal()
        await repair(5).catch(error => expect(error).toMatchObject({ message: 'nothing-to-cut' }))
        expect(await textsOf(await store.open())).toHaveLength(5)
      }
  })

  it('keeps both of two cuts at one place', async () => {
    const { disk, edit, repair, store } = await threeDays()
    edit('03', spoil)
    await repair(8)
    const journal = await store.open()
    journal.append(nextLines(journal, ['2000c'], 2000))
    journal.append(nextLines(journal, ['end'], 2000))
    await journal.close()
    edit('03', spoil)
    await repair(8)
    expect([...disk.keys()].filter(name => name.includes('/cut/'))).toEqual([
      `${folder}/cut/2026-11-03.ndjson.9`,
      `${folder}/cut/2026-11-03.ndjson.9-2`,
    ])
  })
})
