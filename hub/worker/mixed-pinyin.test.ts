import { describe, expect, it } from 'vitest'
import { beginsMixed } from './mixed-pinyin.ts'

describe('syllables typed as the fingers happen to do it', () => {
  it.each(['qinghc', 'qhuac', 'qihci', 'qhc', 'qinghuaci', 'qinghua', 'q'])('%s is 青花瓷', typed => {
    expect(beginsMixed(typed, 'qinghuaci', 'qhc')).toBe(true)
  })
  it.each(['qinghb', 'hc', 'qc', 'qinghuacia', 'qinhgc'])('%s is not', typed => {
    expect(beginsMixed(typed, 'qinghuaci', 'qhc')).toBe(false)
  })
  it('knows a syllable’s first letter from the same letter inside the one before', () => {
    expect(beginsMixed('zgu', 'zhongguo', 'zg')).toBe(true)
    expect(beginsMixed('zhongg', 'zhongguo', 'zg')).toBe(true)
  })
})
