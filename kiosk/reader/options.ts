/** What the reader program is told when it is started. */
import { parseArgs } from 'node:util'
import type { KnownIds } from './models.ts'

export const help = `
  npm run reader -- --hub https://…   配对（屏幕上六个字符，经理在工作台输入），之后记住
                                      pairs by six characters that a manager types into the console, then remembers
  npm run reader                      用记住的配对 with the pairing it remembers
  npm run reader -- --link URL        用开机时印出的链接配对 pairs by the link that the hub printed

  --ca FILE        门店自己的证书机构 the venue's own certificate authority: changming-ca.crt of the trust page, or PEM
  --state FILE     配对存在哪 where the pairing is kept (data/reader.json)
  --also VID:PID   这个键盘其实是读卡器，可写多次，或写在 READERS 里
                   this keyboard is a card reader; as often as needed, or in READERS: READERS=1a86:dd01,0483:5750

  --learn          看一个不认识的设备发什么 shows what an unknown device sends
  --replay FILE    重放 hid-recorder 的记录；加 --hub 就当真的刷，按回车再刷一次
                   plays a recording by hid-recorder; with --hub as real touches, Enter once more
  --udev           Linux 的权限规则 the rules file by which Linux lets this program open readers
  --udev --install 写进 /etc/udev/rules.d（要 sudo）writes it there
`

export type Options =
  | { readonly do: 'help' | 'learn' }
  /** Started by the hub, which says who it is. */
  | { readonly do: 'own'; readonly also: readonly KnownIds[] }
  | { readonly do: 'replay'; readonly file: string; readonly also: readonly KnownIds[] }
  | { readonly do: 'udev'; readonly install: boolean; readonly also: readonly KnownIds[] }
  | {
      readonly do: 'read'
      readonly hub: string | undefined
      readonly link: URL | undefined
      readonly ca: string | undefined
      readonly state: string
      /** A recording that is touched instead of this machine's readers. */
      readonly replay: string | undefined
      readonly also: readonly KnownIds[]
    }
  | { readonly bad: string }

/** `readers`: what READERS says. */
export function readOptions(args: readonly string[], readers = ''): Options {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        hub: { type: 'string' },
        link: { type: 'string' },
        ca: { type: 'string' },
        state: { type: 'string', default: 'data/reader.json' },
        also: { type: 'string', multiple: true, default: [] },
        learn: { type: 'boolean' },
        replay: { type: 'string' },
        udev: { type: 'boolean' },
        install: { type: 'boolean', default: false },
        own: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    })
    const also = [...readersIn(readers), ...values.also].map(idsOf)
    if (values.help) return { do: 'help' }
    if (values.own) return { do: 'own', also }
    if (values.learn) return { do: 'learn' }
    if (values.udev) return { do: 'udev', install: values.install, also }
    const link = values.link === undefined ? undefined : new URL(values.link)
    const hub = values.hub === undefined ? undefined : new URL(values.hub).origin
    const { ca, state, replay } = values
    if (replay !== undefined && hub === undefined && link === undefined) return { do: 'replay', file: replay, also }
    return { do: 'read', hub, link, ca, state, replay, also }
  } catch (error) {
    return { bad: error instanceof Error ? error.message : String(error) }
  }
}

/** What READERS names, each as {@link idsOf} takes it. */
export const readersIn = (readers: string): string[] => readers.split(/[\s,]+/).filter(Boolean)

/** `1a86:dd01`, as lsusb writes it. Throws. */
export function idsOf(text: string): KnownIds {
  const [, vendor, product] = /^([0-9a-f]{4}):([0-9a-f]{4})$/i.exec(text) ?? []
  if (vendor === undefined || product === undefined) throw new Error(`--also ${text}`)
  return { vendorId: Number.parseInt(vendor, 16), productId: Number.parseInt(product, 16) }
}
