/** `npm run loss -- --taps N`: a link that loses a third of all packets and goes down; every tap exactly once. Then the control. */
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { inTemporaryFolder } from '../lib/at-the-latest.ts'
import { skip } from '../lib/skipped.ts'
import { numberOf, orUsage } from './asked.ts'
import { isExactlyOnce } from './judge.ts'
import { type LossCampaign, type LossReport, runLossCampaign } from './loss.ts'
import { inNetworkOfItsOwn, whyNoLossyLink } from './lossy-link.ts'
import { verdictLines } from './words.ts'

const args = process.argv.slice(2)
const { values } = orUsage(() =>
  parseArgs({
    args,
    options: {
      taps: { type: 'string', default: '10000' },
      'control-taps': { type: 'string', default: '1000' },
      panels: { type: 'string', default: '20' },
      seed: { type: 'string', default: new Date().toISOString() },
      /** Set by this program, for itself. */
      inside: { type: 'string' },
    },
  }),
)
const asked = orUsage(() => ({
  taps: numberOf('taps', values.taps),
  controlTaps: numberOf('control-taps', values['control-taps']),
  panels: numberOf('panels', values.panels),
}))

const name = '丢包 loss'

process.exit(values.inside === undefined ? await outside() : await inside(values.inside))

/** Each campaign has a network of its own, which ends with it. */
async function outside(): Promise<number> {
  const why = await whyNoLossyLink()
  if (why !== undefined) return skip(name, why)
  console.log(
    `\n  丢包 loss   ${values.taps} 次点击 taps   ${values.panels} 台包厢屏 panels, 2 工作台 consoles   seed ${values.seed}\n`,
  )
  const self = fileURLToPath(import.meta.url)
  const campaign = (which: string) =>
    inNetworkOfItsOwn(process.execPath, [self, ...args, '--seed', values.seed, '--inside', which])
  const ok = (await campaign('hub')) === 0 && (await campaign('control')) === 0
  console.log(ok ? '  ✓ 每次点击正好一次 every tap exactly once\n' : '  ✗\n')
  return ok ? 0 : 1
}

async function inside(which: string): Promise<number> {
  if (which === 'hub') {
    const real = await campaign({ taps: asked.taps })
    tell('中枢 the hub', real)
    return isExactlyOnce(real.verdict) ? 0 : 1
  }
  const amnesiac = await campaign({ taps: asked.controlTaps, weakness: 'amnesiac' })
  tell('对照：不认得重发的点击 control: knows no tap that comes again', amnesiac)
  const { doubled, otherAnswers } = amnesiac.verdict
  return doubled.length + otherAnswers.length > 0 ? 0 : 1
}

function campaign(how: Pick<LossCampaign, 'taps' | 'weakness'>): Promise<LossReport> {
  let said = 0
  return inTemporaryFolder('changming-loss', folder =>
    runLossCampaign({
      folder,
      panels: asked.panels,
      seed: values.seed,
      progress: (taps, lost) => {
        if (taps - said < 1000) return
        said = taps
        console.log(`    ${taps} 次点击 taps   丢了 lost ${lost} 个包 packets`)
      },
      ...how,
    }),
  )
}

function tell(name: string, { seconds, lostPackets, outages, verdict }: LossReport): void {
  console.log(`  ${name}`)
  console.log(`    丢了 lost ${lostPackets} 个包 packets, 断开 outages ${outages} 次, ${seconds} s`)
  for (const line of verdictLines(verdict)) console.log(`    ${line}`)
  console.log('')
}
