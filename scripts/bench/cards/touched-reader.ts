/** The reader program's own code, with a keyboard wedge plugged in that the bench touches. */
import type { DeviceEvents } from '../../../kiosk/reader/hid.ts'
import { createReaderLink } from '../../../kiosk/reader/link.ts'
import type { Paired } from '../../../kiosk/reader/pairing.ts'
import { type Touch, watchReaders } from '../../../kiosk/reader/readers.ts'
import type { Answer } from '../../../shared/protocol/answer.ts'
import { reportsOf } from './card-plan.ts'

export interface TouchedReader {
  /** Resolves with the hub's answer, after it was durable. */
  touch(card: string): Promise<Answer | undefined>
  unplug(): Promise<void>
}

/** What is touched before the hub is there waits for it. */
export async function plugInReader(paired: Paired): Promise<TouchedReader> {
  let events: DeviceEvents | undefined
  let answer: Promise<Answer | undefined> = Promise.resolve(undefined)
  const failed = (error: unknown) => {
    throw error
  }
  const link = createReaderLink({ ...paired, state: () => undefined, keep: () => Promise.resolve(), failed })
  const readers = await watchReaders({
    hid: {
      list: async () => [{ path: 'bench', vendorId: 0x08ff, productId: 0x0009, usagePage: 0x01, usage: 0x06 }],
      async open(_path, listener) {
        events = listener
        return { close: async () => undefined }
      },
      onChange: () => () => undefined,
    },
    touched({ scan, cameAt }: Touch) {
      answer = link.touch(scan, cameAt)
    },
    changed: list => link.report({ driver: true, readers: [...list], lost: 0 }),
    failed,
  })
  link.report({ driver: true, readers: [...readers.list()], lost: 0 })
  return {
    touch(card) {
      for (const report of reportsOf(card)) events?.report(report)
      return answer
    },
    async unplug() {
      link.close()
      await readers.stop()
    },
  }
}
