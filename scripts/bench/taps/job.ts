/** What the process of clients is told, and what it says in the end. */
import * as v from 'valibot'

export const targets = ['hub', 'relay', 'synced', 'showing'] as const
export type TargetName = (typeof targets)[number]

export const TapJob = v.object({
  origins: v.object({ hub: v.string(), relay: v.string(), synced: v.string(), showing: v.string() }),
  /** A file that is written for nothing but to see how long one fdatasync takes. */
  synced: v.string(),
  /** Token by device. */
  tokens: v.record(v.string(), v.string()),
  drinks: v.array(v.object({ item: v.string(), price: v.number() })),
  panels: v.number(),
  /** Of all panels together. */
  perSecond: v.number(),
  repetitions: v.number(),
  /** Of one repetition, and of the time before the first that does not count. */
  ms: v.number(),
  warmUpMs: v.number(),
  /** fdatasyncs in each repetition, at most. */
  syncs: v.number(),
})
export type TapJob = v.InferOutput<typeof TapJob>

/** Repetitions of one target: ms from the instant at which a tap was due to its event on the console. */
const Latencies = v.array(v.array(v.number()))

export const TapResult = v.object({
  hub: Latencies,
  relay: Latencies,
  synced: Latencies,
  showing: Latencies,
  /** ms of one fdatasync on the same disk, in each repetition. */
  syncs: Latencies,
  /** Taps that the hub refused, and taps of which no console heard: there must be none. */
  refused: v.number(),
  lost: v.number(),
})
export type TapResult = v.InferOutput<typeof TapResult>
