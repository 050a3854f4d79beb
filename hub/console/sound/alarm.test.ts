import { describe, expect, test } from 'vitest'
import type { RequestView } from '../../../shared/protocol/views/console.ts'
import { createAlarm, repeatMs, type Sounding, soundings } from './alarm.ts'
import type { Tone } from './tones.ts'

function house() {
  const heard: Tone[] = []
  let deaf = false
  const alarm = createAlarm(tone => {
    if (deaf) return false
    heard.push(tone)
    return true
  })
  return {
    heard,
    look: alarm.look,
    deafen(on: boolean) {
      deaf = on
    },
  }
}

const critical: Sounding = { key: 'request/a/0/1/0', tone: 'critical' }
const info: Sounding = { key: 'request/b/0/1/0', tone: 'info' }

describe('the alarm', () => {
  test('sounds a new call once', () => {
    const { look, heard } = house()
    look([info], 0)
    look([info], 60_000)
    expect(heard).toEqual(['info'])
  })

  test('repeats a critical one every 20 s until somebody takes it', () => {
    const { look, heard } = house()
    look([critical], 0)
    look([critical], repeatMs - 1)
    look([critical], repeatMs)
    look([critical], 2 * repeatMs)
    look([], 3 * repeatMs)
    expect(heard).toEqual(['critical', 'critical', 'critical'])
  })

  test('sounds again what was taken and came back', () => {
    const { look, heard } = house()
    look([info], 0)
    look([], 1000)
    look([info], 2000)
    expect(heard).toEqual(['info', 'info'])
  })

  test('makes one sound of many, the worst', () => {
    const { look, heard } = house()
    look([info, critical, { key: 'checkin/k', tone: 'vip' }], 0)
    look([info, critical, { key: 'checkin/k', tone: 'vip' }], 1000)
    expect(heard).toEqual(['critical'])
  })

  test('catches up on what nobody could hear', () => {
    const { look, heard, deafen } = house()
    deafen(true)
    look([critical], 0)
    deafen(false)
    look([critical], 1000)
    expect(heard).toEqual(['critical'])
  })
})

describe('what sounds', () => {
  const call: RequestView = {
    id: 'q',
    what: { kind: 'complaint', category: 'service' },
    severity: 'critical',
    status: 'open',
    openedAt: 0,
    times: 1,
    onTheWay: false,
    level: 0,
    reopened: 0,
    vip: false,
    notTo: 's2',
  }
  test('is not a complaint about oneself, and nothing that somebody has', () => {
    expect(soundings([call], [], [], 's2')).toEqual([])
    expect(soundings([call], [], [], 's1')).toHaveLength(1)
    expect(soundings([call], [], [], undefined)).toHaveLength(1)
    expect(soundings([{ ...call, status: 'acknowledged' }], [], [], 's1')).toEqual([])
  })
  test('is heard again when it is urged or escalated', () => {
    const keys = [call, { ...call, times: 2 }, { ...call, level: 1 }].flatMap(one =>
      soundings([one], [], [], undefined).map(({ key }) => key),
    )
    expect(new Set(keys).size).toBe(3)
  })
})
