/** What a reader program says of the readers plugged into its machine: presence, shown and never journaled. */
import * as v from 'valibot'
import { Id, type Instant } from './primitives.ts'

export const readerModels = ['keyboard-wedge', 'pos-scanner', 'mag-stripe'] as const
export type ReaderModel = (typeof readerModels)[number]

/** `no-rights`: the machine does not let the program open it; `gone`: it was connected and is not any more. */
export const readerStates = ['connected', 'no-rights', 'failed', 'gone'] as const
export type ReaderState = (typeof readerStates)[number]

const UsbId = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(0xffff))
const count = (max: number) => v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(max))

export const PluggedReader = v.strictObject({
  id: Id,
  model: v.picklist(readerModels),
  vendorId: UsbId,
  productId: UsbId,
  state: v.picklist(readerStates),
  /** How long it has been in this state, ms: the clocks of two machines differ. */
  forMs: count(10 * 365 * 86_400_000),
})
export type PluggedReader = v.InferOutput<typeof PluggedReader>

export const ReaderReport = v.strictObject({
  /** False: node-hid cannot be loaded on that machine, a library is missing. */
  driver: v.boolean(),
  readers: v.pipe(v.array(PluggedReader), v.maxLength(16)),
  /** Touches that grew too old on their way, since the program started. */
  lost: count(1_000_000),
})
export type ReaderReport = v.InferOutput<typeof ReaderReport>

/** The answer tells the hub's clock, by which touches carry the time at which they came. */
export interface ReportTaken {
  readonly now: v.InferOutput<typeof Instant>
}

/** The line that lets the members of `plugdev` open this reader; without `productId` every one of its maker. */
export function udevRule({ vendorId, productId }: { vendorId: number; productId?: number | undefined }): string {
  const ids = `*:${usbId(vendorId)}:${productId === undefined ? '*' : usbId(productId)}.*`
  return `KERNEL=="hidraw*", SUBSYSTEM=="hidraw", KERNELS=="${ids}", MODE="0660", GROUP="plugdev"`
}

const usbId = (id: number): string => id.toString(16).toUpperCase().padStart(4, '0')
