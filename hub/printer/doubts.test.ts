import { expect, it } from 'vitest'
import { createDoubts } from './doubts.ts'

/** Sent so often without a word of it. */
function silent(times: number) {
  const doubts = createDoubts()
  for (let tries = 0; tries < times; tries += 1) doubts.sent('beer', 'no-answer')
  return doubts
}

it('sets a ticket aside after three times without a word, and not for what the printer does say', () => {
  expect(silent(2).setAside()).toEqual([])
  expect(silent(3).setAside()).toEqual(['beer'])
  const doubts = silent(2)
  for (let tries = 0; tries < 5; tries += 1) doubts.sent('beer', 'no-paper')
  expect(doubts.has('beer')).toBe(true)
  expect(doubts.isSetAside('beer')).toBe(false)
})

it('lets it come once more when the printer was away and is back, and then no more', () => {
  const doubts = silent(3)
  doubts.heard('well')
  expect(doubts.isSetAside('beer')).toBe(true)
  doubts.heard('no-paper')
  doubts.heard('well')
  expect(doubts.isSetAside('beer')).toBe(false)
  doubts.sent('beer', 'no-answer')
  doubts.heard('no-paper')
  doubts.heard('well')
  doubts.back()
  expect(doubts.setAside()).toEqual(['beer'])
})

it('lets it come once more when another ticket comes out, or somebody has it in hand', () => {
  const other = silent(3)
  other.out('tea')
  expect(other.isSetAside('beer')).toBe(false)
  const doubts = silent(3)
  expect(doubts.takenInHand('beer')).toBe(true)
  expect(doubts.has('beer')).toBe(true)
  for (let tries = 0; tries < 2; tries += 1) doubts.sent('beer', 'no-answer')
  expect(doubts.isSetAside('beer')).toBe(false)
  expect(doubts.takenInHand('beer')).toBe(false)
  doubts.out('beer')
  expect(doubts.has('beer')).toBe(false)
})
