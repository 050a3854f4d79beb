/** What the decoders make of a recording, as if the device were plugged in. */
import type { ReaderModel } from '../../shared/protocol/readers.ts'
import type { Recording } from './hid-recording.ts'
import { type KnownIds, modelOf } from './models.ts'
import { createReading } from './reading.ts'
import type { Scan } from './scan.ts'

/** Undefined: no model takes this device. */
export function replay(
  recording: Recording,
  also: readonly KnownIds[] = [],
): { readonly model: ReaderModel; readonly scans: readonly Scan[] } | undefined {
  const model = modelOf(recording, also)
  if (!model) return undefined
  const reading = createReading(model.create())
  return {
    model: model.name,
    scans: recording.reports.flatMap(({ bytes, atMs }) => reading.report(bytes, atMs, atMs) ?? []),
  }
}
