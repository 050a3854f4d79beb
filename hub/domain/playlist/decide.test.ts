import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { as, evening, minute, player, second, song, venue } from '../fixture.testing.ts'
import { at, by, given } from '../given.testing.ts'
import { closed, opened, type Party, party } from '../party.testing.ts'
import type { PlaylistEvent } from './events.ts'

const entriesOf = ({ state }: Party) => {
  const list = state.playlists.get('a')
  return {
    playing: list?.playing?.entry,
    queue: (list?.queue ?? []).map(one => one.entry),
    sung: (list?.sung ?? []).map(one => one.entry),
  }
}

const added = (entry: string, top = false): PlaylistEvent => ({
  type: 'SongAdded',
  visit: 'a',
  entry,
  song: { song: 'song-2', title: '朋友', artist: '周华健' },
  top,
})
const started = (entry: string): PlaylistEvent => ({ type: 'SongStarted', visit: 'a', entry })
const preloaded = (...entries: string[]): PlaylistEvent => ({
  type: 'PlaylistPreloaded',
  visit: 'a',
  entries: entries.map(entry => ({ entry, song: `s-${entry}`, title: entry, artist: '', why: 'yours' })),
})
const add = (p: Party, id: string, top = false) =>
  p.tap({ type: 'AddSong', song: id, ...(top && { top }) }, { facts: { song: song(id) } })

describe('原唱', () => {
  it('is the guests’ choice where the player has both, holds for the songs that follow, and goes with the party', () => {
    const one = party(added('x'), started('x'), added('y'))
    const vocals = (on: boolean) => one.tap({ type: 'SetVocals', on })
    vocals(true).gives().tells({ already: true })
    one
      .tap({ type: 'StartSong', visit: 'a', entry: 'x', voices: true }, by(player, { at: evening }))
      .gives({ type: 'SongStarted', visit: 'a', entry: 'x', reported: true, voices: true })
    vocals(true).gives({ type: 'VocalsSet', visit: 'a', on: true })
    vocals(true).gives().tells({ already: true })
    one.tap({ type: 'SkipSong', entry: 'x' })
    // Of the next song nothing is known yet; the wish stands.
    expect(one.state.playlists.get('a')).toMatchObject({ vocals: true, playing: { entry: 'y' } })
    expect(one.state.playlists.get('a')?.playing?.voices).toBeUndefined()
    vocals(false).gives().tells({ already: true })
  })
})

describe('a venue that sings on a machine of its own', () => {
  it('lays no songs ready and takes none', () => {
    const quiet = { venue: { ...venue, songs: 'none' as const } }
    given()
      .when({ type: 'OpenVisit', room: 'v08', tariff: 'big-timed', party: 6, member: 'wang' }, by(as('lily'), quiet))
      .givesTypes('VisitOpened', 'UsualPredicted')
    party()
      .tap({ type: 'AddSong', song: 'song-1' }, { ...quiet, facts: { song: song('song-1') } })
      .refuses('unavailable', 'call-staff')
  })
})

