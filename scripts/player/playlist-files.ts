/**
 * The room's queue for any other player: M3U8 and XSPF in a folder, written anew with every change, whole or not at all. Files,
 * because only this machine knows where the songs lie, and because no player shows the hub a device's token. What is not to be
 * found is left out. When the party has gone the lists are empty.
 */
import { readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { SongToPlay } from '../../shared/protocol/views/player.ts'

export type SongOnDisk = Pick<SongToPlay, 'title' | 'artist' | 'lengthMs'> & { readonly file: string }

export function m3u8(room: string, songs: readonly SongOnDisk[]): string {
  const entries = songs.flatMap(({ title, artist, lengthMs, file }) => [
    `#EXTINF:${Math.round(lengthMs / 1000)},${oneLine(named(title, artist))}`,
    file,
  ])
  return ['#EXTM3U', `#PLAYLIST:${oneLine(room)}`, ...entries, ''].join('\n')
}

export function xspf(room: string, songs: readonly SongOnDisk[]): string {
  const tracks = songs.map(
    ({ title, artist, lengthMs, file }) =>
      `    <track><location>${xml(pathToFileURL(file).href)}</location><title>${xml(title)}</title><creator>${xml(artist)}</creator><duration>${Math.round(lengthMs)}</duration></track>`,
  )
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<playlist version="1" xmlns="http://xspf.org/ns/0/">',
    `  <title>${xml(room)}</title>`,
    '  <trackList>',
    ...tracks,
    '  </trackList>',
    '</playlist>',
    '',
  ].join('\n')
}

/** `folder/V08.m3u8` and `folder/V08.xspf`. */
export async function writePlaylists(folder: string, room: string, songs: readonly SongOnDisk[]): Promise<void> {
  for (const [ending, text] of [
    ['m3u8', m3u8(room, songs)],
    ['xspf', xspf(room, songs)],
  ] as const) {
    const path = join(folder, `${fileName(room)}.${ending}`)
    await writeFile(`${path}.new`, text)
    await rename(`${path}.new`, path)
  }
}

/** Rooms of which an earlier run left a list here: nothing of guests who have gone is to stay in it. */
export async function filledRooms(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter(name => name.endsWith('.m3u8'))
  const texts = await Promise.all(names.map(name => readFile(join(folder, name), 'utf8')))
  return texts.flatMap(text => /^#EXTM3U\n#PLAYLIST:(.+)\n#EXTINF/.exec(text)?.[1] ?? [])
}

const named = (title: string, artist: string): string => (artist === '' ? title : `${artist} - ${title}`)
const oneLine = (text: string): string => text.replace(/\s+/g, ' ')

/** A room's name is the venue's own, and no path. */
const fileName = (room: string): string => room.replace(/[^\p{L}\p{N} _-]/gu, '_') || 'room'

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}
// XML has no place for most control characters.
const xml = (text: string): string =>
  text.replace(/[&<>"']/g, sign => entities[sign] ?? '').replace(/[\p{Cc}\u{fffe}\u{ffff}]/gu, '')
