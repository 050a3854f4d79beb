import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Answer, done, refused } from '../protocol/answer.ts'
import { refuse } from '../protocol/refusals.ts'
import { addSong, createDisk, createHub, createPage, type Flight, songOf, turns } from './outbox.testing.ts'
import type { Outbox } from './outbox.ts'
import type { StoredTap } from './tap.ts'

/** While the first tap is on its way: nobody hears what became of it. */
async function loseLink(outbox: Outbox, flights: readonly Flight[]): Promise<void> {
  await turns()
  outbox.online(false)
  flights[0]?.answer(undefined)
  await turns()
  expect(outbox.inDoubt()).toEqual({ outbox: 'o1', n: 1 })
}

describe('the outbox', () => {
  it('shows a tap as done at once and sends it when the hub is there', async () => {
    const { outbox, flights } = createPage()
    const answered = outbox.tap(addSong(1), { visit: 'v1' })
    expect(outbox.pending.value.map(songOf)).toEqual(['s1'])
    await turns()
    expect(flights).toEqual([])
    outbox.online(true)
    await turns()
    expect(flights[0]?.tap).toEqual({ outbox: 'o1', n: 1, visit: 'v1', tappedAt: 1000, command: addSong(1) })
    flights[0]?.answer(done({ yes: 1 }))
    expect(await answered).toEqual(done({ yes: 1 }))
  })

  it('sends the next after the answer, and keeps the mark until the view shows it', async () => {
    const { outbox, flights } = createPage()
    outbox.online(true)
    void outbox.tap(addSong(1))
    void outbox.tap(addSong(2))
    await turns()
    expect(flights).toHaveLength(1)
    flights[0]?.answer(done())
    await turns()
    expect(flights[1]?.tap.n).toBe(2)
    expect(outbox.pending.value.map(songOf)).toEqual(['s1', 's2'])
    outbox.viewChanged()
    expect(outbox.pending.value.map(songOf)).toEqual(['s2'])
  })

  it('takes the mark away with the answer where the view showed before it what was done', async () => {
    const { outbox, flights } = createPage()
    outbox.online(true)
    outbox.viewChanged()
    void outbox.tap(addSong(1))
    void outbox.tap(addSong(2))
    await turns()
    outbox.viewChanged()
    expect(outbox.pending.value.map(songOf)).toEqual(['s1', 's2'])
    flights[0]?.answer(done())
    await turns()
    expect(outbox.pending.value.map(songOf)).toEqual(['s2'])
    // Of the second one nothing was shown yet.
    flights[1]?.answer(done())
    await turns()
    expect(outbox.pending.value.map(songOf)).toEqual(['s2'])
  })

  it('does not show twice what was done before the link was lost', async () => {
    const { outbox, flights } = createPage()
    expect(outbox.inDoubt()).toBeUndefined()
    outbox.online(true)
    void outbox.tap(addSong(1))
    void outbox.tap(addSong(2))
    await loseLink(outbox, flights)
    outbox.viewChanged(true)
    expect(outbox.pending.value.map(songOf)).toEqual(['s2'])
    outbox.online(true)
    await turns()
    expect(flights[1]?.tap.n).toBe(1)
    flights[1]?.answer(done())
    await turns()
    expect(outbox.pending.value.map(songOf)).toEqual(['s2'])
  })

  it('knows what an earlier page left in doubt once its store was read', async () => {
    const disk = createDisk()
    const before = createPage(disk.page())
    before.outbox.online(true)
    void before.outbox.tap(addSong(1))
    await turns()
    const { outbox } = createPage(disk.page(), { next: 5 })
    expect(outbox.inDoubt()).toBeUndefined()
    await outbox.loaded
    expect(outbox.inDoubt()).toEqual({ outbox: 'o1', n: 1 })
  })

  it('lets go of what no hub can take, of a store that was damaged', async () => {
    const disk = createDisk()
    const row = (outbox: string, n: number) => ({
      key: `${outbox}${n}`,
      tap: { outbox, n, tappedAt: 1, command: addSong(n) },
    })
    for (const one of [row('O 1', 1), row('o1', 0), row('o1', 1.5), row('o2', 7)]) disk.rows.set(one.key, one)
    const { outbox } = createPage(disk.page())
    await outbox.loaded
    expect(outbox.pending.value.map(({ n }) => n)).toEqual([7])
  })

  it('goes on showing what the hub has not heard of', async () => {
    const { outbox, flights } = createPage()
    outbox.online(true)
    void outbox.tap(addSong(1))
    await loseLink(outbox, flights)
    outbox.viewChanged()
    expect(outbox.pending.value.map(songOf)).toEqual(['s1'])
  })

  it('takes the mark away after a while when the view did not change', async () => {
    const { outbox, flights, passTime } = createPage()
    outbox.online(true)
    void outbox.tap(addSong(1))
    await turns()
    flights[0]?.answer(done())
    await turns()
    expect(outbox.pending.value).toHaveLength(1)
    passTime()
    await turns()
    expect(outbox.pending.value).toEqual([])
  })

  it('sends what was lost again with the same number', async () => {
    const { outbox, flights, passTime } = createPage()
    outbox.online(true)
    void outbox.tap(addSong(1))
    await turns()
    flights[0]?.answer(undefined)
    await turns()
    passTime()
    await turns()
    outbox.online(false)
    flights[1]?.answer(undefined)
    await turns()
    expect(flights).toHaveLength(2)
    outbox.online(true)
    await turns()
    expect(flights.map(({ tap }) => tap.n)).toEqual([1, 1, 1])
  })

  it('does not sit out its patience when the hub comes back', async () => {
    const { outbox, flights } = createPage()
    outbox.online(true)
    void outbox.tap(addSong(1))
    await turns()
    flights[0]?.answer(undefined)
    await turns()
    outbox.online(false)
    outbox.online(true)
    await turns()
    expect(flights).toHaveLength(2)
  })

  it('tells a refusal to who tapped, and keeps it until it is dismissed', async () => {
    const { outbox, flights } = createPage()
    outbox.online(true)
    const answered = outbox.tap(addSong(1))
    await turns()
    const no = refused(refuse('song-blocked', 'choose-other'))
    flights[0]?.answer(no)
    expect(await answered).toEqual(no)
    expect(outbox.pending.value).toEqual([])
    const [one] = outbox.refusals.value
    expect(one?.refusal.refused).toBe('song-blocked')
    if (one) outbox.dismiss(one)
    expect(outbox.refusals.value).toEqual([])
  })

  it('asks what came late once more: the same, sure, as a new tap of when the finger came down', async () => {
    const { outbox, flights, clock } = createPage()
    outbox.online(true)
    void outbox.tap(addSong(1), { visit: 'v1' })
    await turns()
    clock.now += 240_000
    flights[0]?.answer(refused(refuse('late', 'confirm')))
    await turns()
    const [one] = outbox.refusals.value
    if (!one) throw new Error('no refusal')
    void outbox.again(one)
    await turns()
    expect(outbox.refusals.value).toEqual([])
    expect(flights[1]?.tap).toEqual({
      outbox: 'o1',
      n: 2,
      visit: 'v1',
      sure: true,
      tappedAt: 1000,
      command: addSong(1),
    })
  })

  it('waits as long as the hub asks, and however long its disk is broken', async () => {
    const { outbox, flights, waits, passTime } = createPage()
    outbox.online(true)
    void outbox.tap(addSong(1))
    await turns()
    flights[0]?.answer(refused(refuse('too-fast', 'wait', { waitMs: 123 })))
    await turns()
    expect(waits.at(-1)?.ms).toBe(123)
    for (let times = 1; times <= 20; times += 1) {
      passTime()
      await turns()
      flights.at(-1)?.answer(refused(refuse('unavailable', 'wait')))
      await turns()
    }
    expect(outbox.pending.value).toHaveLength(1)
    expect(Math.max(...waits.map(({ ms }) => ms))).toBe(8000)
  })

  it('lets no command at which the hub stumbles hold up the others', async () => {
    const { outbox, flights, passTime } = createPage()
    outbox.online(true)
    const answered = outbox.tap(addSong(1))
    void outbox.tap(addSong(2))
    for (let times = 0; times < 5; times += 1) {
      await turns()
      flights.at(-1)?.answer(refused(refuse('unavailable', 'try-again')))
      await turns()
      passTime()
    }
    expect(await answered).toMatchObject({ ok: false })
    await turns()
    expect(flights.at(-1)?.tap.n).toBe(2)
  })

  it('survives a reload with order and numbers, before what is tapped anew', async () => {
    const disk = createDisk()
    const ids = { next: 0 }
    const before = createPage(disk.page(), ids)
    void before.outbox.tap(addSong(1), { visit: 'v1' })
    void before.outbox.tap(addSong(2), { visit: 'v1' })
    await turns()
    const after = createPage(disk.page(), ids)
    void after.outbox.tap(addSong(3))
    after.outbox.online(true)
    for (let sent = 0; sent < 3; sent += 1) {
      await turns()
      after.flights[sent]?.answer(done())
    }
    await turns()
    expect(after.flights.map(({ tap }) => [tap.outbox, tap.n, songOf(tap)])).toEqual([
      ['o1', 1, 's1'],
      ['o1', 2, 's2'],
      ['o2', 1, 's3'],
    ])
    expect(disk.rows.size).toBe(0)
  })

  it('forgets everything of a closed visit, here and on the device', async () => {
    const disk = createDisk()
    const { outbox, flights } = createPage(disk.page())
    outbox.online(true)
    const taps = [outbox.tap(addSong(1), { visit: 'v1' }), outbox.tap(addSong(2), { visit: 'v1' })]
    void outbox.tap(addSong(3), { visit: 'v2' })
    await turns()
    await outbox.wipe('v1')
    expect(await Promise.all(taps)).toEqual(Array(2).fill(refused(refuse('visit-closed'))))
    expect([...disk.rows.values()].map(({ tap }) => songOf(tap))).toEqual(['s3'])
    expect(outbox.pending.value.map(songOf)).toEqual(['s3'])
    flights[0]?.answer(refused(refuse('visit-closed')))
    await turns()
    expect(outbox.refusals.value).toEqual([])
    // What waited follows a party that moved; that of one that has gone is refused, and nobody hears of it.
    expect(flights[1]?.tap).toMatchObject({ visit: 'v1', n: 2 })
    flights[1]?.answer(refused(refuse('late', 'confirm')))
    await turns()
    expect(outbox.refusals.value).toEqual([])
    expect(flights[2]?.tap.visit).toBe('v2')
    expect(flights).toHaveLength(3)
  })

  it('keeps nothing of a visit that left while the hub was away, or goes away before all is sent', async () => {
    const { outbox, flights } = createPage()
    void outbox.tap(addSong(1), { visit: 'v1' })
    await outbox.wipe('v1')
    outbox.online(true)
    for (const n of [2, 3]) void outbox.tap(addSong(n), { visit: 'v2' })
    await turns()
    await outbox.wipe('v2')
    outbox.online(false)
    flights[0]?.answer(undefined)
    await turns()
    outbox.online(true)
    await turns()
    expect(flights.map(({ tap }) => songOf(tap))).toEqual(['s2'])
  })

  it('gives up what is of no visit when who tapped is nobody any more, and sends it for nobody else', async () => {
    const { outbox, flights } = createPage()
    outbox.online(true)
    const taps = [outbox.tap(addSong(1)), outbox.tap(addSong(2))]
    await turns()
    outbox.online(false)
    await outbox.wipe(undefined)
    expect(await Promise.all(taps)).toEqual(Array(2).fill(refused(refuse('visit-closed'))))
    flights[0]?.answer(undefined)
    outbox.online(true)
    void outbox.tap(addSong(3))
    await turns()
    expect(flights.map(({ tap }) => songOf(tap))).toEqual(['s1', 's3'])
  })

  it('puts what is tapped while the store still loads behind what waits there', async () => {
    const old: StoredTap = { key: '0000000z-o9', tap: { outbox: 'o9', n: 4, tappedAt: 1, command: addSong(1) } }
    const keys: string[] = []
    let arrive: (rows: StoredTap[]) => void = () => undefined
    const { outbox, flights } = createPage({
      load: () => new Promise(resolve => (arrive = resolve)),
      put: async ({ key }) => void keys.push(key),
      drop: async () => undefined,
    })
    outbox.online(true)
    void outbox.tap(addSong(2))
    await turns()
    arrive([old])
    await turns()
    expect(keys).toEqual(['00000010-o1'])
    expect(flights[0]?.tap.n).toBe(4)
    expect(outbox.pending.value.map(songOf)).toEqual(['s1', 's2'])
  })

  it('goes on without a store, and says that it does', async () => {
    const broken = () => Promise.reject(new Error('denied'))
    const { outbox, flights } = createPage({ load: broken, put: broken, drop: broken })
    outbox.online(true)
    const answered = outbox.tap(addSong(1))
    await turns()
    flights[0]?.answer(done())
    expect(await answered).toEqual(done())
    expect(outbox.durable.value).toBe(false)
  })

  it('leaves alone what it cannot read', async () => {
    const { outbox, flights } = createPage({
      load: async () => [null, 7, { key: 'a' }, { key: 'b', tap: { n: 1 } }],
      put: async () => undefined,
      drop: async () => undefined,
    })
    outbox.online(true)
    await turns()
    expect(flights).toEqual([])
    expect(outbox.pending.value).toEqual([])
  })
})

