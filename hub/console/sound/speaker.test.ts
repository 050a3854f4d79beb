import { signal } from '@preact/signals'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Locale } from '../../../shared/i18n/locale.ts'
import { createAlarm, repeatMs, type Sounding } from './alarm.ts'
import { createFakeSynthesizer, daniel, huihui } from './fake-synthesizer.testing.ts'
import { createSpeaker, type Line, tryKey } from './speaker.ts'
import type { Tone } from './tones.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const toneMs = 500
const lineMs = 2000
const line = (key: string, tone: Tone = 'info', words = key): Line => ({ key, tone, words: () => words })

function house(machine = createFakeSynthesizer(huihui, daniel), kept = new Map<string, string>(), device = 'c1') {
  const locale = signal<Locale>('zh-Hans')
  const speaker = createSpeaker({
    synthesizer: machine.synthesizer,
    device,
    storage: {
      getItem: key => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: key => void kept.delete(key),
    },
    locale: () => locale.value,
    browser: [],
    more: count => `还有${count}个`,
  })
  const pass = (ms: number) => vi.advanceTimersByTime(ms)
  return {
    ...machine,
    speaker,
    locale,
    pass,
    /** Says all that there is to say, each line in its time. */
    drain() {
      pass(toneMs)
      while (machine.busy) {
        pass(lineMs)
        machine.end()
        pass(0)
      }
    },
  }
}

