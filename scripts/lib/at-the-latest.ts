/** What a program must not leave behind on the machine, also when it is told to stop in the middle. */
import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { constants, tmpdir } from 'node:os'
import { join } from 'node:path'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Does `work`, which waits for nothing, once: when it is asked to by what this answers, or else when the program ends. What was
 * begun last is done first. A signal ends the program, in words, with the exit code that a shell gives for it.
 */
export function atTheLatest(work: () => void): () => void {
  let done = false
  const now = () => {
    if (done) return
    done = true
    process.off('exit', now)
    for (const signal of signals) process.off(signal, leave)
    work()
  }
  process.prependListener('exit', now)
  for (const signal of signals) process.on(signal, leave)
  return now
}

function leave(signal: (typeof signals)[number]): void {
  console.error(`\n  中断，没有结论 interrupted (${signal}), no verdict`)
  process.exit(128 + constants.signals[signal])
}

/** A folder that is gone with all that is in it when `work` has ended, or the program. `within`: the system's own unless given. */
export async function inTemporaryFolder<T>(
  name: string,
  work: (folder: string) => Promise<T>,
  within = tmpdir(),
): Promise<T> {
  const folder = await mkdtemp(join(within, `${name}-`))
  // Whoever was killed a moment ago may still be ending a write.
  const remove = atTheLatest(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }))
  try {
    return await work(folder)
  } finally {
    remove()
  }
}
