import { fireEvent, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { close, show } from '../app.testing.tsx'
import { daniel, huihui } from '../sound/fake-synthesizer.testing.ts'
import type { MachineVoice } from '../sound/local-voice.ts'
import { call, house as rooms, self, tonight } from '../stage/evening.ts'
import { createFakeLink, type FakeLink } from '../stage/fake-link.ts'

vi.mock('../../../shared/ui/fonts.ts', () => ({ loadFonts: async () => undefined }))
// A browser has sound, this one has none.
vi.mock('../sound/tones.ts', async original => {
  const { signal } = await import('@preact/signals')
  const state = signal('asleep')
  return {
    ...(await original<object>()),
    lengthOf: () => 0,
    createVoice: () => {
      state.value = 'asleep'
      return {
        state,
        play: () => state.value === 'running',
        unlock: async () => {
          state.value = 'running'
        },
      }
    },
  }
})

interface Utterance {
  readonly words: string
  voice?: MachineVoice
  onend?: () => void
}

let said: string[] = []

beforeEach(() => {
  said = []
})
afterEach(() => {
  vi.unstubAllGlobals()
})

/** A browser with these voices. */
function speaks(...voices: readonly MachineVoice[]): void {
  vi.stubGlobal(
    'SpeechSynthesisUtterance',
    class implements Utterance {
      readonly words: string
      constructor(words: string) {
        this.words = words
      }
    },
  )
  vi.stubGlobal('speechSynthesis', {
    getVoices: () => voices,
    addEventListener: () => undefined,
    cancel: () => undefined,
    speak({ words, voice, onend }: Utterance) {
      if (words !== '') said.push(`${voice?.name}: ${words}`)
      onend?.()
    },
  })
}

async function open(): Promise<FakeLink> {
  const link = createFakeLink('c1', tonight)
  link.put(...rooms, ['self', self(undefined, 'floor')])
  await show(link)
  return link
}

const start = () => fireEvent.click(screen.getByRole('button', { name: '打开声音' }))
const microphone = { what: { kind: 'service', service: 'microphone' }, severity: 'warning' } as const

describe('打开声音', () => {
  test('says which of the machine’s voices speaks, and lets it be heard; then rooms are said', async () => {
    speaks({ ...huihui, name: 'Xiaoxiao', voiceURI: 'online', localService: false }, daniel, huihui)
    const link = await open()
    start()
    expect(await screen.findByText('会报房号，用本机语音：Huihui')).toBeTruthy()
    await waitFor(() => expect(said).toEqual(['Huihui: 会报房号']))
    link.put(call('q1', microphone))
    await waitFor(() => expect(said.at(-1)).toBe('Huihui: V 0 8，话筒'))
    await waitFor(() => expect(link.reports.at(-1)).toEqual({ sounding: true, heard: ['q1'] }))
  })

  test('says that there is no voice here, rather than to send a word away; its tones count as ever', async () => {
    speaks({ ...huihui, localService: false }, daniel)
    const link = await open()
    start()
    expect(await screen.findByText('这台没有本机语音，不报房号，只响提示音')).toBeTruthy()
    expect(screen.queryByRole('button', { name: '改成不报房号' })).toBeNull()
    // Also when the notice is gone.
    expect(screen.getAllByText('没有语音')).not.toHaveLength(0)
    link.put(call('q1', microphone))
    await waitFor(() => expect(link.reports.at(-1)).toEqual({ sounding: true, heard: ['q1'] }))
    expect(said).toEqual([])
  })

  test('says the same where the browser cannot speak at all', async () => {
    await open()
    start()
    expect(await screen.findByText('这台没有本机语音，不报房号，只响提示音')).toBeTruthy()
  })

  test('finds it turned off as this console was left', async () => {
    speaks(huihui)
    const link = await open()
    start()
    fireEvent.click(await screen.findByRole('button', { name: '改成不报房号' }))
    expect(await screen.findByText('不报房号，只响提示音')).toBeTruthy()
    close()
    const before = said.length
    await open()
    start()
    expect(await screen.findByText('不报房号，只响提示音')).toBeTruthy()
    link.put(call('q1', microphone))
    expect(said).toHaveLength(before)
    fireEvent.click(await screen.findByRole('button', { name: '改成报房号' }))
    await waitFor(() => expect(said.at(-1)).toBe('Huihui: 会报房号'))
  })

  test('a phone stays awake, and does again after another app was looked at', async () => {
    const request = vi.fn(async () => undefined)
    Object.defineProperty(navigator, 'wakeLock', { value: { request }, configurable: true })
    const seen = vi.spyOn(document, 'visibilityState', 'get')
    try {
      await open()
      start()
      await waitFor(() => expect(request).toHaveBeenCalledTimes(1))
      for (const state of ['hidden', 'visible'] as const) {
        seen.mockReturnValue(state)
        document.dispatchEvent(new Event('visibilitychange'))
      }
      expect(request).toHaveBeenCalledTimes(2)
    } finally {
      seen.mockRestore()
      Reflect.deleteProperty(navigator, 'wakeLock')
    }
  })

  test('muted, says nothing', async () => {
    speaks(huihui)
    const link = await open()
    start()
    await waitFor(() => expect(said).toHaveLength(1))
    fireEvent.click(await screen.findByRole('button', { name: '静音' }))
    link.put(call('q1', microphone))
    await waitFor(() => expect(link.reports.at(-1)).toEqual({ sounding: false, heard: [] }))
    expect(said).toHaveLength(1)
  })
})
