/** Card and code readers in this machine's USB ports, and whether they may be read. */
import { access, constants } from 'node:fs/promises'
import type { Hid } from '../../kiosk/reader/hid.ts'
import { type KnownIds, modelOf } from '../../kiosk/reader/models.ts'
import { createNodeHid } from '../../kiosk/reader/node-hid.ts'
import { idsOf, readersIn } from '../../kiosk/reader/options.ts'
import { bad, type Finding, good, warn } from './finding.ts'

export interface ReaderFound {
  readonly name: string
  readonly readable: boolean
}

type Listing = Pick<Hid, 'list'>

const what = '读卡器 readers'

/** `readers`: what READERS says. `openHid`: this machine's devices; rejects where they cannot be had. */
export async function lookAtReaders(readers = '', openHid: () => Promise<Listing> = createNodeHid): Promise<Finding> {
  const named = readersIn(readers)
  let also: KnownIds[]
  try {
    also = named.map(idsOf)
  } catch {
    return bad(what, `READERS 写错了 is written wrong：${readers}`, 'READERS=1a86:dd01,0483:5750')
  }
  return judgeReaders(await findReaders(also, openHid), named)
}

/** Undefined where the machine's devices cannot be listed. `also`: readers that this venue names. */
async function findReaders(
  also: readonly KnownIds[],
  openHid: () => Promise<Listing>,
): Promise<ReaderFound[] | undefined> {
  let found: Awaited<ReturnType<Listing['list']>>
  try {
    found = await (await openHid()).list()
  } catch {
    // A library that node-hid needs is missing: said as one finding, since most hubs have no reader of their own.
    return undefined
  }
  const readers = found.filter(device => modelOf(device, also) !== undefined)
  return Promise.all(readers.map(async ({ path, name }) => ({ name: name ?? path, readable: await isReadable(path) })))
}

export function judgeReaders(found: readonly ReaderFound[] | undefined, named: readonly string[] = []): Finding {
  if (found === undefined)
    return warn(what, '看不到 USB 设备 USB devices cannot be listed', 'sudo apt-get install libudev1 libusb-1.0-0')
  const shut = found.filter(({ readable }) => !readable)
  if (shut.length > 0)
    return warn(
      what,
      `没有权限读 no rights to read ${shut.map(({ name }) => name).join('、')}`,
      // By name: sudo keeps no READERS.
      ['sudo npm run reader -- --udev --install', ...named.map(ids => `--also ${ids}`)].join(' '),
    )
  return good(what, found.length === 0 ? '这台电脑没插 none in this machine' : found.map(({ name }) => name).join('、'))
}

const isReadable = (path: string): Promise<boolean> =>
  process.platform === 'linux'
    ? access(path, constants.R_OK | constants.W_OK).then(
        () => true,
        () => false,
      )
    : Promise.resolve(true)
