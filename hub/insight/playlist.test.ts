import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MemberFacts, PastVisit } from '../domain/member/member.ts'
import type { Song } from '../domain/playlist/song.ts'
import { type PreloadSettings, preloadPlaylist } from './playlist.ts'

const day = 86_400_000
const now = 1_000 * day

const visit = (daysAgo: number, ...songs: string[]): PastVisit => ({
  visit: `v${daysAgo}`,
  at: now - daysAgo * day,
  room: 'r1',
  spend: 0,
  drunk: [],
  sung: songs.map(song => ({ song, title: `T ${song}`, artist: `A ${song}` })),
})

const member = (...visits: readonly PastVisit[]): MemberFacts => ({
  member: {
    id: 'm',
    called: 'm',
    name: 'm',
    tier: 'guest',
    cards: [],
    tastes: [],
    taboos: [],
    notes: [],
    welcome: false,
    discreet: false,
    blocked: false,
    since: 0,
  },
  history: { member: 'm', visits: [...visits], totals: { visits: visits.length, spend: 0 } },
})

const hot = (id: string, more: Partial<Song> = {}): Song => ({
  id,
  title: `T ${id}`,
  artist: `A ${id}`,
  language: 'zh',
  popularity: 1,
  ...more,
})

const ids = (members: readonly MemberFacts[], songs: readonly Song[], limit = 9, settings?: PreloadSettings) =>
  preloadPlaylist(members, songs, now, limit, settings).map(one => one.song)

describe('the preloaded playlist', () => {
  // Rest after n visits, 1 - e^(-n/2): n = 1 .3935, n = 2 .6321, n = 3 .7769.
  const wang = member(visit(180, 'sea', 'sea', 'rain'), visit(90, 'rain', 'wind'), visit(45, 'wind'))

  it('weighs how often and how lately a song was sung, but not again just yet', () => {
    // sea: twice 180 days ago, third last visit: (.25 + .25) × .7769 = .388
    // rain: 180 and 90 days ago, second last visit: (.25 + .5) × .6321 = .474
    // wind: 90 and 45 days ago, last visit: (.5 + .7071) × .3935 = .475
    expect(ids([wang], [])).toEqual(['wind', 'rain', 'sea'])
  })

  it('can do without the rest: a setting of the venue', () => {
    // sea .5, rain .75, wind 1.207
    expect(ids([wang], [], 9, { restVisits: 0 })).toEqual(['wind', 'rain', 'sea'])
    // A song of every visit against one of the visit before last, 10 and 20 days ago:
    // daily (.9259 + .8572) × .3935 = .702, other (2 × .8572) × .6321 = 1.084; without the rest 1.783 against 1.714.
    const often = member(visit(20, 'daily', 'other', 'other'), visit(10, 'daily'))
    expect(ids([often], [])).toEqual(['other', 'daily'])
    expect(ids([often], [], 9, { restVisits: 0 })).toEqual(['daily', 'other'])
  })

  it('adds up over the party', () => {
    // Each sang it in the last visit: rain (90 days) .5 × .3935 = .197 twice = .394; sea (30 days) .7937 × .3935 = .312 once.
    expect(ids([member(visit(90, 'rain')), member(visit(90, 'rain')), member(visit(30, 'sea'))], [])).toEqual([
      'rain',
      'sea',
    ])
  })

  it('is filled with what the house sings, each song once', () => {
    const list = preloadPlaylist(
      [member(visit(9, 'sea'))],
      [hot('sea', { lengthMs: 5 }), hot('fire'), hot('moon')],
      now,
      2,
    )
    expect(list).toEqual([
      { song: 'sea', title: 'T sea', artist: 'A sea', lengthMs: 5, why: 'yours' },
      { song: 'fire', title: 'T fire', artist: 'A fire', why: 'hot' },
    ])
  })

  it('breaks ties by what the house sings more', () => {
    expect(ids([member(visit(9, 'a', 'b'))], [hot('b', { popularity: 9 })])).toEqual(['b', 'a'])
  })

  it('leaves out what may not be sung here', () => {
    const guest = member(visit(9, 'gone', 'banned', 'sea'))
    const songs = [hot('gone', { blocked: true }), hot('fire')]
    expect(ids([guest], songs, 9, { blocked: new Set(['banned']) })).toEqual(['sea', 'fire'])
  })

  it('looks at the past only', () => {
    expect(ids([member(visit(-1, 'later'), visit(3, 'sea'))], [])).toEqual(['sea'])
  })

  it('repeats nothing and keeps to its limit', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
    fc.assert(
      fc.property(
        fc.array(fc.array(name), { maxLength: 5 }),
        fc.array(name),
        fc.integer({ min: 0, max: 8 }),
        (evenings, house, limit) => {
          const guest = member(...evenings.map((songs, index) => visit(index + 1, ...songs)))
          const list = ids(
            [guest],
            house.map(id => hot(id)),
            limit,
          )
          expect(new Set(list).size).toBe(list.length)
          expect(list.length).toBe(Math.min(limit, new Set([...evenings.flat(), ...house]).size))
        },
      ),
    )
  })
})