describe('adding a song', () => {
  it('starts it when nothing plays', () => {
    add(party(), 'song-1')
      .gives(
        {
          type: 'SongAdded',
          visit: 'a',
          entry: 'e1',
          song: { song: 'song-1', title: '海阔天空', artist: 'Beyond', lengthMs: 5 * minute },
          top: false,
        },
        started('e1'),
      )
      .tells({ entry: 'e1' })
  })

  it('waits behind what the guests chose, or goes to the top; the same song may be sung twice', () => {
    const p = party()
    for (const id of ['song-1', 'song-2', 'song-2']) add(p, id)
    add(p, 'song-3', true)
    expect(entriesOf(p)).toEqual({ playing: 'e1', queue: ['e4', 'e2', 'e3'], sung: [] })
  })

  it('goes before what the house put there and nobody touched', () => {
    const p = party(preloaded('h1', 'h2', 'h3'), started('h1'))
    add(p, 'song-1')
    add(p, 'song-2')
    expect(entriesOf(p)).toEqual({ playing: 'h1', queue: ['e1', 'e2', 'h2', 'h3'], sung: [] })
    // Topped by a guest it is theirs, and stays ahead.
    p.tap({ type: 'TopEntry', entry: 'h3' })
    add(p, 'song-3')
    expect(entriesOf(p).queue).toEqual(['h3', 'e1', 'e2', 'e3', 'h2'])
    p.tap({ type: 'ClearPreloaded' }).gives({ type: 'PreloadedCleared', visit: 'a' })
    expect(entriesOf(p).queue).toEqual(['h3', 'e1', 'e2', 'e3'])
    p.tap({ type: 'ClearPreloaded' }).gives()
  })

  it('takes over what the house laid ready: it is sung once', () => {
    const p = party(added('x'), started('x'), preloaded('1', '2'))
    const laid = { ...song('song-1'), id: 's-1' }
    p.tap({ type: 'AddSong', song: 's-1' }, { facts: { song: laid } }).givesTypes('EntryRemoved', 'SongAdded')
    expect(entriesOf(p).queue).toHaveLength(2)
    expect(p.state.playlists.get('a')?.queue).toMatchObject([{ song: 's-1', by: 'guest' }, { entry: '2' }])
  })

  it('to the top tops what the guests queued already, full or not, and adds no second one; nor of what plays', () => {
    const p = party()
    for (const id of ['song-1', 'song-2', 'song-3']) add(p, id)
    for (let n = 0; n < 10; n += 1) add(p, 'song-2')
    add(p, 'song-3', true).gives({ type: 'EntryTopped', visit: 'a', entry: 'e3' })
    expect(entriesOf(p).queue.slice(0, 2)).toEqual(['e3', 'e2'])
    add(p, 'song-3', true).gives().tells({ already: true })
    add(p, 'song-1', true).gives().tells({ already: true })
  })

  it('refuses what nobody has, what may not be sung, and more than the list holds', () => {
    party().tap({ type: 'AddSong', song: 'song-9' }).refuses('unknown-song', 'choose-other')
    party()
      .tap({ type: 'AddSong', song: 'song-4' }, { facts: { song: song('song-4') } })
      .refuses('song-blocked', 'choose-other')
    // Twelve may wait; the house's entries take nobody's place.
    const p = party(preloaded('h1', 'h2'), started('h1'))
    for (let n = 0; n < 12; n += 1) add(p, 'song-2').givesTypes('SongAdded')
    add(p, 'song-2').refuses('playlist-full', 'wait')
  })

  it('is for a visit that is there', () => {
    given()
      .when({ type: 'AddSong', song: 'song-1' }, { facts: { song: song('song-1') } })
      .refuses('visit-closed')
    add(party(closed), 'song-1').refuses('visit-closed')
  })
})

describe('songs of the house anew', () => {
  const hotSongs = ['song-1', 'song-2', 'song-3'].map(song)
  const lay = (p: Party) => p.tap({ type: 'LayPreloaded' }, { facts: { hotSongs } })
  const waiting = (p: Party) => (p.state.playlists.get('a')?.queue ?? []).map(one => one.song)

  it('begin to play where nothing does', () => {
    const p = party()
    lay(p).givesTypes('PlaylistPreloaded', 'SongStarted')
    expect(waiting(p)).toEqual(['song-2', 'song-3'])
  })

  it('are others each time, behind what the guests chose, and none when there are no others', () => {
    const p = party(added('x'), started('x'))
    lay(p).givesTypes('PlaylistPreloaded')
    add(p, 'song-2')
    expect(waiting(p)).toEqual(['song-2', 'song-1', 'song-3'])
    lay(p).gives().tells({ already: true })
    p.tap({ type: 'ClearPreloaded' })
    lay(p).givesTypes('PlaylistPreloaded')
    expect(waiting(p)).toEqual(['song-2', 'song-1', 'song-3'])
  })
})

describe('what the house laid ready', () => {
  const ready = () => party(at(evening, preloaded('x', 'y')))
  const begin = (p: Party) => p.tap({ type: 'BeginSongs' })
  const guestsIn = { type: 'AssumeGuestsIn', visit: 'a' } as const

  it('waits for its guests, and begins once when they are there', () => {
    const p = ready()
    expect(entriesOf(p).playing).toBeUndefined()
    begin(p).gives(started('x'))
    begin(p).gives().tells({ already: true })
    expect(entriesOf(p)).toEqual({ playing: 'x', queue: ['y'], sung: [] })
  })

  it('lets what a guest chooses begin before it', () => {
    const p = ready()
    add(p, 'song-1').givesTypes('SongAdded', 'SongStarted')
    begin(p).gives().tells({ already: true })
    expect(entriesOf(p)).toEqual({ playing: 'e1', queue: ['x', 'y'], sung: [] })
  })

  it('begins after ten minutes where nobody touches the panel', () => {
    const p = ready()
    p.time(evening + 10 * minute - 1, guestsIn).gives()
    p.time(evening + 10 * minute, guestsIn).gives(started('x'))
    p.time(evening + 11 * minute, guestsIn).gives()
  })

  it('begins with what is topped', () => {
    const p = ready()
    p.tap({ type: 'TopEntry', entry: 'y' }).givesTypes('EntryTopped', 'SongStarted')
    expect(entriesOf(p)).toEqual({ playing: 'y', queue: ['x'], sung: [] })
  })

  it('begins nothing where nothing lies ready', () => {
    begin(party()).gives().tells({ already: true })
    party()
      .time(evening + 10 * minute, guestsIn)
      .gives()
  })
})

