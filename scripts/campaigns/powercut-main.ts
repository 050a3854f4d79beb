/** `npm run powercut -- --cuts N`: the power of the disk cut under taps; nothing that was promised is lost. Then the control. */
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { inTemporaryFolder } from '../lib/at-the-latest.ts'
import { skip } from '../lib/skipped.ts'
import { numberOf, orUsage } from './asked.ts'
import { type Cut, canSeeLoss, isFlawless } from './judge.ts'
import { unmountAll, whyNoLoopDisk } from './loop-disk.ts'
import { whyNoOwnMounts, withOwnMounts } from './own-mounts.ts'
import { makeDisk, type PowerCampaign, runPowerCampaign, runPowerControl } from './powercut.ts'
import { verdictLines } from './words.ts'

const args = process.argv.slice(2)
const { values } = orUsage(() =>
  parseArgs({
    args,
    options: {
      cuts: { type: 'string', default: '100' },
      'control-cuts': { type: 'string', default: '40' },
      panels: { type: 'string', default: '20' },
      seed: { type: 'string', default: new Date().toISOString() },
      /** Set by this program, for itself: the folder for its disks. */
      inside: { type: 'string' },
    },
  }),
)
const asked = orUsage(() => ({
  cuts: numberOf('cuts', values.cuts),
  controlCuts: numberOf('control-cuts', values['control-cuts']),
  panels: numberOf('panels', values.panels),
}))

const name = '断电 powercut'

process.exit(values.inside === undefined ? await outside() : await inside(values.inside))

/** What is mounted in there is gone when it has ended, however it did; the folder goes after it. */
async function outside(): Promise<number> {
  const why = await whyNoOwnMounts()
  if (why !== undefined) return skip(name, why)
  const self = fileURLToPath(import.meta.url)
  return inTemporaryFolder('changming-powercut', folder =>
    withOwnMounts(process.execPath, [self, ...args, '--inside', folder]),
  )
}

async function inside(folder: string): Promise<number> {
  const why = await whyNoLoopDisk(folder)
  if (why !== undefined) return skip(name, why)
  try {
    return await run(folder)
  } finally {
    await unmountAll(folder)
  }
}

async function run(folder: string): Promise<number> {
  const { cuts, controlCuts, panels } = asked
  const at = { folder, panels, seed: values.seed }
  console.log(
    `\n  断电 powercut   ${cuts} 次 cuts   ${at.panels} 台包厢屏 panels, 2 工作台 consoles   seed ${at.seed}\n`,
  )
  const made = await makeDisk({ ...at, cuts })
  const began = performance.now()
  // The controls take copies of the disk as it was made: they come first.
  const unsynced = await control('从不落盘 never synced', 'unsynced', controlCuts)
  const careless = await control('盘坏了也说好 says yes without a disk', 'careless', Math.ceil(controlCuts / 8))
  const verdict = await runPowerCampaign({ ...at, cuts, progress: every(20, 'taps') }, made)
  console.log('  中枢 the hub')
  for (const line of verdictLines(verdict)) console.log(`    ${line}`)
  const ok = isFlawless(verdict) && unsynced && careless
  console.log(`\n  ${ok ? '✓' : '✗'} ${Math.round((performance.now() - began) / 1000)} s\n`)
  return ok ? 0 : 1

  async function control(what: string, weakness: 'unsynced' | 'careless', cuts: number): Promise<boolean> {
    const did = await runPowerControl({ ...at, cuts, weakness, progress: every(10, 'lost in') }, made)
    const seen = canSeeLoss(did)
    const times = (one: Cut) => did.filter(cut => cut === one).length
    console.log(
      `  对照：control: ${what}   ${cuts} 次里 cuts, ${times('lost')} 次丢了 lost something, ${times('unreadable')} 次读不出 unreadable   ${seen ? '✓' : '✗'}\n`,
    )
    return seen
  }
}

function every(so: number, what: string): NonNullable<PowerCampaign['progress']> {
  return (cuts, count) => {
    if (cuts % so === 0) console.log(`    ${cuts} 次 cuts   ${what} ${count}`)
  }
}
