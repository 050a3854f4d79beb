/** `npm run crash -- --kills N`: the hub killed at random moments under taps; nothing lost, nothing doubled. Then the controls. */
import { parseArgs } from 'node:util'
import { inTemporaryFolder } from '../lib/at-the-latest.ts'
import { numberOf, orUsage } from './asked.ts'
import { type CrashCampaign, type CrashReport, runCrashCampaign } from './crash.ts'
import { isExactlyOnce } from './judge.ts'
import { verdictLines } from './words.ts'

const { values } = orUsage(() =>
  parseArgs({
    options: {
      kills: { type: 'string', default: '200' },
      panels: { type: 'string', default: '20' },
      seed: { type: 'string', default: new Date().toISOString() },
      'no-controls': { type: 'boolean', default: false },
    },
  }),
)
const [kills, panels] = orUsage(() => [numberOf('kills', values.kills), numberOf('panels', values.panels)])
/** A weakened hub gives itself away sooner. */
const controlKills = 15

console.log(
  `\n  强杀 crash   ${values.kills} 次 kills   ${values.panels} 台包厢屏 panels, 2 工作台 consoles   seed ${values.seed}\n`,
)
const real = await campaign({ kills })
tell('中枢 the hub', real)
let ok = isExactlyOnce(real.verdict)
if (!values['no-controls']) {
  const deferred = await campaign({ kills: controlKills, weakness: 'deferred' })
  tell('对照：先答复，后落盘 control: answers before it writes', deferred)
  const forgetful = await campaign({ kills: controlKills, weakness: 'forgetful' })
  tell('对照：重启后不认得旧的点击 control: knows no tap again after a restart', forgetful)
  // A tap that was handled twice happened twice, or was answered otherwise the second time.
  const { doubled, otherAnswers } = forgetful.verdict
  ok &&= deferred.verdict.lost.length > 0 && doubled.length + otherAnswers.length > 0
}
console.log(ok ? '  ✓ 没有丢的，没有重的 nothing lost, nothing doubled\n' : '  ✗\n')
process.exit(ok ? 0 : 1)

function campaign(how: Pick<CrashCampaign, 'kills' | 'weakness'>): Promise<CrashReport> {
  return inTemporaryFolder('changming-crash', folder =>
    runCrashCampaign({
      folder,
      panels,
      seed: values.seed,
      progress: (kills, taps) => {
        if (kills % 20 === 0) console.log(`    ${kills} 次 kills   ${taps} 次点击 taps`)
      },
      ...how,
    }),
  )
}

function tell(name: string, { kills, killedInStart, reloads, seconds, startMs, verdict }: CrashReport): void {
  console.log(`  ${name}`)
  console.log(
    `    ${kills} 次强杀 kills (${killedInStart} 在开机时 while starting), ${reloads} 次刷新页面 page reloads, ${seconds} s; 开机 starts ${startMs.median} ms, 最长 longest ${startMs.longest} ms`,
  )
  for (const line of verdictLines(verdict)) console.log(`    ${line}`)
  console.log('')
}
