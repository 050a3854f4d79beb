/** Which decoder a plugged-in device needs: by what it says it is, or by ids known to belong to readers. */
import { createKeyboardWedge } from './keyboard-wedge.ts'
import { createPosScanner } from './pos-scanner.ts'
import type { Decoder } from './scan.ts'

export interface Plugged {
  readonly vendorId: number
  readonly productId: number
  readonly usagePage?: number | undefined
  readonly usage?: number | undefined
}

interface Model {
  readonly name: string
  readonly fits: (device: Plugged) => boolean
  readonly create: () => Decoder
}

/** Ids of readers that look like keyboards; a keyboard that is none of these is somebody's keyboard. */
const wedges: readonly (readonly [vendorId: number, productId: number])[] = [
  [0x08ff, 0x0009],
  [0x16c0, 0x27db],
  [0xffff, 0x0035],
  [0x0c27, 0x3bfa],
]

export const models: readonly Model[] = [
  { name: 'HID POS scanner', fits: ({ usagePage }) => usagePage === 0x8c, create: createPosScanner },
  {
    name: 'keyboard-wedge reader',
    fits: device =>
      isKeyboard(device) &&
      wedges.some(([vendor, product]) => device.vendorId === vendor && device.productId === product),
    create: createKeyboardWedge,
  },
]

export const modelOf = (device: Plugged): Model | undefined => models.find(({ fits }) => fits(device))

const isKeyboard = ({ usagePage, usage }: Plugged): boolean => usagePage === 1 && usage === 6
