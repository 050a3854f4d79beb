/** A player as a device of the hub: either mpv plays what its room is to sing, or lists are kept for another player. */
import { mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { LinkState } from '../../kiosk/reader/hub-socket.ts'
import type { Pairing, Running } from '../../kiosk/reader/keep-paired.ts'
import type { Say } from '../../kiosk/reader/say.ts'
import type { PlayingView, SongToPlay } from '../../shared/protocol/views/player.ts'
import { ipcPath } from './ipc-path.ts'
import { createJukebox } from './jukebox.ts'
import { createPlayerLink, type PlayerLink } from './link.ts'
import { createMachine } from './mpv.ts'
import type { Options } from './options.ts'
import { filledRooms, writePlaylists } from './playlist-files.ts'
import { createSongFolder } from './song-folder.ts'
import { createWriter } from './writer.ts'

interface RunDeps extends Pairing {
  readonly options: Extract<Options, { do: 'play' }>
  readonly say: Say
}

type Told = 'playing' | 'missing' | 'broken' | 'away'

export async function run(deps: RunDeps): Promise<Running> {
  const { paired, ca, options, say, keep, unpaired } = deps
  const folder = resolve(options.songs)
  const songs = createSongFolder(folder, count => say(t => t('player.songs', { count, folder })))
  const failed = (error: unknown) => console.error(`  ${String(error)}`)
  const tell = (what: Told, { title, artist }: SongToPlay, why = '') =>
    say(t => t(`player.${what}`, { title, artist, why }))
  const report: PlayerLink['report'] = command => link.report(command)

  const { look, stop } = options.lists === undefined ? playing() : await writing(resolve(options.lists))
  let last: LinkState | undefined
  const link = createPlayerLink({
    ...paired,
    ca,
    keep,
    failed,
    shown: look,
    state(state, why) {
      if (state === last) return
      last = state
      if (state === 'connected') say(t => t('reader.connected'))
      else say(t => t(`player.link.${state}`, { why }))
      if (state === 'unpaired') unpaired()
    },
  })

  function playing() {
    const machine = createMachine({
      mpv: options.mpv,
      args: options.mpvArgs,
      ipc: ipcPath(resolve(options.state), paired.device, process.platform),
      started: (entry, lengthMs, voices) => jukebox.started(entry, lengthMs, voices),
      ended: entry => jukebox.ended(entry),
      broken: (entry, why) => jukebox.broken(entry, why),
      trouble: (what, why) => say(t => t(`player.mpv.${what}`, { why })),
    })
    const jukebox = createJukebox({ songs, machine, report, tell })
    return {
      look: (rooms: readonly PlayingView[]) =>
        jukebox.look(rooms.find(({ roomName }) => options.room === undefined || roomName === options.room)),
      async stop() {
        jukebox.stop()
        await machine.stop()
      },
    }
  }

  async function writing(lists: string) {
    await mkdir(lists, { recursive: true })
    const write = (room: string, all: Parameters<typeof writePlaylists>[2]) => writePlaylists(lists, room, all)
    const writer = createWriter({ songs, write, report, tell, failed, filled: await filledRooms(lists) })
    say(t => t('player.lists', { folder: lists }))
    return { look: writer.look, stop: async () => undefined }
  }

  return {
    async stop() {
      link.close()
      await stop()
    },
  }
}
