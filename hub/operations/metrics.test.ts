import { expect, it } from 'vitest'
import { bar, beer, openRoom, panel } from '../whole/party.testing.ts'
import { createTestHouse } from '../whole/venue-hub.testing.ts'
import { createMetrics, type HubFigures } from './metrics.ts'

const figures: HubFigures = {
  healthy: true,
  seq: 7,
  devices: new Map(),
  backupAt: undefined,
  certificateUntil: undefined,
}

const figure = (text: string, line: string): number =>
  Number(
    text
      .split('\n')
      .find(each => each.startsWith(`${line} `))
      ?.split(' ')[1],
  )

it('counts answers by their outcome, and says nothing of anybody', async () => {
  const house = await createTestHouse()
  const hub = await house.open()
  const metrics = createMetrics(() => undefined)
  const { visit } = await openRoom(hub)
  const door = metrics.counted(hub)
  const [command, more] = beer(visit, 1)
  const order = { tappedAt: house.clock.now(), ...more, command }
  expect(await door.submit(panel, order)).toMatchObject({ ok: true })
  expect(await door.submit(bar, order)).toMatchObject({ ok: false })
  expect(await door.query(panel, { type: 'TellNight' })).toMatchObject({ ok: false })
  const text = await metrics.text()
  expect(figure(text, 'changming_answers_total{kind="command",outcome="ok"}')).toBe(1)
  expect(figure(text, 'changming_answers_total{kind="command",outcome="not-allowed"}')).toBe(1)
  expect(text).toMatch(/changming_answers_total\{kind="query",outcome="[a-z-]+"\} 1/)
  expect(text).not.toContain(visit)
  await hub.stop()
})

it('is named as Prometheus has it: a help for each, and `_total` for what only rises', async () => {
  const text = await createMetrics(() => figures).text()
  const types = [...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)].map(([, name = '', type = '']) => ({ name, type }))
  expect(types.length).toBeGreaterThan(20)
  for (const { name, type } of types) {
    expect(text).toMatch(new RegExp(`^# HELP ${name} \\S`, 'm'))
    expect(name.endsWith('_total'), name).toBe(type === 'counter')
  }
  expect(text.endsWith('\n')).toBe(true)
})

it('measures how long a batch takes to be on the disk; one that failed is not on it', async () => {
  const house = await createTestHouse()
  const metrics = createMetrics(() => undefined)
  const journal = await metrics.timed(house.journal()).open()
  const line = {
    seq: 1,
    batch: 1,
    at: house.clock.now(),
    command: { type: 'X' },
    by: { system: true },
    events: [],
  } as const
  journal.append([line])
  house.disk.failFrom('write', 1, 'EIO')
  expect(() => journal.append([{ ...line, seq: 2, batch: 2 }])).toThrow()
  const text = await metrics.text()
  expect(figure(text, 'changming_journal_lines_total')).toBe(1)
  expect(figure(text, 'changming_journal_append_seconds_count')).toBe(1)
  // What hangs on the journal is still what it was.
  expect(journal.lastSeq).toBe(1)
})

it('says how the hub is when somebody looks, and nothing before it has started', async () => {
  let now: HubFigures | undefined
  const metrics = createMetrics(() => now)
  expect(await metrics.text()).not.toMatch(/^changming_devices_online\{/m)
  now = { ...figures, healthy: false, devices: new Map([['panel', { paired: 3, online: 2 }]]) }
  const text = await metrics.text()
  expect(figure(text, 'changming_healthy')).toBe(0)
  expect(figure(text, 'changming_seq')).toBe(7)
  expect(figure(text, 'changming_devices_online{kind="panel"}')).toBe(2)
  expect(figure(text, 'nodejs_eventloop_lag_p99_seconds')).toBeGreaterThanOrEqual(0)
})

it('says when the last good backup was made and when the certificate ends, in seconds; where there is none, nothing', async () => {
  const backup = 'changming_backup_last_success_timestamp_seconds'
  const certificate = 'changming_certificate_expiry_timestamp_seconds'
  let now: HubFigures | undefined
  const metrics = createMetrics(() => now)
  const told = async () => {
    const text = await metrics.text()
    return [figure(text, backup), figure(text, certificate)]
  }
  expect(await told()).toEqual([Number.NaN, Number.NaN])
  now = { ...figures, backupAt: 1_795_000_000_500, certificateUntil: 1_829_000_000_000 }
  expect(await told()).toEqual([1_795_000_000.5, 1_829_000_000])
  // The house was put back from before its first backup, and speaks plain HTTP.
  now = figures
  expect(await told()).toEqual([Number.NaN, Number.NaN])
})