describe('a console that speaks', () => {
  test('says what is due after the tone, one after the other, worst first', () => {
    const { speaker, said, pass, drain } = house()
    speaker.say([line('冰块'), line('客诉', 'critical'), line('话筒', 'warning')], toneMs)
    pass(toneMs - 1)
    expect(said).toEqual([])
    pass(1)
    expect(said).toEqual(['客诉'])
    drain()
    expect(said).toEqual(['客诉', '话筒', '冰块'])
  })

  test('never says two at once: what comes later waits, and goes before what is less bad', () => {
    const { speaker, said, cut, pass, drain } = house()
    speaker.say([line('冰块'), line('杯子')], 0)
    pass(0)
    speaker.say([line('客诉', 'critical')], toneMs)
    pass(toneMs)
    expect(said).toEqual(['冰块'])
    drain()
    expect(said).toEqual(['冰块', '客诉', '杯子'])
    expect(cut).toEqual([])
  })

  test('waits for a tone that begins while it waits', () => {
    const { speaker, said, pass } = house()
    speaker.say([line('a')], toneMs)
    pass(toneMs - 100)
    speaker.say([line('b', 'critical')], toneMs)
    pass(toneMs - 1)
    expect(said).toEqual([])
    pass(1)
    expect(said).toEqual(['b'])
  })

  test('says three of a flood and counts the rest', () => {
    const { speaker, said, drain } = house()
    const flood = Array.from({ length: 30 }, (_, at) => line(`V${at}`, at === 29 ? 'critical' : 'info'))
    speaker.say(flood, toneMs)
    drain()
    expect(said).toEqual(['V29', 'V0', 'V1', '还有27个'])
  })

  test('is done soon after thirty that came within a minute', () => {
    const { speaker, said, end, pass } = house()
    let sayingMs = 0
    let after = 0
    for (let ms = 0; ms < 120_000; ms += 100) {
      if (ms < 60_000 && ms % 2000 === 0) speaker.say([line(`V${ms / 2000}`)], toneMs)
      pass(100)
      sayingMs = said.length > after ? 0 : sayingMs + 100
      after = said.length
      if (sayingMs >= 3500) end()
      if (ms === 75_000) expect(said.at(-1)).toMatch(/^还有\d+个$/)
    }
    expect(said.length).toBeLessThan(30)
  })

  test('says once what two call for in the same words', () => {
    const { speaker, said, drain } = house()
    speaker.say([line('k1', 'vip', '贵宾到店'), line('k2', 'vip', '贵宾到店'), line('冰块')], toneMs)
    drain()
    expect(said).toEqual(['贵宾到店', '冰块'])
  })

  test('is silent about what somebody took, waiting or half said', () => {
    const { speaker, said, cut, pass, drain } = house()
    speaker.say([line('a'), line('b'), line('c'), line('d'), line('e')], 0)
    pass(0)
    speaker.keep(new Set(['c', 'e']))
    pass(0)
    expect(cut).toEqual(['a'])
    drain()
    expect(said).toEqual(['a', 'c', '还有1个'])
  })

  test('repeats what is critical with its tone until somebody takes it', () => {
    const { speaker, said, drain } = house()
    const alarm = createAlarm<Sounding>((_tone, due) => {
      speaker.say(
        due.map(({ key, tone }) => line(key, tone)),
        toneMs,
      )
      return true
    })
    const look = (now: number, ...waiting: Sounding[]) => {
      speaker.keep(new Set(waiting.map(({ key }) => key)))
      alarm.look(waiting, now)
      drain()
    }
    const complaint: Sounding = { key: '客诉', tone: 'critical' }
    look(0, complaint, { key: '冰块', tone: 'info' })
    look(repeatMs - 1, complaint, { key: '冰块', tone: 'info' })
    look(repeatMs, complaint, { key: '冰块', tone: 'info' })
    look(2 * repeatMs)
    expect(said).toEqual(['客诉', '冰块', '客诉'])
  })

  test('goes on after a line that the machine never ends', () => {
    const { speaker, said, pass } = house()
    speaker.say([line('a'), line('b')], 0)
    pass(0)
    pass(7999)
    expect([said, speaker.saying.value]).toEqual([['a'], true])
    pass(2)
    expect(said).toEqual(['a', 'b'])
    // Nothing waits for its end any more.
    expect([speaker.standing.value, speaker.saying.value]).toEqual(['failed', false])
  })

  test('knows that it failed, until a line is said or it is tried again', () => {
    const { speaker, end, pass } = house()
    const fail = () => {
      speaker.say([line('a')], 0)
      pass(0)
      end(false)
    }
    fail()
    expect(speaker.standing.value).toBe('failed')
    speaker.say([line('a')], 0)
    pass(0)
    end()
    expect(speaker.standing.value).toBe('says')
    fail()
    speaker.say([line(tryKey, 'test')], 0)
    expect(speaker.standing.value).toBe('says')
  })

  test('takes the voice of the language that it is switched to, and its words', () => {
    const { speaker, said, by, locale, drain } = house()
    const words = () => (locale.value === 'en' ? 'microphone' : '话筒')
    speaker.say([{ key: 'a', tone: 'info', words }], toneMs)
    locale.value = 'en'
    drain()
    expect([said, by]).toEqual([['microphone'], ['Daniel']])
    expect(speaker.voice.value?.name).toBe('Daniel')
  })

  test('says nothing where the machine has no voice of its own, and does once it has', () => {
    const { speaker, said, install, drain } = house(
      createFakeSynthesizer({ ...huihui, name: 'Online', localService: false }, daniel),
    )
    speaker.say([line('a')], 0)
    drain()
    expect(said).toEqual([])
    install(huihui)
    speaker.say([line('b')], 0)
    drain()
    expect(said).toEqual(['b'])
  })

  test('does not say later what was called while it had no voice', () => {
    const { speaker, said, locale, drain } = house(createFakeSynthesizer(huihui))
    speaker.say([line('a')], toneMs)
    locale.value = 'en'
    drain()
    locale.value = 'zh-Hans'
    speaker.say([line('b')], 0)
    drain()
    expect(said).toEqual(['b'])
  })

  test('is turned off at this console, at once and for good', () => {
    const kept = new Map<string, string>()
    const { speaker, said, cut, pass, drain } = house(undefined, kept)
    speaker.say([line('a'), line('b')], 0)
    pass(0)
    speaker.turn(false)
    speaker.say([line('c')], 0)
    drain()
    expect([said, cut]).toEqual([['a'], ['a']])
    expect(house(undefined, kept).speaker.standing.value).toBe('off')
    expect(house(undefined, kept, 'c2').speaker.standing.value).toBe('says')
    speaker.turn(true)
    expect(house(undefined, kept).speaker.standing.value).toBe('says')
  })

  test('knows its voices when they come, and that there are none after a while', async () => {
    const late = house(createFakeSynthesizer())
    const known = late.speaker.known()
    late.install(huihui)
    await known
    expect(late.speaker.voice.value?.name).toBe('Huihui')
    const never = house(createFakeSynthesizer()).speaker.known()
    vi.advanceTimersByTime(2000)
    await never
  })
})
