/** How long the hub thinks about one party: the usual and the songs laid ready, per member, as the house is when it opens. */
import { houseStatistics } from '../../../hub/insight/house-statistics.ts'
import { preloadPlaylist } from '../../../hub/insight/playlist.ts'
import { predictUsual } from '../../../hub/insight/usual.ts'
import { demoMembers } from '../../demo/members/demo-members.ts'
import { loadStandards } from '../../demo/songs/load-songs.ts'
import type { Figure } from '../figure.ts'
import { spreadOf } from '../statistics.ts'
import type { Bench } from '../taps/measure-taps.ts'

const section = '老样子和备歌 the usual and the songs laid ready, per member with two years of visits'
/** A hundred parties that come within one second must not be felt: the hub does nothing else meanwhile. µs. */
const limitUs = 1000
const drinks = 6
const songs = 30
const at = Date.parse('2026-11-20T12:00:00Z')

export function measureInsight({ scale }: Pick<Bench, 'scale'>): Figure[] {
  const members = demoMembers({ count: 400, today: at })
  const house = houseStatistics(members.map(({ history }) => history))
  const hot = loadStandards()
    .slice(0, 200)
    .map(({ song }) => song)
  const timed = (act: (member: (typeof members)[number]) => unknown) =>
    spreadOf(
      Array.from(
        { length: scale.repetitions + 1 },
        () =>
          members.map(member => {
            const since = performance.now()
            act(member)
            return (performance.now() - since) * 1000
          }),
        // The first time the code is still cold.
      ).slice(1),
    )
  const found = [
    { name: 'the usual', spread: timed(member => predictUsual([member], house, () => true, at, drinks)) },
    { name: 'the songs laid ready', spread: timed(member => preloadPlaylist([member], hot, at, songs)) },
  ]
  return found.flatMap(({ name, spread }) =>
    (['p50', 'p99'] as const).map(which => ({
      section,
      name: `${name}  ${which}`,
      value: spread[which],
      unit: 'µs' as const,
      samples: spread.samples,
      ...(which === 'p99' && { beside: { what: 'limit', value: limitUs }, atMost: 1 }),
    })),
  )
}