describe('removing and topping', () => {
  const p = () => party(added('x'), started('x'), added('y'), added('z'))

  it('removes what waits; a second tap changes nothing', () => {
    const one = p()
    one.tap({ type: 'RemoveEntry', entry: 'y' }).gives({ type: 'EntryRemoved', visit: 'a', entry: 'y' })
    one.tap({ type: 'RemoveEntry', entry: 'y' }).gives().tells({ already: true })
    expect(entriesOf(one)).toEqual({ playing: 'x', queue: ['z'], sung: [] })
  })

  it('does not remove what has begun while the finger came down', () => {
    p().tap({ type: 'RemoveEntry', entry: 'x' }).refuses('already-sung')
  })

  it('tops what waits', () => {
    const one = p()
    one.tap({ type: 'TopEntry', entry: 'z' }).givesTypes('EntryTopped')
    one.tap({ type: 'TopEntry', entry: 'z' }).gives()
    one.tap({ type: 'TopEntry', entry: 'x' }).gives()
    one.tap({ type: 'TopEntry', entry: 'nowhere' }).refuses('not-in-playlist', 'look-again')
    expect(entriesOf(one).queue).toEqual(['z', 'y'])
  })
})

describe('切歌', () => {
  it('ends the song that was named, and starts the next', () => {
    const p = party(added('x'), started('x'), added('y'), added('z'))
    p.tap({ type: 'SkipSong', entry: 'x' }).gives(
      { type: 'SongEnded', visit: 'a', entry: 'x', how: 'skipped' },
      started('y'),
    )
    expect(entriesOf(p)).toEqual({ playing: 'y', queue: ['z'], sung: ['x'] })
  })

  it('skips one song however often it is tapped', () => {
    const p = party(added('x'), started('x'), added('y'), added('z'))
    for (let tap = 0; tap < 10; tap += 1) p.tap({ type: 'SkipSong', entry: 'x' })
    expect(entriesOf(p).playing).toBe('y')
    p.tap({ type: 'SkipSong', entry: 'x' }).gives().tells({ already: true })
    p.tap({ type: 'SkipSong', entry: 'z' }).refuses('not-in-playlist', 'look-again')
  })
})

describe('the player', () => {
  const p = () => party(added('x'), at(evening, started('x')), added('y'))
  const says = (one: Party, type: 'StartSong' | 'EndSong', entry: string, when = evening) =>
    one.tap({ type, visit: 'a', entry }, by(player, { at: when }))

  it('reports when it began, once', () => {
    const one = p()
    says(one, 'StartSong', 'x', evening + 30 * second).gives({
      type: 'SongStarted',
      visit: 'a',
      entry: 'x',
      reported: true,
    })
    expect(one.state.playlists.get('a')?.playing?.startedAt).toBe(evening + 30 * second)
    says(one, 'StartSong', 'x', evening + minute).gives()
  })

  it('ends a song once; what it says of another is stale', () => {
    const one = p()
    says(one, 'StartSong', 'y').gives().tells({ already: true })
    says(one, 'EndSong', 'y').gives()
    says(one, 'EndSong', 'x').gives({ type: 'SongEnded', visit: 'a', entry: 'x', how: 'played' }, started('y'))
    says(one, 'EndSong', 'x').gives()
    expect(entriesOf(one)).toEqual({ playing: 'y', queue: [], sung: ['x'] })
    says(one, 'EndSong', 'y').givesTypes('SongEnded')
    expect(entriesOf(one).playing).toBeUndefined()
  })

  it('says how long its file is, which is what is waited for then', () => {
    const one = p()
    one
      .tap({ type: 'StartSong', visit: 'a', entry: 'x', lengthMs: 7 * minute }, by(player, { at: evening }))
      .gives({ type: 'SongStarted', visit: 'a', entry: 'x', reported: true, lengthMs: 7 * minute })
    one.time(evening + 6 * minute, { type: 'AssumeSongEnded', visit: 'a', entry: 'x' }).gives()
    one
      .time(evening + 8 * minute, { type: 'AssumeSongEnded', visit: 'a', entry: 'x' })
      .givesTypes('SongEnded', 'SongStarted')
  })

  it('passes over, once, what it has no file of: the next one’s turn, and nobody sang it', () => {
    const one = p()
    const pass = { type: 'PassSong', visit: 'a', entry: 'x' } as const
    one.tap(pass, by(player)).gives({ type: 'SongEnded', visit: 'a', entry: 'x', how: 'missing' }, started('y'))
    one.tap(pass, by(player)).gives().tells({ already: true })
    expect(one.state.playlists.get('a')?.sung).toMatchObject([{ entry: 'x', how: 'missing' }])
  })

  it('that stands in a room speaks for that room alone', () => {
    const one = p()
    const says = (room: string) =>
      one.tap({ type: 'EndSong', visit: 'a', entry: 'x' }, by({ kind: 'player', device: 'player2', room }))
    says('v01').refuses('not-allowed')
    expect(entriesOf(one).playing).toBe('x')
    says(one.visit().room).givesTypes('SongEnded', 'SongStarted')
  })

  it('has nothing to say to a closed visit', () => {
    says(party(closed), 'EndSong', 'x').refuses('visit-closed')
  })
})

