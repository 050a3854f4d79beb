/** A told clock on the evening of the fixtures, unless another is said. */
import { evening } from '../domain/fixture.testing.ts'
import { createToldClock, type ToldClock } from './told-clock.ts'

export const createManualClock = (start = evening): ToldClock => createToldClock(start)
