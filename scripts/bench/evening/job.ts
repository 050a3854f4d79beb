/** What the process of an evening is told, and what it says. */
import * as v from 'valibot'

/** First: the house. It answers 'open' when its hub is, and has nothing more to do. */
export const EveningJob = v.object({
  folder: v.string(),
  rooms: v.array(v.object({ id: v.string(), roomClass: v.string(), panel: v.string() })),
  cards: v.array(v.string()),
  /** The house's clock is told to be so far behind, ms. */
  behindMs: v.number(),
})
export type EveningJob = v.InferOutput<typeof EveningJob>

/**
 * Then as often as wanted; it answers what was spent. `stayMs`: of the told clock, after each group of parties. `apartMs`: the
 * processor is kept busy with nothing so long before each command.
 */
export const Play = v.object({ parties: v.number(), atOnce: v.number(), stayMs: v.number(), apartMs: v.number() })
export type Play = v.InferOutput<typeof Play>

/** `seq`: the last fact on the disk. */
export const Played = v.object({ commands: v.number(), cpuMs: v.number(), seq: v.number() })
export type Played = v.InferOutput<typeof Played>
