import { signal } from '@preact/signals'
import { cleanup, render } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { repeatMs } from '../sound/alarm.ts'
import { createFakeSynthesizer, daniel, huihui } from '../sound/fake-synthesizer.testing.ts'
import { createSpeaker } from '../sound/speaker.ts'
import { lengthOf, type Tone, type Voice, type VoiceState } from '../sound/tones.ts'
import { call, house as rooms, self, tonight } from '../stage/evening.ts'
import { createFakeLink } from '../stage/fake-link.ts'
import { createHouse, type House } from '../state/house.ts'
import { createSpeech } from '../state/speech.ts'
import { startShift } from './shift.ts'
import { useAlarm } from './use-alarm.ts'
import { useSpeaker } from './use-speaker.ts'

vi.mock('../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))

let opened: House | undefined
beforeEach(() => {
  localStorage.clear()
  vi.useFakeTimers()
})
afterEach(() => {
  cleanup()
  opened?.stop()
  vi.useRealTimers()
})

interface Sound {
  readonly what: string
  readonly from: number
  readonly to: number
}

/** Everything that comes out of one loudspeaker, and when; a line takes `lineMs` unless the machine hangs. */
async function station({ lineMs = 2500, machine = createFakeSynthesizer(huihui), asleep = false } = {}) {
  const link = createFakeLink('c1', tonight)
  link.put(...rooms, ['self', self(undefined, 'floor')])
  const speech = await createSpeech('zh-Hans', () => link.one('venue'))
  const tones: Sound[] = []
  const lines: Sound[] = []
  const { synthesizer } = machine
  const state = signal<VoiceState>(asleep ? 'asleep' : 'running')
  const voice: Voice = {
    state,
    async unlock() {
      state.value = 'running'
    },
    play(tone: Tone) {
      if (state.value !== 'running') return false
      tones.push({ what: tone, from: performance.now(), to: performance.now() + lengthOf(tone) })
      return true
    },
  }
  const speaker = createSpeaker({
    synthesizer: {
      ...synthesizer,
      speak(words, by, done) {
        const from = performance.now()
        synthesizer.speak(words, by, said => {
          lines.push({ what: words, from, to: performance.now() })
          done(said)
        })
        setTimeout(() => machine.end(), lineMs)
      },
    },
    device: 'c1',
    storage: localStorage,
    locale: () => speech.speech.value.locale,
    browser: [],
    more: count => speech.speech.peek().t('spokenMore', { count }),
  })
  const house: House = { ...createHouse(link, speech), voice, speaker }
  opened = house
  function Sounding() {
    useAlarm(house)
    useSpeaker(house)
    return null
  }
  render(<Sounding />)
  return { link, house, tones, lines, machine, pass: (ms: number) => vi.advanceTimersByTime(ms) }
}

const complaint = { what: { kind: 'complaint', category: 'audio' }, severity: 'critical' } as const
const wish = (service: 'ice' | 'cups' | 'microphone') =>
  ({ what: { kind: 'service', service }, severity: 'info' }) as const
const texts = (house: House) => house.notices.shown.value.map(({ text }) => text)

describe('a station that rings and speaks', () => {
  test('rings, then says it', async () => {
    const { link, tones, lines, pass } = await station()
    link.put(call('q1', wish('microphone')))
    pass(4000)
    expect(lines.map(({ what }) => what)).toEqual(['V 0 8，话筒'])
    expect(lines[0]?.from).toBeGreaterThanOrEqual(tones[0]?.to ?? Number.POSITIVE_INFINITY)
  })

  test('that is woken while somebody calls lets its own tone be heard first, then the alarm, then the words', async () => {
    const { link, house, tones, lines, pass } = await station({ asleep: true })
    link.put(call('q1', complaint))
    pass(3000)
    expect(tones).toEqual([])
    await startShift(house)
    // A call that comes meanwhile is not heard yet.
    expect(link.reports.at(-1)).toEqual({ sounding: false, heard: [] })
    pass(10_000)
    expect(link.reports.at(-1)).toEqual({ sounding: true, heard: ['q1'] })
    expect(tones.map(({ what }) => what)).toEqual(['test', 'critical'])
    // At once, to a millisecond.
    expect(Math.abs((tones[1]?.from ?? 0) - (tones[0]?.to ?? 0))).toBeLessThanOrEqual(1)
    expect(lines.map(({ what }) => what)).toEqual(['会报房号', 'V 0 8，客诉'])
    expect(lines[0]?.from).toBeGreaterThanOrEqual(tones[1]?.to ?? Number.POSITIVE_INFINITY)
  })

  test('a call that comes in the middle of words rings at their end, at once, and before the next words', async () => {
    const { link, tones, lines, pass } = await station()
    link.put(call('q1', wish('ice')), call('q2', { ...wish('cups'), room: 'a05' }))
    pass(lengthOf('info') + 300)
    link.put(call('q3', { ...complaint, room: 'a05' }))
    expect(tones.map(({ what }) => what)).toEqual(['info'])
    expect(link.reports.at(-1)?.heard).not.toContain('q3')
    pass(10_000)
    expect(tones.map(({ what }) => what)).toEqual(['info', 'critical'])
    expect(lines.map(({ what }) => what)).toEqual(['V 0 8，冰块', 'A 0 5，客诉', 'A 0 5，杯子'])
    expect(tones[1]?.from).toBe(lines[0]?.to)
    expect(link.reports.at(-1)?.heard).toContain('q3')
  })

  test('in a whole evening no tone rings over a word, no word is cut off, and what is critical is repeated', async () => {
    const { link, tones, lines, machine, pass } = await station()
    link.put(call('q0', complaint))
    for (let at = 1; at <= 60; at++) {
      pass(700 + ((at * 337) % 2900))
      link.put(call(`q${at}`, { ...wish(at % 2 ? 'ice' : 'cups'), room: at % 3 ? 'a05' : 'v08' }))
    }
    pass(2 * repeatMs)
    const over = tones.filter(tone => lines.some(line => tone.from < line.to && line.from < tone.to))
    expect(over).toEqual([])
    expect(machine.cut).toEqual([])
    expect(lines.length).toBeGreaterThan(10)
    const repeats = tones.filter(({ what }) => what === 'critical')
    const gaps = repeats.slice(1).map(({ from }, at) => from - (repeats[at]?.from ?? 0))
    expect(gaps.length).toBeGreaterThan(3)
    // The tick of a second, and the longest line.
    expect(Math.max(...gaps)).toBeLessThanOrEqual(repeatMs + 1000 + 2500)
  })

  test('a machine that hangs holds back one tone, not long, and says so in words', async () => {
    const { link, house, tones, pass } = await station({ lineMs: 600_000 })
    link.put(call('q1', wish('ice')))
    pass(1000)
    link.put(call('q2', { ...complaint, room: 'a05' }))
    pass(8000)
    expect(tones.map(({ what }) => what)).toEqual(['info', 'critical'])
    expect(texts(house)).toEqual(['本机语音失灵，没报房号，只响提示音'])
    pass(1000)
    link.put(call('q3', { ...wish('ice'), room: 'a01' }))
    expect(tones.at(-1)?.what).toBe('info')
  })

  test('a voice that is lost with another language is said in words, and that there is one again; the tones go on', async () => {
    const { link, house, tones, lines, machine, pass } = await station()
    await house.chooseLanguage('en')
    expect(texts(house)).toEqual(['This machine has no voice of its own: tones only'])
    link.put(call('q1', wish('ice')))
    pass(5000)
    expect([tones.length, lines]).toEqual([1, []])
    machine.install(huihui, daniel)
    expect(texts(house).at(-1)).toBe("Rooms are said aloud by this machine's own voice: Daniel")
  })
})
