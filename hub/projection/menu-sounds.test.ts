import { describe, expect, it } from 'vitest'
import { createMemoryFiles } from '../system/memory-files.ts'
import { openMenuSounds } from './menu-sounds.ts'

const path = 'data/index/menu-sounds.json'

describe('the menu’s sounds', () => {
  it('are initials and pinyin, of latin names their own letters', async () => {
    const { sounds } = await openMenuSounds(createMemoryFiles(), path)
    expect(sounds({ zhHans: '青岛纯生' })).toEqual(['qdcs', 'qingdaochunsheng'])
    expect(sounds({ zhHans: '轩尼诗 VSOP' })).toEqual(['xnsv', 'xuannishivsop'])
    expect(sounds({ zhHans: 'Corona Extra' })).toEqual(['ce', 'coronaextra'])
  })

  it('are read at the next start instead of made', async () => {
    const files = createMemoryFiles()
    const first = await openMenuSounds(files, path)
    first.sounds({ zhHans: '百威' })
    await first.keep()
    const kept = String(await files.read(path))
    await files.replace(path, kept.replace('baiwei', 'asitiskept'))
    const next = await openMenuSounds(files, path)
    expect(next.sounds({ zhHans: '百威' })).toEqual(['bw', 'asitiskept'])
    expect(next.sounds({ zhHans: '喜力' })).toEqual(['xl', 'xili'])
    await next.keep()
    expect(String(await files.read(path))).toContain('xili')
  })

  it('are made again from a file that is damaged', async () => {
    const files = createMemoryFiles()
    await files.makeFolder('data/index')
    await files.replace(path, 'torn')
    const { sounds } = await openMenuSounds(files, path)
    expect(sounds({ zhHans: '百威' })).toEqual(['bw', 'baiwei'])
  })
})
