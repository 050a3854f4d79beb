/** When the live state is written down, so that the next start is quick. */

import type { Event } from '../domain/events.ts'
import type { HubLoop } from '../hub.ts'
import type { Files, Journal } from '../ports.ts'
import type { HouseRecords } from '../records/house-records.ts'
import { inSteps } from '../system/in-steps.ts'
import { saveCheckpoint } from './checkpoint.ts'
import { createLiveEncoder, type Live, takeLive } from './state-codec.ts'

export interface Checkpoints {
  /**
   * Call it when everything in memory is on the disk: what is taken here at once is one moment. Rejects with StoreFailed;
   * records that were to be saved may then be neither here nor there, and only a start from the disk puts them right.
   */
  save(): Promise<void>
  /** So many facts more are on the disk: now and then that is worth a checkpoint. */
  count(facts: number, loop: Pick<HubLoop, 'whenDurable' | 'fail'>): void
  /** As soon as everything in memory is on the disk. */
  soon(loop: Pick<HubLoop, 'whenDurable' | 'fail'>): void
  /** Resolves when none is being written, whether or not it came to its end. */
  idle(): Promise<void>
}

/**
 * A start after a power cut takes some 25 µs longer for each fact since the last one. Every tap pays for them, and in a large
 * house more than in a small one: of five hundred rooms nearly every playlist has changed since.
 */
const factsPerCheckpoint = 5000
/** So long a tap may wait behind it at most, ms. */
const stepMs = 2

/** `since`: facts that the last checkpoint lacks. `path`: of the checkpoint file. */
export function createCheckpoints(deps: {
  files: Files
  path: string
  live: Live
  journal: Journal<Event>
  records: HouseRecords
  /** What must be on the disk before a checkpoint goes past it. */
  before?: () => Promise<void>
  since: number
  every?: number
}): Checkpoints {
  const { files, path, live, journal, records, before, every = factsPerCheckpoint } = deps
  let { since } = deps
  const encode = createLiveEncoder()
  let saving: Promise<void> = Promise.resolve()

  function save(): Promise<void> {
    since = 0
    // Taken now: when it is its turn to be written, memory may hold what is on no disk.
    const taken = { seq: journal.lastSeq, anchor: journal.anchor(), live: takeLive(live) }
    saving = saving.then(async () => {
      await before?.()
      await records.settle()
      const { seq, anchor } = taken
      await saveCheckpoint(files, path, { seq, anchor, state: await inSteps(encode(taken.live), { stepMs }) })
    })
    return saving
  }

  function soon(loop: Pick<HubLoop, 'whenDurable' | 'fail'>): void {
    loop.whenDurable(durable => {
      if (durable) save().catch(loop.fail)
    })
  }

  return {
    save,
    count(facts, loop) {
      since += facts
      if (since < every) return
      since = 0
      soon(loop)
    },
    soon,
    idle: () => saving.catch(() => undefined),
  }
}