type Step =
  | 'tap'
  | 'arrive'
  | 'lose request'
  | 'answer'
  | 'lose answer'
  | 'cut'
  | 'reconnect'
  | 'reload'
  | 'time'
  | 'slow disk'
  | 'quick disk'
const step = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom<Step>('tap', 'arrive', 'answer', 'reconnect', 'time') },
  { weight: 2, arbitrary: fc.constantFrom<Step>('lose request', 'lose answer', 'cut', 'reload') },
  { weight: 1, arbitrary: fc.constantFrom<Step>('slow disk', 'quick disk') },
)

describe('whatever happens on the way', () => {
  it('every tap happens once, in order; only one that neither left nor was written dies with its page', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async steps => {
        const disk = createDisk()
        const hub = createHub()
        const ids = { next: 0 }
        const tapped: string[] = []
        const mayDie = new Set<string>()
        let store = disk.page()
        let page = createPage(store, ids)
        /** Requests on the way; those of a page that died may still arrive. */
        const onTheWay: Flight[] = []
        let answers: { flight: Flight; answer: Answer }[] = []
        const collect = () => onTheWay.push(...page.flights.splice(0))

        const take: Record<Step, () => void> = {
          tap: () => {
            tapped.push(`s${tapped.length + 1}`)
            void page.outbox.tap(addSong(tapped.length))
          },
          arrive: () => {
            const flight = onTheWay.shift()
            if (flight) answers.push({ flight, answer: hub.receive(flight.tap) })
          },
          'lose request': () => onTheWay.shift()?.answer(undefined),
          answer: () => {
            const back = answers.shift()
            back?.flight.answer(back.answer)
          },
          'lose answer': () => answers.shift()?.flight.answer(undefined),
          cut: () => {
            page.outbox.online(false)
            // The client gives up on what it waits for; the hub may get it all the same.
            for (const { answer } of onTheWay) answer(undefined)
            for (const { flight } of answers) flight.answer(undefined)
            answers = []
          },
          reconnect: () => page.outbox.online(true),
          reload: () => {
            store.die()
            const kept = new Set([...disk.rows.values()].map(({ tap }) => songOf(tap)))
            for (const song of tapped) if (!kept.has(song) && !hub.log.includes(song)) mayDie.add(song)
            store = disk.page()
            page = createPage(store, ids)
          },
          time: () => page.passTime(),
          'slow disk': () => disk.slow(true),
          'quick disk': () => disk.slow(false),
        }
        for (const name of steps) {
          take[name]()
          await turns(12)
          collect()
        }
        // In the end everything works again.
        disk.slow(false)
        page.outbox.online(true)
        for (let round = 0; round < 4 * tapped.length + 8; round += 1) {
          await turns(12)
          collect()
          take.arrive()
          take.answer()
          take.time()
        }
        await turns()

        expect(new Set(hub.log).size).toBe(hub.log.length)
        const order = [...hub.log].sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)))
        expect(hub.log).toEqual(order)
        expect(tapped.filter(song => !hub.log.includes(song) && !mayDie.has(song))).toEqual([])
        expect(page.outbox.pending.value).toEqual([])
        expect(disk.rows.size).toBe(0)
      }),
      { numRuns: 400 },
    )
  })
})
