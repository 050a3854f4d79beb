import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createShown } from './shown.ts'

const near = (text: string) => ({ text, share: 0.4 })

describe('a code before the camera', () => {
  it('counts once, however long it is held there', () => {
    const shown = createShown()
    const told = Array.from({ length: 60 }, (_, frame) => shown.look(near('abcd'), frame * 160))
    expect(told.filter(code => code !== undefined)).toEqual(['abcd'])
  })

  it('counts once though some frames are blurred, and again when it was taken away', () => {
    const shown = createShown()
    expect(shown.look(near('abcd'), 0)).toBe('abcd')
    expect(shown.look(undefined, 200)).toBeUndefined()
    expect(shown.look(near('abcd'), 2400)).toBeUndefined()
    expect(shown.look(near('abcd'), 4901)).toBe('abcd')
  })

  it('gives way to the next one at once', () => {
    const shown = createShown()
    expect(shown.look(near('abcd'), 0)).toBe('abcd')
    expect(shown.look(near('efgh'), 160)).toBe('efgh')
  })

  it('is not meant for us when it is far away', () => {
    expect(createShown().look({ text: 'abcd', share: 0.05 }, 0)).toBeUndefined()
  })

  it('is never told twice without having been away', () => {
    const frames = fc.array(fc.record({ gap: fc.integer({ min: 0, max: 2500 }), there: fc.boolean() }), {
      minLength: 1,
    })
    fc.assert(
      fc.property(frames, looks => {
        const shown = createShown()
        let at = 0
        let lastThere = 0
        let told = 0
        for (const { gap, there } of looks) {
          at += gap
          if (there && at - lastThere > 2500 && told > 0) return
          if (shown.look(there ? near('abcd') : undefined, at) !== undefined) told += 1
          if (there) lastThere = at
        }
        expect(told).toBeLessThanOrEqual(1)
      }),
    )
  })
})
