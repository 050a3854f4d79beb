import { describe, expect, it } from 'vitest'
import { createCardReads } from './card-reads.ts'

const lobby = { device: 'kiosk', kiosk: 'kiosk' }
const reader = { device: 'reader', kiosk: 'kiosk' }
const elsewhere = { device: 'kiosk2', kiosk: 'kiosk2' }

function desk() {
  let now = 1000
  let count = 0
  const reads = createCardReads({ clock: { now: () => now }, ids: { next: prefix => `${prefix}${++count}` } })
  return {
    ...reads,
    pass(ms: number) {
      now += ms
    },
  }
}

describe('a card for the desk', () => {
  it('is nobody’s check-in while somebody waits, and is theirs', () => {
    const { wait, take, find } = desk()
    expect(take(reader, '0045131261')).toBe(false)
    expect(wait('s1', reader)).toBeUndefined()
    expect(take(elsewhere, '0045131261')).toBe(false)
    expect(take(reader, '0045131261')).toBe(true)
    expect(wait('s1', reader)).toMatchObject({ id: 'k1', device: 'reader', text: '0045131261' })
    expect(find('s1', 'k1')?.text).toBe('0045131261')
    expect(find('s2', 'k1')).toBeUndefined()
  })

  it('is one card when page and reader see it, best by the device that was asked for', () => {
    const { wait, take } = desk()
    wait('s1', reader)
    expect([take(lobby, '1234'), take(reader, '1234'), take(reader, '1234')]).toEqual([true, true, true])
    expect(wait('s1', reader)).toMatchObject({ id: 'k2', device: 'reader' })
    expect(wait('s1', reader, 'k2')).toBeUndefined()
  })

  it('that could not be read is no failure in the lobby', () => {
    const { wait, take } = desk()
    wait('s1', reader)
    expect(take(reader)).toBe(true)
    expect(wait('s1', reader)).toBeUndefined()
  })

  it('gives way to no second person, and to the lobby when the page is gone', () => {
    const { wait, take, pass } = desk()
    wait('s1', reader)
    expect(wait('s2', lobby)).toBe('taken')
    take(reader, '1234')
    pass(4000)
    expect(take(reader, '1234')).toBe(false)
    expect(wait('s2', lobby)).toBeUndefined()
  })

  it('that still lies there checks nobody in', () => {
    const { wait, take, pass } = desk()
    wait('s1', reader)
    pass(3900)
    take(reader, '1234')
    pass(200)
    expect(take(lobby, '1234')).toBe(true)
    expect(take(lobby, '5678')).toBe(false)
  })

  it('is forgotten after five minutes', () => {
    const { wait, take, find, pass } = desk()
    wait('s1', reader)
    take(reader, '1234')
    pass(5 * 60_000)
    expect(find('s1', 'k1')).toBeUndefined()
    expect(wait('s1', reader)).toBeUndefined()
  })
})
