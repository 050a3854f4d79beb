import { describe, expect, it } from 'vitest'
import { as, evening, memberFacts, metaOf } from '../fixture.testing.ts'
import { duePlaylist } from './due.ts'
import { preload } from './preload.ts'

const meta = (preloadSongs = 3) => {
  let count = 0
  const made = metaOf(as('lily'), evening, prefix => `${prefix}${++count}`)
  return { ...made, venue: { ...made.venue, policy: { ...made.venue.policy, preloadSongs } } }
}

describe('preloading', () => {
  it('lays ready what the members sing, then what the house sings', () => {
    // song-4 may not be sung here.
    expect(preload('a', [memberFacts('wang')], meta())).toMatchObject({
      type: 'PlaylistPreloaded',
      visit: 'a',
      entries: [
        { entry: 'e1', song: 'song-1', why: 'yours', lengthMs: 300_000 },
        { entry: 'e2', song: 'song-2', why: 'hot' },
        { entry: 'e3', song: 'song-3', why: 'hot' },
      ],
    })
  })

  it('lays nothing ready that may not be sung here, also what a member sang before', () => {
    const made = meta()
    const preloaded = preload('a', [memberFacts('wang')], {
      ...made,
      facts: { ...made.facts, blockedSongs: new Set(['song-1', 'song-2']) },
    })
    expect(preloaded).toMatchObject({ entries: [{ song: 'song-3' }] })
  })

  it('does nothing where the venue wants none or has none', () => {
    expect(preload('a', [memberFacts('wang')], meta(0))).toBeUndefined()
    expect(preload('a', [], { ...meta(), facts: { members: new Map() } })).toBeUndefined()
  })
})

describe('what is due', () => {
  it('is nothing while nothing waits', () => {
    expect(duePlaylist('a', undefined, { assumedSongMs: 1 })).toBeUndefined()
    expect(duePlaylist('a', { queue: [], sung: [] }, { assumedSongMs: 1 })).toBeUndefined()
  })
})
