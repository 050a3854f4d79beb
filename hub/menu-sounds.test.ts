import { describe, expect, it, vi } from 'vitest'
import { createMenuSounds } from './menu-sounds.ts'
import { soundOfText } from './worker/pinyin.ts'

vi.mock('./worker/pinyin.ts', async original => {
  const real = await original<typeof import('./worker/pinyin.ts')>()
  return { soundOfText: vi.fn(real.soundOfText) }
})

describe('the menu’s sounds', () => {
  it('are initials and pinyin, of latin names their own letters', () => {
    const sounds = createMenuSounds()
    expect(sounds({ zhHans: '青岛纯生' })).toEqual(['qdcs', 'qingdaochunsheng'])
    expect(sounds({ zhHans: '轩尼诗 VSOP' })).toEqual(['xnsv', 'xuannishivsop'])
    expect(sounds({ zhHans: 'Corona Extra' })).toEqual(['ce', 'coronaextra'])
  })

  it('are made once, however many panels ask', () => {
    const sounds = createMenuSounds()
    vi.mocked(soundOfText).mockClear()
    const first = sounds({ zhHans: '百威' })
    expect(sounds({ zhHans: '百威' })).toBe(first)
    expect(soundOfText).toHaveBeenCalledTimes(1)
  })
})
