/** What the player program is told when it is started. */
import { parseArgs } from 'node:util'
import { messageOf } from '../lib/message-of.ts'

export const help = `
  npm run player -- --songs FOLDER --hub https://…
      配对（屏幕上六个字符，经理在工作台「设备」输入，选包厢），之后记住；用 mpv 放这间的歌
      pairs by six characters that a manager types into the console under Devices, with its room, and remembers;
      then mpv plays that room's songs
  npm run player -- --songs FOLDER                 用记住的配对 with the pairing it remembers
  npm run player -- --songs FOLDER --lists FOLDER  不放歌，写歌单给别的播放器（每间一份 .m3u8 和 .xspf）
                                                   plays nothing: writes each room's queue for another player

  --link URL       用一次性链接配对 pairs by a one-time link
  --ca FILE        门店自己的证书机构 the venue's own certificate authority: changming-ca.crt of the trust page, or PEM
  --state FILE     配对存在哪 where the pairing is kept (data/player.json)
  --room NAME      配给每间的播放机：只放这一间 paired for every room, it plays in this one only
  --mpv PATH       mpv 在哪 where mpv is (mpv)
  --mpv-arg=ARG    给 mpv 的参数，可写多次 an argument for mpv, as often as needed: --mpv-arg=--fs-screen=1

  文件名 file names: 100234.mpg · 100234-晴天.mpg · 周杰伦 - 晴天.mp4 · 晴天-周杰伦-国语.mpg · 周杰伦/晴天.mkv
`

export type Options =
  | { readonly do: 'help' }
  | {
      readonly do: 'play'
      readonly songs: string
      readonly hub: string | undefined
      readonly link: URL | undefined
      readonly ca: string | undefined
      readonly state: string
      readonly room: string | undefined
      readonly lists: string | undefined
      readonly mpv: string
      readonly mpvArgs: readonly string[]
    }
  | { readonly bad: string }

export function readOptions(args: readonly string[]): Options {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        songs: { type: 'string' },
        hub: { type: 'string' },
        link: { type: 'string' },
        ca: { type: 'string' },
        state: { type: 'string', default: 'data/player.json' },
        room: { type: 'string' },
        lists: { type: 'string' },
        mpv: { type: 'string', default: 'mpv' },
        'mpv-arg': { type: 'string', multiple: true, default: [] },
        help: { type: 'boolean', short: 'h' },
      },
    })
    if (values.help) return { do: 'help' }
    const { songs, ca, state, room, lists, mpv } = values
    if (songs === undefined) return { bad: '--songs ?' }
    const link = values.link === undefined ? undefined : new URL(values.link)
    const hub = values.hub === undefined ? undefined : new URL(values.hub).origin
    return { do: 'play', songs, hub, link, ca, state, room, lists, mpv, mpvArgs: values['mpv-arg'] }
  } catch (error) {
    return { bad: messageOf(error) }
  }
}
