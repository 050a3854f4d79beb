/** How the house drinks: what was counted at the start, and every visit since, so that a new venue learns from its first night. */
import type { PastVisit } from '../domain/member/member.ts'
import { type HouseStatistics, noStatistics, withVisit } from '../insight/house-statistics.ts'

export interface HouseUsual {
  now(): HouseStatistics
  /** The count of what was on the disk at the start: it may come after the first visits of this life. */
  counted(statistics: HouseStatistics): void
  /** One more visit of one member, whose earlier ones are in already. */
  visited(earlier: readonly PastVisit[], visit: PastVisit): void
}

export function createHouseUsual(): HouseUsual {
  let house = noStatistics
  let sinceStart: (readonly [earlier: readonly PastVisit[], visit: PastVisit])[] | undefined = []
  return {
    now: () => house,
    counted(statistics) {
      house = (sinceStart ?? []).reduce((all, [earlier, visit]) => withVisit(all, earlier, visit), statistics)
      sinceStart = undefined
    },
    visited(earlier, visit) {
      house = withVisit(house, earlier, visit)
      sinceStart?.push([earlier, visit])
    },
  }
}
