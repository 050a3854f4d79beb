/** `npm run powercut -- --cuts N`: the power of the disk cut under taps; nothing that was promised is lost. Then the control. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Cut, canSeeLoss, isFlawless } from './judge.ts'
import { unmountAll, whyNoLoopDisk } from './loop-disk.ts'
import { makeDisk, type PowerCampaign, runPowerCampaign, runPowerControl } from './powercut.ts'
import { verdictLines } from './words.ts'

const { values } = parseArgs({
  options: {
    cuts: { type: 'string', default: '100' },
    'control-cuts': { type: 'string', default: '40' },
    panels: { type: 'string', default: '20' },
    seed: { type: 'string', default: new Date().toISOString() },
  },
})
/** As test runners count it: skipped. */
const skipped = 77

const folder = await mkdtemp(join(tmpdir(), 'changming-powercut-'))
let code: number
try {
  const why = await whyNoLoopDisk(folder)
  if (why === undefined) code = await run()
  else {
    console.log(`\n  断电 powercut: 跳过 skipped: ${why}\n`)
    code = skipped
  }
} finally {
  if (process.platform === 'linux') await unmountAll(folder)
  await rm(folder, { recursive: true, force: true })
}
process.exit(code)

async function run(): Promise<number> {
  const cuts = Number(values.cuts)
  const controlCuts = Number(values['control-cuts'])
  const at = { folder, panels: Number(values.panels), seed: values.seed }
  console.log(
    `\n  断电 powercut   ${cuts} 次 cuts   ${at.panels} 台包厢屏 panels, 2 工作台 consoles   seed ${at.seed}\n`,
  )
  const made = await makeDisk({ ...at, cuts })
  const began = performance.now()
  // The control takes copies of the disk as it was made: it comes first.
  const control = await runPowerControl({ ...at, cuts: controlCuts, progress: every(10, 'lost in') }, made)
  const seen = canSeeLoss(control)
  const times = (what: Cut) => control.filter(cut => cut === what).length
  console.log(
    `  对照：从不落盘 control: never synced   ${controlCuts} 次里 cuts, ${times('lost')} 次丢了 lost something, ${times('unreadable')} 次读不出 unreadable   ${seen ? '✓' : '✗'}\n`,
  )
  const verdict = await runPowerCampaign({ ...at, cuts, progress: every(20, 'taps') }, made)
  console.log('  中枢 the hub')
  for (const line of verdictLines(verdict)) console.log(`    ${line}`)
  const ok = isFlawless(verdict) && seen
  console.log(`\n  ${ok ? '✓' : '✗'} ${Math.round((performance.now() - began) / 1000)} s\n`)
  return ok ? 0 : 1
}

function every(so: number, what: string): NonNullable<PowerCampaign['progress']> {
  return (cuts, count) => {
    if (cuts % so === 0) console.log(`    ${cuts} 次 cuts   ${what} ${count}`)
  }
}
