/** Looks into a process that the bench started: it has to be started with `gaugeFlags`. */
import type { ChildProcess } from 'node:child_process'
import * as v from 'valibot'

export const gaugeFlags: readonly string[] = ['--import', new URL('../scripts/bench-gauge.js', import.meta.url).href]

export const Look = v.object({
  /** Spent since the look before, its own rubbish collection left out. */
  cpuMs: v.number(),
  /** 99th percentile since `watch` of how much longer the loop was busy than it should have been. */
  blockedMs: v.number(),
  /** What is alive, buffers included. */
  heapKb: v.number(),
  rssKb: v.number(),
})
export type Look = v.InferOutput<typeof Look>

/** From here to the next look its loop is watched. */
export function watch(child: ChildProcess): void {
  child.send('watch')
}

export function lookInto(child: ChildProcess): Promise<Look> {
  return new Promise((resolve, reject) => {
    const gone = (code: number | null) => reject(new Error(`it ended with ${code} when it was looked into`))
    child.once('exit', gone)
    child.once('message', message => {
      child.off('exit', gone)
      resolve(v.parse(Look, message))
    })
    child.send('look')
  })
}
