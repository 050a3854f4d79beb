/**
 * Plays in one room what the hub says, and reports what began, what ended and what it has no file of, each once. While the hub
 * is away it goes on with what is known to follow; what it has to say waits in the link.
 */

import { longestSongMs } from '../../shared/protocol/commands/playlist.ts'
import type { PeopleCommand } from '../../shared/protocol/commands.ts'
import type { Id } from '../../shared/protocol/primitives.ts'
import type { PlayingView, SongToPlay } from '../../shared/protocol/views/player.ts'
import type { Machine } from './mpv.ts'
import type { SongFolder } from './song-folder.ts'

export interface Jukebox {
  /** What the hub says is to be played here; undefined: nothing. */
  look(playing: PlayingView | undefined): void
  /** Of the machine. */
  started(entry: Id, lengthMs: number | undefined, voices?: true): void
  ended(entry: Id): void
  broken(entry: Id, why: string): void
  stop(): void
}

export interface JukeboxDeps {
  readonly songs: SongFolder
  readonly machine: Machine
  /** Sent until it was answered, in order. */
  readonly report: (command: PeopleCommand) => void
  /** In words, for whoever looks at this machine. */
  readonly tell: (what: 'playing' | 'missing' | 'broken' | 'away', song: SongToPlay, why?: string) => void
}

/** The folder may be on a machine that starts later than this one. */
const folderAgainMs = 15_000
/** When file after file will not play it is no song's fault: nobody's queue is emptied for it. */
const patience = 3
const patienceMs = 60_000
/** Of what is over; a queue holds fewer. */
const keptOver = 500

/** What the hub takes for a song's; a file may say anything. */
const isLength = (ms: number): boolean => ms > 0 && ms <= longestSongMs

export function createJukebox({ songs, machine, report, tell }: JukeboxDeps): Jukebox {
  let shown: PlayingView | undefined
  let current: SongToPlay | undefined
  let silent = false
  let failures = 0
  let again: NodeJS.Timeout | undefined
  /** Ended or passed over here, whatever the hub has heard of it yet. */
  const over = new Set<Id>()
  const saidStarted = new Set<Id>()

  function go(): void {
    const next = shown && [shown, ...shown.next].find(({ entry }) => !over.has(entry))
    if (!next) {
      clearTimeout(again)
      if (!silent) machine.rest()
      silent = true
      current = undefined
      return
    }
    silent = false
    if (next.entry === current?.entry) return
    clearTimeout(again)
    current = next
    void play(next)
  }

  async function play(song: SongToPlay): Promise<void> {
    const found = await songs.find(song)
    if (current !== song) return
    if (typeof found === 'object') {
      machine.play(song.entry, found.file)
      return
    }
    tell(found, song)
    if (found === 'missing') return pass(song.entry)
    machine.rest()
    later(folderAgainMs)
  }

  function pass(entry: Id): void {
    const visit = shown?.visit
    finish(entry)
    if (visit !== undefined) report({ type: 'PassSong', visit, entry })
    go()
  }

  function finish(entry: Id): void {
    over.add(entry)
    for (const old of over) if (over.size > keptOver) over.delete(old)
    saidStarted.delete(entry)
    current = undefined
  }

  function later(ms: number): void {
    again = setTimeout(() => {
      current = undefined
      go()
    }, ms)
    again.unref()
  }

  return {
    look(playing) {
      shown = playing
      if (playing) machine.sing(playing.vocals)
      go()
    },
    started(entry, lengthMs, voices) {
      if (current?.entry !== entry || !shown || saidStarted.has(entry)) return
      failures = 0
      saidStarted.add(entry)
      tell('playing', current)
      report({
        type: 'StartSong',
        visit: shown.visit,
        entry,
        ...(lengthMs !== undefined && isLength(lengthMs) && { lengthMs }),
        ...(voices && { voices }),
      })
    },
    ended(entry) {
      const visit = shown?.visit
      if (current?.entry !== entry || visit === undefined) return
      finish(entry)
      report({ type: 'EndSong', visit, entry })
      go()
    },
    broken(entry, why) {
      if (current?.entry !== entry) return
      tell('broken', current, why)
      failures += 1
      if (failures % patience !== 0) return pass(entry)
      later(patienceMs)
    },
    stop: () => clearTimeout(again),
  }
}
