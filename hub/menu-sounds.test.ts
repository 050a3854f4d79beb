import { describe, expect, it } from 'vitest'
import { createMenuSounds } from './menu-sounds.ts'

describe('the menu’s sounds', () => {
  it('are initials and pinyin, of latin names their own letters', () => {
    const sounds = createMenuSounds()
    expect(sounds({ zhHans: '青岛纯生' })).toEqual(['qdcs', 'qingdaochunsheng'])
    expect(sounds({ zhHans: '轩尼诗 VSOP' })).toEqual(['xnsv', 'xuannishivsop'])
    expect(sounds({ zhHans: 'Corona Extra' })).toEqual(['ce', 'coronaextra'])
  })

  it('are made once, however many panels ask', () => {
    const sounds = createMenuSounds()
    const first = sounds({ zhHans: '百威' })
    expect(sounds({ zhHans: '百威' })).toBe(first)
  })
})