describe('when nobody reports', () => {
  it('takes a song of unknown length to last four minutes', () => {
    const p = party(added('x'), at(evening, started('x')), added('y'))
    p.time(evening + 4 * minute - 1, { type: 'AssumeSongEnded', visit: 'a', entry: 'x' }).gives()
    p.time(evening + 4 * minute, { type: 'AssumeSongEnded', visit: 'a', entry: 'x' }).gives(
      { type: 'SongEnded', visit: 'a', entry: 'x', how: 'assumed' },
      started('y'),
    )
    p.time(evening + 9 * minute, { type: 'AssumeSongEnded', visit: 'a', entry: 'x' }).gives()
    expect(entriesOf(p).playing).toBe('y')
  })

  it('leaves a player 20 s more than the length of the song', () => {
    const p = party()
    add(p, 'song-1')
    p.time(evening + 5 * minute + 19 * second, { type: 'AssumeSongEnded', visit: 'a', entry: 'e1' }).gives()
    p.time(evening + 5 * minute + 20 * second, { type: 'AssumeSongEnded', visit: 'a', entry: 'e1' }).givesTypes(
      'SongEnded',
    )
  })
})

describe('what is remembered', () => {
  it('keeps the last hundred songs, newest first, and how they ended', () => {
    const p = party()
    for (let n = 1; n <= 102; n += 1) {
      add(p, 'song-2')
      p.tap({ type: 'SkipSong', entry: `e${n}` })
    }
    const sung = p.state.playlists.get('a')?.sung ?? []
    expect(sung).toHaveLength(100)
    expect(sung[0]).toMatchObject({ entry: 'e102', how: 'skipped' })
  })
})

describe('any evening of taps', () => {
  const taps = fc.array(
    fc.tuple(fc.constantFrom('add', 'top-add', 'remove', 'top', 'skip', 'end', 'clear'), fc.nat({ max: 12 })),
    { maxLength: 40 },
  )

  it('loses and doubles nothing, plays while something waits, and keeps guests before the house in their order', () => {
    fc.assert(
      fc.property(taps, moves => {
        const p = party(opened(), preloaded('h1', 'h2', 'h3'), started('h1'))
        for (const [move, n] of moves) {
          const before = p.state.playlists.get('a')?.queue ?? []
          const entry = before[n % Math.max(1, before.length)]?.entry ?? 'none'
          const playing = p.state.playlists.get('a')?.playing?.entry ?? 'none'
          if (move === 'add') add(p, 'song-2')
          if (move === 'top-add') add(p, 'song-2', true)
          const moved = move === 'top-add' ? before.find(one => one.song === 'song-2')?.entry : entry
          if (move === 'remove') p.tap({ type: 'RemoveEntry', entry })
          if (move === 'top') p.tap({ type: 'TopEntry', entry })
          if (move === 'skip') p.tap({ type: 'SkipSong', entry: playing })
          if (move === 'end') p.tap({ type: 'EndSong', visit: 'a', entry: playing }, by(player))
          if (move === 'clear') p.tap({ type: 'ClearPreloaded' })
          const after = p.state.playlists.get('a')?.queue ?? []
          // What was not moved itself stands in the order in which it stood.
          const stayed = before.map(one => one.entry).filter(id => id !== moved && after.some(one => one.entry === id))
          expect(after.map(one => one.entry).filter(id => stayed.includes(id))).toEqual(stayed)
          const house = after.findIndex(one => one.by === 'house')
          expect(house === -1 || after.slice(house).every(one => one.by === 'house')).toBe(true)
        }
        const { playing, queue, sung } = entriesOf(p)
        const all = [...(playing === undefined ? [] : [playing]), ...queue, ...sung]
        expect(new Set(all).size).toBe(all.length)
        expect(playing !== undefined || queue.length === 0).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})
