/** `npm run soak -- --minutes N`: memory and handles of a hub under ten Saturdays at once. Then the control, which leaks. */
import { parseArgs } from 'node:util'
import { inTemporaryFolder } from '../lib/at-the-latest.ts'
import { numberOf, orUsage } from './asked.ts'
import { isFlat, runSoakCampaign, type SoakCampaign, type SoakReport } from './soak.ts'
import { sparkline, type Trend } from './trend.ts'

const { values } = orUsage(() =>
  parseArgs({
    options: {
      minutes: { type: 'string', default: '30' },
      'control-minutes': { type: 'string', default: '1' },
      rooms: { type: 'string', default: '40' },
      times: { type: 'string', default: '10' },
      seed: { type: 'string', default: new Date().toISOString() },
    },
  }),
)
/** In less a line of them has no second half to speak of. */
const leastMinutes = 0.5
const asked = orUsage(() => ({
  minutes: numberOf('minutes', values.minutes, leastMinutes),
  controlMinutes: numberOf('control-minutes', values['control-minutes'], 0),
  rooms: numberOf('rooms', values.rooms),
  times: numberOf('times', values.times),
}))
const lineWidth = 60

console.log(
  `\n  长跑 soak   ${values.minutes} 分钟 min   ${values.rooms} 间 rooms   ${values.times} 倍于周六 times a Saturday   seed ${values.seed}\n`,
)
const real = await campaign({ minutes: asked.minutes })
tell('中枢 the hub', real)
/** Sooner no heap of this size is swept as a whole, and what it holds says nothing. */
const heapTellsAfter = 10
const tells = asked.minutes >= heapTellsAfter
if (!tells)
  console.log(`  不到 ${heapTellsAfter} 分钟，heap 不作数 under ${heapTellsAfter} minutes the heap is not judged\n`)
let ok = isFlat(real, tells)
if (asked.controlMinutes > 0) {
  const leaking = await campaign({ minutes: asked.controlMinutes, weakness: 'leaking' })
  tell('对照：每次点击漏一点 control: leaks a little at each tap', leaking)
  ok &&= !leaking.heap.flat && !leaking.handles.flat
}
console.log(ok ? '  ✓ 平的 flat\n' : '  ✗\n')
process.exit(ok ? 0 : 1)

function campaign(how: Pick<SoakCampaign, 'minutes' | 'weakness'>): Promise<SoakReport> {
  return inTemporaryFolder('changming-soak', folder =>
    runSoakCampaign({
      folder,
      rooms: asked.rooms,
      times: asked.times,
      seed: values.seed,
      progress: (minute, { rss, heap, handles }) => {
        if (minute % 5 === 0 || how.minutes <= 5)
          console.log(`    ${minute} min   rss ${mb(rss)}   heap ${mb(heap)}   handles ${handles}`)
      },
      ...how,
    }),
  )
}

function tell(name: string, report: SoakReport): void {
  const { seconds, taps, done, parties, samples, rss, heap, handles, stopMs, stopped } = report
  console.log(`  ${name}`)
  console.log(`    ${taps} 次点击 taps, ${done} 做成 done, ${parties} 批客人换房 parties turned over, ${seconds} s`)
  line(
    'rss    ',
    rss,
    samples.map(sample => sample.rss),
    mb,
  )
  line(
    'heap   ',
    heap,
    samples.map(sample => sample.heap),
    mb,
  )
  line(
    'handles',
    handles,
    samples.map(sample => sample.handles),
    value => value.toFixed(1),
  )
  console.log(`    停机 stop ${stopMs} ms, exit ${stopped}\n`)
}

function line(name: string, trend: Trend, values: readonly number[], show: (value: number) => string): void {
  const { level, rise, allowed, flat } = trend
  const verdict = flat ? '平 flat' : '在涨 rising'
  console.log(
    `    ${name} ${sparkline(values, lineWidth)}  ${show(level)}, 后半 second half ${rise < 0 ? '' : '+'}${show(rise)} (≤ ${show(allowed)})  ${verdict}`,
  )
}

function mb(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`
}
