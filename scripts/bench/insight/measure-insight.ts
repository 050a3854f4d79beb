/** How long the hub thinks about one party: the usual and the songs laid ready, per member, as the house is when it opens. */
import { houseStatistics } from '../../../hub/insight/house-statistics.ts'
import { preloadPlaylist } from '../../../hub/insight/playlist.ts'
import { predictUsual } from '../../../hub/insight/usual.ts'
import { demoMembers } from '../../demo/members/demo-members.ts'
import { loadStandards } from '../../demo/songs/load-songs.ts'
import type { Figure } from '../figure.ts'
import { percentile } from '../statistics.ts'

const section = '老样子和备歌 the usual and the songs laid ready, per member with two years of visits'
/** A hundred parties that come within one second must not be felt: the hub does nothing else meanwhile. µs. */
const limitUs = 1000
/** Each member's median of so many: in a single one of a tenth of a millisecond another program's turn is all that shows. */
const timesEach = 11
const how = `p99: of the members; of each the median of ${timesEach}`
const drinks = 6
const songs = 30
const at = Date.parse('2026-11-20T12:00:00Z')

export function measureInsight(): Figure[] {
  const members = demoMembers({ count: 400, today: at })
  const house = houseStatistics(members.map(({ history }) => history))
  const hot = loadStandards()
    .slice(0, 200)
    .map(({ song }) => song)
  const once = (act: (member: (typeof members)[number]) => unknown) =>
    members.map(member => {
      const since = performance.now()
      act(member)
      return (performance.now() - since) * 1000
    })
  const timed = (act: (member: (typeof members)[number]) => unknown) => {
    // The first time the code is still cold.
    const rounds = Array.from({ length: timesEach + 1 }, () => once(act)).slice(1)
    return members.map((_, at) =>
      percentile(
        rounds.map(round => round[at] ?? 0),
        0.5,
      ),
    )
  }
  const found = [
    { name: 'the usual', spent: timed(member => predictUsual([member], house, () => true, at, drinks)) },
    { name: 'the songs laid ready', spent: timed(member => preloadPlaylist([member], hot, at, songs)) },
  ]
  return found.flatMap(({ name, spent }) =>
    [0.5, 0.99].map((share): Figure => {
      return {
        section,
        how,
        name: `${name}  p${share * 100}`,
        value: percentile(spent, share),
        unit: 'µs',
        samples: spent.length,
        ...(share === 0.99 && { beside: { what: 'limit', value: limitUs }, atMost: 1 }),
      }
    }),
  )
}
