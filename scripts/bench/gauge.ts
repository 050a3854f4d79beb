/**
 * Loaded into a process that the bench looks into (see `look.ts`): what it holds, what it has spent, how long its loop was
 * blocked. The same meter for the hub and for what it stands beside.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { isMainThread } from 'node:worker_threads'
import { gaugeFlags, type Look } from './look.ts'

/** How often the loop is asked whether it is free: a timer that costs something, so only while it is watched. */
const everyMs = 1
const delays = monitorEventLoopDelay({ resolution: everyMs })
let spent = process.cpuUsage()

if (isMainThread) {
  // What this process starts itself, such as the hub's readers, is not looked into.
  process.execArgv = process.execArgv.filter(flag => !gaugeFlags.includes(flag))
  process.on('message', asked => {
    if (asked === 'watch') {
      delays.reset()
      delays.enable()
    }
    if (asked === 'look') process.send?.(look())
  })
  // A process that is told to stop does not stay for the sake of being looked at.
  process.channel?.unref()
}

/** Asked for only now: a hub that is started with a flag of V8's is not the hub that was compiled when it was built. */
function collect(): void {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
}

function look(): Look {
  const { user, system } = process.cpuUsage(spent)
  delays.disable()
  const blockedMs = Math.max(0, delays.percentile(99) / 1e6 - everyMs)
  collect()
  collect()
  const { heapUsed, external, rss } = process.memoryUsage()
  spent = process.cpuUsage()
  return { cpuMs: (user + system) / 1000, blockedMs, heapKb: (heapUsed + external) / 1024, rssKb: rss / 1024 }
}
