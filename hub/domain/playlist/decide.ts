/** What may be asked of a visit's songs. */
import { assertNever } from '../../../shared/protocol/assert-never.ts'
import type { CommandOf } from '../../../shared/protocol/commands.ts'
import type { Id } from '../../../shared/protocol/primitives.ts'
import { refuse } from '../../../shared/protocol/refusals.ts'
import { accept, already, type Decision, type Meta } from '../decision.ts'
import type { Playlist, ReadState, Visit } from '../state.ts'
import { type DuePlaylist, duePlaylist } from './due.ts'
import type { PlaylistEvent, SongEnd } from './events.ts'
import { emptyPlaylist, entriesOf, isGuests } from './evolve.ts'
import { preload } from './preload.ts'
import { refOf } from './song.ts'

export type PlaylistCommand = CommandOf<
  | 'AddSong'
  | 'RemoveEntry'
  | 'TopEntry'
  | 'SkipSong'
  | 'ClearPreloaded'
  | 'LayPreloaded'
  | 'BeginSongs'
  | 'SetVocals'
  | 'StartSong'
  | 'EndSong'
  | 'PassSong'
  | 'AssumeGuestsIn'
  | 'AssumeSongEnded'
>

/**
 * A panel's commands are for `meta.visit`; the player and the scheduler name theirs. What has already come to pass
 * (a second tap, a stale report) is accepted without facts, `{ already: true }`.
 */
export function decidePlaylist(state: ReadState, command: PlaylistCommand, meta: Meta): Decision {
  const visit = 'visit' in command ? state.visits.get(command.visit) : meta.visit
  if (!visit || visit.status === 'closed') return refuse('visit-closed')
  if (!isHeardIn(visit, meta)) return refuse('not-allowed')
  // Nothing would play it, and the clock alone would call it sung.
  if (meta.venue.songs === 'none') return refuse('unavailable', 'call-staff')
  const list = state.playlists.get(visit.id) ?? emptyPlaylist
  switch (command.type) {
    case 'AddSong':
      return add(list, command, visit.id, meta)
    case 'RemoveEntry':
      return remove(list, command.entry, visit.id)
    case 'TopEntry':
      return top(list, command.entry, visit.id)
    case 'SkipSong':
      return skip(list, command.entry, visit.id)
    case 'ClearPreloaded':
      return list.queue.some(entry => entry.by === 'house')
        ? accept({ type: 'PreloadedCleared', visit: visit.id })
        : already
    case 'LayPreloaded':
      return layAnew(list, visit, meta)
    case 'BeginSongs':
      return begin(list, visit.id)
    case 'SetVocals':
      // A mash, or of a song that has just ended: nothing that sounds can be heard in two ways.
      return list.playing?.voices && (list.vocals === true) !== command.on
        ? accept({ type: 'VocalsSet', visit: visit.id, on: command.on })
        : already
    case 'StartSong':
      return list.playing?.entry === command.entry && !list.playing.reported ? accept(begun(command)) : already
    case 'EndSong':
      return isPlaying(list, command.entry) ? accept(...end(list, command.entry, visit.id, 'played')) : already
    case 'PassSong':
      return isPlaying(list, command.entry) ? accept(...end(list, command.entry, visit.id, 'missing')) : already
    case 'AssumeGuestsIn':
      return isDue(list, command, meta) ? begin(list, visit.id) : already
    case 'AssumeSongEnded':
      // A report that came in between moved or ended it.
      return isDue(list, command, meta) ? accept(...end(list, command.entry, visit.id, 'assumed')) : already
    default:
      return assertNever(command)
  }
}

/** What lies ready, waits, plays or was sung is not laid ready again: each tap brings others. */
function layAnew(list: Playlist, visit: Visit, meta: Meta): Decision {
  const { members, blockedSongs = [] } = meta.facts
  const here = entriesOf(list).map(({ song }) => song)
  const party = visit.discreet ? [] : [...members.values()].filter(({ member }) => !member.discreet)
  const facts = { ...meta.facts, blockedSongs: new Set([...blockedSongs, ...here]) }
  const laid = preload(visit.id, party, { ...meta, facts })
  const [first] = laid?.entries ?? []
  if (!laid || !first) return already
  // Only a room in which nothing plays begins, and with what its guests chose if they did.
  const next = list.queue.find(isGuests) ?? first
  return accept(laid, ...(list.playing ? [] : [started(visit.id, next.entry)]))
}

