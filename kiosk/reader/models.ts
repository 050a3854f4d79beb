/** Which decoder a plugged-in device needs: by what it says it is, and by ids known to belong to readers. */
import { type ReaderModel, udevRule } from '../../shared/protocol/readers.ts'
import { createKeyboardWedge } from './keyboard-wedge.ts'
import { createMagStripe } from './mag-stripe.ts'
import { createPosScanner } from './pos-scanner.ts'
import type { Decoder } from './scan.ts'

export interface DeviceIds {
  readonly vendorId: number
  readonly productId: number
  readonly usagePage?: number | undefined
  readonly usage?: number | undefined
}

/** Without a product: everything of this maker that has the usage. */
export interface KnownIds {
  readonly vendorId: number
  readonly productId?: number | undefined
}

export interface Model {
  readonly name: ReaderModel
  readonly usagePage: number
  readonly usage: number
  readonly known: readonly KnownIds[]
  /** Whatever has this usage is such a reader, also one whose ids nobody has seen. */
  readonly anybodys: boolean
  readonly create: () => Decoder
}

export const models: readonly Model[] = [
  {
    name: 'pos-scanner',
    usagePage: 0x8c,
    usage: 0x02,
    // Honeywell, Youjie, Zebra.
    known: [{ vendorId: 0x0c2e }, { vendorId: 0x23d0 }, { vendorId: 0x05e0, productId: 0x1300 }],
    anybodys: true,
    create: createPosScanner,
  },
  {
    name: 'mag-stripe',
    usagePage: 0xff00,
    usage: 0x01,
    // MagTek. The page is anybody's own: other makers put other things on it.
    known: [{ vendorId: 0x0801 }],
    anybodys: false,
    create: createMagStripe,
  },
  {
    name: 'keyboard-wedge',
    usagePage: 0x01,
    usage: 0x06,
    // Ids of readers that look like keyboards; a keyboard that is none of these is somebody's keyboard.
    known: [
      { vendorId: 0x08ff, productId: 0x0009 },
      { vendorId: 0x16c0, productId: 0x27db },
      { vendorId: 0xffff, productId: 0x0035 },
      { vendorId: 0x0c27, productId: 0x3bfa },
    ],
    anybodys: false,
    create: createKeyboardWedge,
  },
]

/** `also`: ids that this venue says are readers, whatever the table knows. */
export function modelOf(device: DeviceIds, also: readonly KnownIds[] = []): Model | undefined {
  return models.find(
    ({ usagePage, usage, known, anybodys }) =>
      device.usagePage === usagePage &&
      device.usage === usage &&
      (anybodys || [...known, ...also].some(ids => isOf(device, ids))),
  )
}

const isOf = (device: DeviceIds, { vendorId, productId }: KnownIds): boolean =>
  device.vendorId === vendorId && (productId === undefined || device.productId === productId)

/** The file that lets this program open them on Linux, with the lines of this venue's own readers. */
export function udevRules(also: readonly KnownIds[] = []): string {
  const known = [...models.flatMap(model => model.known), ...also]
  return `${['# Changming: card and code readers', ...new Set(known.map(udevRule))].join('\n')}\n`
}
