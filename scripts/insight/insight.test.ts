import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { readCsv } from './csv.ts'
import { measure, score } from './measure.ts'
import { readVisits, timeOf } from './read-visits.ts'
import { exits, insight } from './run.ts'

async function fileOf(content: string | Uint8Array): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'changming-insight-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const file = join(folder, 'log.csv')
  await writeFile(file, content)
  return file
}

const orders = `member,visit time,item
ann,2026-01-01,beer
ann,2026-01-01,fruit
ann,2026-02-01,beer
ann,2026-03-01,beer
ann,2026-03-01,wine
bob,2026-01-05,wine
bob,2026-02-05,wine
cid,2026-01-06,tea
`

it('measures the usual as worked by hand', async () => {
  // Known: ann {beer, fruit}, {beer}; bob {wine}; cid {tea}: four visits, chances 2, rebuys 1, r0 = 1/2.
  // √r: beer √(6/11) = .7385, fruit √(5/11) = .6742, wine and tea √(1/2) = .7071.
  // ann: beer (1 + 2^-.3) × .7385 = 1.338; tea and wine 3 × 1/4 = .75; fruit .8123 × .6742 = .548. She had beer (1st), wine (3rd):
  // ndcg (1 + 1/2) / (1 + 1/log2 3) = .91972. bob: beer 1.5, fruit and tea .75, wine .7071. He had wine (4th): 1/log2 5 = .43068.
  const { tested, shipped, popular } = measure('orders', (await readVisits(await fileOf(orders))).members)
  expect(tested).toBe(2)
  expect(shipped.recall10).toBe(1)
  expect(shipped.ndcg10).toBeCloseTo((0.91972 + 0.43068) / 2, 4)
  expect(shipped.hit3).toBe(0.5)
  // Had most: beer 2, then fruit, tea, wine by name. ann: 1st and 4th, (1 + .43068) / 1.63093 = .87722; bob: 4th.
  expect(popular.ndcg10).toBeCloseTo((0.87722 + 0.43068) / 2, 4)
  expect(popular.hit3).toBe(0.5)
})

it('measures the songs laid ready as worked by hand', async () => {
  const file = await fileOf(
    'song;user;date\nx;ann;2026-01-01\nx;ann;2026-01-01\ny;ann;2026-04-01\ny;ann;2026-06-30\nz;bob;2026-01-01\nx;bob;2026-04-01\n',
  )
  // ann after 180 days: x 2 × .25 × (1 − e^-1) = .316, y .5 × (1 − e^-.5) = .197, then z. She sang y, the 2nd: 1/log2 3 = .63093.
  // bob: his z, then x and y of the house. He sang x, the 2nd. Had most: x, y, z: y the 2nd, x the 1st.
  const { shipped, popular } = measure('songs', (await readVisits(file)).members)
  expect(shipped.ndcg10).toBeCloseTo(0.63093, 4)
  expect(popular.ndcg10).toBeCloseTo((0.63093 + 1) / 2, 4)
  expect([shipped.hit3, popular.hit3]).toEqual([1, 1])
})

it('counts what lies within ten, and within three', () => {
  const proposed = Array.from({ length: 12 }, (_, at) => `i${at}`)
  expect(score(proposed, new Set(['i3', 'i11', 'z']))).toEqual({
    recall10: 1 / 3,
    ndcg10: expect.closeTo(1 / Math.log2(5) / (1 + 1 / Math.log2(3) + 0.5), 12),
    hit3: 0,
  })
})

it('reads quotes, blank lines, tabs, a byte order mark and GB18030', async () => {
  const rows = async (content: string | Uint8Array, encoding: 'utf-8' | 'gb18030' = 'utf-8') => {
    const all = []
    for await (const row of readCsv(await fileOf(content), encoding)) all.push(row)
    return all
  }
  expect(await rows('\ufeffa,b\r\n"x, ""y""\nz",2\r\n\r\n 3 ,"4"')).toEqual([
    { line: 1, fields: ['a', 'b'] },
    { line: 2, fields: ['x, "y"\nz', '2'] },
    { line: 5, fields: ['3', '4'] },
  ])
  expect(await rows('a\tb\n1,5\t2')).toEqual([
    { line: 1, fields: ['a', 'b'] },
    { line: 2, fields: ['1,5', '2'] },
  ])
  // 会员,时间,酒水 ⏎ 王,2026-01-01,啤酒
  const gb = Buffer.from('bbe1d4b12ccab1bce42cbec6cbae0acdf52c323032362d30312d30312cc6a1bec60a', 'hex')
  const log = await readVisits(await fileOf(gb))
  expect(log.encoding).toBe('gb18030')
  expect(log.members.get('王')).toEqual([{ at: Date.UTC(2026, 0, 1), items: ['啤酒'] }])
})

it('knows the ways a time is written, and takes what came one evening, past midnight too, for one visit', async () => {
  const at = Date.UTC(2026, 10, 28, 21, 30)
  for (const text of [
    '2026-11-28 21:30',
    '2026/11/28 21:30:00',
    '2026年11月28日 21:30',
    '2026-11-28T21:30:00Z',
    `${at}`,
    `${at / 1000}`,
  ])
    expect(timeOf(text), text).toBe(at)
  for (const text of ['', 'yesterday', '2026-13-01', '2026-02-30', '28:00']) expect(timeOf(text), text).toBeUndefined()
  const log = await readVisits(
    await fileOf('Member ID,Visit_Time,Item\na,2026-11-28 21:30,x\na,2026-11-29 01:10,y\na,2026-11-29 21:30,z\n'),
  )
  expect(log.members.get('a')?.map(({ items }) => items)).toEqual([['x', 'y'], ['z']])
})

it('says which rows it could not read, and by its exit code whether it measured', async () => {
  const said: string[] = []
  const run = async (...args: string[]) => insight(args, text => void said.push(text))
  expect(await run('--orders', await fileOf(orders))).toBe(exits.measured)
  expect(said.at(-1)).toMatch(/the usual +1\.0000 +0\.6752 +0\.5000/)
  expect(await run('--orders', await fileOf(`${orders},2026-01-01,beer\nann,soon,beer\n"ann",2026-01-01,\n`))).toBe(
    exits.someRowsBad,
  )
  expect(said.at(-1)).toMatch(/left out: 3\n.+line 10: .+no member\n.+line 11: .+no time\n.+line 12: .+no item/)
  expect(await run('--orders', await fileOf('member,item\na,b\n'))).toBe(exits.notMeasured)
  expect(said.at(-1)).toContain('visit time')
  expect(await run('--songs', await fileOf('member,time,item\na,2026-01-01,b\n'))).toBe(exits.notMeasured)
  expect(await run('--orders', '/no/such/file.csv')).toBe(exits.notMeasured)
  expect(await run('--oders', 'x')).toBe(exits.notMeasured)
  expect(await run()).toBe(exits.notMeasured)
})
