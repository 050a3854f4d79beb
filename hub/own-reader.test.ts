import { describe, expect, it } from 'vitest'
import type { DeviceRow } from './identity/devices.ts'
import { deviceRow } from './identity/world.testing.ts'
import { forkReader, type ReaderProgram, superviseOwnReader, type Told } from './own-reader.ts'
import { createManualClock } from './system/manual-clock.testing.ts'
import { settled } from './system/told-clock.ts'

const second = 1000

function world(...rows: readonly DeviceRow[]) {
  const devices = new Map(rows.map(row => [row.id, row]))
  const listeners: ((device: string) => void)[] = []
  const clock = createManualClock(0)
  const programs: { told: Told[]; stopped: boolean; end: (how: string) => void }[] = []
  const tokens: string[] = []
  const save = async (row: DeviceRow) => {
    devices.set(row.id, row)
    for (const tell of listeners) tell(row.id)
  }
  const start = (): ReaderProgram => {
    const told: Told[] = []
    let tellEnd: (how: string) => void = () => undefined
    const program = { told, stopped: false, end: (how: string) => tellEnd(how) }
    programs.push(program)
    return {
      tell: said => void told.push(said),
      onEnd(ended) {
        tellEnd = ended
      },
      stop() {
        program.stopped = true
        program.end('SIGTERM')
      },
    }
  }
  const own = superviseOwnReader({
    served: {
      settled: Promise.resolve(),
      origin: 'https://hub.test',
      certificates: undefined,
      hub: {
        allDevices: () => [...devices.values()],
        devices: { find: id => devices.get(id), save },
        onPrincipalChange: listener => void listeners.push(listener),
      },
      devices: {
        async renewToken(id) {
          if (!devices.has(id) || devices.get(id)?.revoked) return undefined
          tokens.push(id)
          return `token-${tokens.length}`
        },
      },
    },
    start,
    ids: { next: prefix => `${prefix}made` },
    clock,
    log: { warn: () => undefined, error: () => undefined },
  })
  return { own, clock, devices, programs, save, made: () => [...devices.values()].find(row => row.own) }
}

const kiosk = deviceRow({ id: 'd3-kiosk', kind: 'kiosk' })

describe('the readers of the hub', () => {
  it('serve the first kiosk, as a device of their own', async () => {
    const { programs, made } = world(deviceRow({ id: 'd3-panel', kind: 'panel', room: 'r' }), kiosk)
    await settled()
    expect(made()).toMatchObject({ id: 'd3-made', kind: 'reader', kiosk: 'd3-kiosk', own: true })
    expect(programs.map(({ told }) => told)).toEqual([
      [{ paired: { origin: 'https://hub.test', device: 'd3-made', token: 'token-1' } }],
    ])
  })

  it('wait until there is a kiosk', async () => {
    const { programs, save } = world()
    await settled()
    expect(programs).toEqual([])
    await save(kiosk)
    await settled()
    expect(programs).toHaveLength(1)
  })

  it('that crash are started again, later each time, with another token', async () => {
    const { programs, clock, save } = world(kiosk)
    await settled()
    programs[0]?.end('SIGSEGV')
    await save(kiosk)
    expect(programs).toHaveLength(1)
    await clock.turn(second)
    expect(programs).toHaveLength(2)
    expect(programs[1]?.told[0]?.paired.token).toBe('token-2')
    programs[1]?.end('1')
    await clock.turn(second)
    expect(programs).toHaveLength(2)
    await clock.turn(second)
    expect(programs).toHaveLength(3)
  })

  it('that ran well for a while are soon back', async () => {
    const { programs, clock } = world(kiosk)
    await settled()
    for (const at of [0, 1, 2]) {
      await clock.turn(3600 * second)
      programs[at]?.end('SIGKILL')
      await clock.turn(second)
      expect(programs).toHaveLength(at + 2)
    }
  })

  it('are stopped when they are revoked, and stay so', async () => {
    const { programs, made, save, clock } = world(kiosk)
    await settled()
    const row = made()
    if (!row) throw new Error('no row was made')
    await save({ ...row, revoked: true })
    expect(programs[0]?.stopped).toBe(true)
    await clock.turn(3600 * second)
    expect(programs).toHaveLength(1)
  })

  it('end with the hub', async () => {
    const { own, programs, clock } = world(kiosk)
    await settled()
    await own.stop()
    expect(programs[0]?.stopped).toBe(true)
    await clock.turn(3600 * second)
    expect(programs).toHaveLength(1)
  })
})

it('a reader program that cannot even be started has ended, and the hub goes on', async () => {
  const { execPath } = process
  process.execPath = '/nowhere/node'
  try {
    const program = forkReader(new URL('file:///reader.js'), { warn: () => undefined, error: () => undefined })
    const ended: string[] = []
    program.tell({ paired: { origin: 'https://hub.test', device: 'r1', token: 't' } })
    program.onEnd(how => ended.push(how))
    await expect.poll(() => ended, { timeout: 10_000 }).toEqual([expect.stringContaining('ENOENT')])
  } finally {
    process.execPath = execPath
  }
})
