import { afterEach, describe, expect, it } from 'vitest'
import { createComfort, keptOf, resetComfort } from './comfort.ts'

const marks = () =>
  ['data-large-type', 'data-left-hand', 'data-low-reach'].filter(name => document.documentElement.hasAttribute(name))

afterEach(() => resetComfort(createComfort(undefined), undefined))

describe('comfort', () => {
  it('is on the page at once, and as it was kept after a reload', () => {
    const comfort = createComfort({ large: false, left: true, low: false })
    expect(marks()).toEqual(['data-left-hand'])
    comfort.low.value = true
    comfort.left.value = false
    expect(marks()).toEqual(['data-low-reach'])
    expect(keptOf(comfort)).toEqual({ large: false, left: false, low: true })
  })

  it('leaves nothing for the next party', () => {
    const comfort = createComfort({ large: true, left: true, low: true })
    resetComfort(comfort, undefined)
    expect(marks()).toEqual([])
    expect(keptOf(comfort)).toEqual({ large: false, left: false, low: false })
  })

  it('is as the house keeps this panel, when nobody is there', () => {
    const comfort = createComfort({ large: true, left: true, low: false })
    resetComfort(comfort, { large: false, left: false, low: true })
    expect(marks()).toEqual(['data-low-reach'])
  })
})
