/** The process of clients: all panels and consoles of all targets, and the clock that their taps are measured by. */
import * as v from 'valibot'
import { measureSync } from '../measure-sync.ts'
import { arrivals, turns } from '../schedule.ts'
import { connectHub } from './hub-target.ts'
import { TapJob, type TapResult, type TargetName, targets } from './job.ts'
import { createOpenLoop } from './open-loop.ts'
import { connectRelay } from './relay-target.ts'

export function runClients(): void {
  process.once('message', message => {
    measure(v.parse(TapJob, message)).then(
      result => process.send?.(result),
      error => {
        console.error(error)
        process.exit(1)
      },
    )
  })
  process.once('disconnect', () => process.exit(0))
}

async function measure(job: TapJob): Promise<TapResult> {
  const { panels, perSecond, repetitions, ms, warmUpMs } = job
  const loops = {
    hub: createOpenLoop(await connectHub(job)),
    relay: createOpenLoop(await connectRelay(job.origins.relay, job)),
    synced: createOpenLoop(await connectRelay(job.origins.synced, job)),
    showing: createOpenLoop(await connectRelay(job.origins.showing, job)),
  }
  const measured: Record<TargetName, number[][]> = { hub: [], relay: [], synced: [], showing: [] }
  const syncs: number[][] = []
  let refused = 0
  let lost = 0
  const scheduleOf = (ms: number, seed: string) => arrivals({ clients: panels, perSecond, ms, seed })

  for (const target of targets) await loops[target](scheduleOf(warmUpMs, `warm ${target}`))
  for (let repetition = 0; repetition < repetitions; repetition++) {
    // The same taps at the same times for each, each first in turn.
    const schedule = scheduleOf(ms, `${panels} panels, ${repetition}`)
    for (const target of turns(targets, repetition)) {
      const heard = await loops[target](schedule)
      measured[target].push([...heard.latencies])
      refused += heard.refused
      lost += heard.lost
    }
    // As often as they are tapped, and no longer than that takes.
    const betweenMs = 1000 / perSecond
    syncs.push(await measureSync(job.synced, Math.min(job.syncs, Math.floor(ms / betweenMs)), betweenMs))
    process.send?.(`${repetition + 1}/${repetitions}`)
  }
  return { ...measured, syncs, refused, lost }
}
