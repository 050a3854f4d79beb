import { describe, expect, test } from 'vitest'
import { fittingVoice, type MachineVoice } from './local-voice.ts'

const voice = (name: string, lang: string, more: Partial<MachineVoice> = {}): MachineVoice => ({
  name,
  lang,
  voiceURI: name,
  localService: true,
  default: false,
  ...more,
})
const house = [
  voice('Aria Online', 'en-US', { localService: false, default: true }),
  voice('Xiaoxiao Online', 'zh-CN', { localService: false }),
  voice('Sinji', 'zh-HK'),
  voice('Meijia', 'zh-TW'),
  voice('Huihui', 'zh_CN'),
  voice('Pinyin', 'cmn-Latn-pinyin'),
  voice('Kyoko', 'ja-JP'),
  voice('Karen', 'en-AU'),
  voice('Daniel', 'en-GB'),
]

describe('the voice of a console', () => {
  test('is the machine’s own, of the console’s language', () => {
    expect(fittingVoice(house, 'zh-Hans')?.name).toBe('Huihui')
    expect(fittingVoice(house, 'zh-Hant')?.name).toBe('Meijia')
    expect(fittingVoice(house, 'en')?.name).toBe('Daniel')
  })
  test('is Cantonese where the browser is of 香港, and not for who reads 简体', () => {
    expect(fittingVoice(house, 'zh-Hant', ['zh-HK', 'en'])?.name).toBe('Sinji')
    expect(fittingVoice(house, 'zh-Hans', ['zh-HK', 'en'])?.name).toBe('Huihui')
  })
  test('is a neighbour’s where there is no nearer one, and the machine’s favourite among equals', () => {
    expect(fittingVoice([voice('Sinji', 'zh-HK'), voice('Ting', 'cmn')], 'zh-Hant')?.name).toBe('Sinji')
    expect(fittingVoice([voice('Sinji', 'zh-HK')], 'zh-Hans')?.name).toBe('Sinji')
    expect(fittingVoice([voice('a', 'en-GB'), voice('b', 'en-GB', { default: true })], 'en')?.name).toBe('b')
  })
  test('is none rather than one that sends the words away, or that cannot read them', () => {
    expect(
      fittingVoice(
        house.filter(({ localService }) => !localService),
        'zh-Hans',
      ),
    ).toBeUndefined()
    expect(fittingVoice([voice('Pinyin', 'cmn-Latn-pinyin'), voice('Daniel', 'en-GB')], 'zh-Hans')).toBeUndefined()
    expect(fittingVoice([voice('Huihui', 'zh-CN')], 'en')).toBeUndefined()
  })
})