function isDue(list: Playlist, command: DuePlaylist['command'], meta: Meta): boolean {
  const due = duePlaylist(command.visit, list, meta.venue.policy)
  return due !== undefined && entryOf(due.command) === entryOf(command) && meta.at >= due.at
}

const entryOf = (command: DuePlaylist['command']): Id | undefined => ('entry' in command ? command.entry : undefined)

/** A player that stands in a room says nothing of the others. */
const isHeardIn = ({ room }: Visit, { by }: Pick<Meta, 'by'>): boolean =>
  by.kind !== 'player' || by.room === undefined || by.room === room

const begun = ({ visit, entry, lengthMs, voices }: CommandOf<'StartSong'>): PlaylistEvent => ({
  type: 'SongStarted',
  visit,
  entry,
  reported: true,
  ...(lengthMs !== undefined && { lengthMs }),
  ...(voices && { voices }),
})

function begin(list: Playlist, visit: Id): Decision {
  const [first] = list.queue
  return list.playing || !first ? already : accept(started(visit, first.entry))
}

const started = (visit: Id, entry: Id): PlaylistEvent => ({ type: 'SongStarted', visit, entry })

function add(list: Playlist, command: CommandOf<'AddSong'>, visit: Id, meta: Meta): Decision {
  const { song } = meta.facts
  if (song?.id !== command.song) return refuse('unknown-song', 'choose-other', { about: command.song })
  if (song.blocked) return refuse('song-blocked', 'choose-other', { about: song.id })
  // The house's own entries never take a guest's place.
  const guests = list.queue.filter(isGuests)
  if (command.top) {
    // 顶歌 of what was queued a moment ago, or longer, is about that one. Who wants it twice is asked, and adds it below.
    const own = guests.find(one => one.song === song.id)
    if (own) return top(list, own.entry, visit)
    if (list.playing?.song === song.id) return already
  }
  if (guests.length >= meta.venue.policy.playlistLimit) return refuse('playlist-full', 'wait')
  const entry = meta.id('e')
  // What the house laid ready is what they wanted: it is theirs now, and not sung twice.
  const laid = list.queue.find(one => one.by === 'house' && one.song === song.id)
  const gone: PlaylistEvent[] = laid ? [{ type: 'EntryRemoved', visit, entry: laid.entry }] : []
  const added: PlaylistEvent = { type: 'SongAdded', visit, entry, song: refOf(song), top: command.top === true }
  const first = command.top ? entry : (guests[0]?.entry ?? entry)
  const begins = list.playing ? [] : [started(visit, first)]
  return { events: [...gone, added, ...begins], result: { entry } }
}

function remove(list: Playlist, entry: Id, visit: Id): Decision {
  if (isWaiting(list, entry)) return accept({ type: 'EntryRemoved', visit, entry })
  // It began while the finger came down. What is nowhere was removed by an earlier tap.
  return isPlaying(list, entry) || wasSung(list, entry) ? refuse('already-sung') : already
}

function top(list: Playlist, entry: Id, visit: Id): Decision {
  if (isPlaying(list, entry)) return already
  if (wasSung(list, entry)) return refuse('already-sung')
  if (!isWaiting(list, entry)) return refuse('not-in-playlist', 'look-again')
  const first = list.queue[0]
  const begins = list.playing ? [] : [started(visit, entry)]
  if (first?.entry === entry && first.by === 'guest') return begins.length === 0 ? already : accept(...begins)
  return accept({ type: 'EntryTopped', visit, entry }, ...begins)
}

function skip(list: Playlist, entry: Id, visit: Id): Decision {
  if (isPlaying(list, entry)) return accept(...end(list, entry, visit, 'skipped'))
  return wasSung(list, entry) ? already : refuse('not-in-playlist', 'look-again')
}

function end(list: Playlist, entry: Id, visit: Id, how: SongEnd): PlaylistEvent[] {
  const next = list.queue[0]
  const ended: PlaylistEvent = { type: 'SongEnded', visit, entry, how }
  return next ? [ended, { type: 'SongStarted', visit, entry: next.entry }] : [ended]
}

const isPlaying = (list: Playlist, entry: Id): boolean => list.playing?.entry === entry
const isWaiting = (list: Playlist, entry: Id): boolean => list.queue.some(one => one.entry === entry)
const wasSung = (list: Playlist, entry: Id): boolean => list.sung.some(one => one.entry === entry)
