/** How long something has waited: to the second while seconds count, in words once it is hours. */
import type { Format } from '../../../shared/i18n/format.ts'

const hourMs = 3_600_000

/** 100:02 was read as a time of day, or not at all. */
export const waited = (format: Pick<Format, 'clock' | 'duration'>, ms: number): string =>
  ms < hourMs ? format.clock(ms) : format.duration(ms)
