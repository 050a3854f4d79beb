/** What is to be done later, each thing once: roles look at the house often and plan what they see. */
import type { Chance } from '../demo/random.ts'

export interface Agenda {
  /** Runs `act` after `afterMs`, unless something is planned or under way under `key` already. */
  plan(key: string, afterMs: number, act: () => unknown): void
  isPlanned(key: string): boolean
  /** A time by chance from `from` to `to` seconds of the evening: ms, shorter at a higher speed. */
  soon(from: number, to: number): number
  /** Nothing is begun any more. */
  stop(): void
}

/** `failed` hears what an act threw, which is a bug: the rest of the evening goes on. */
export function createAgenda(deps: { chance: Chance; speed: number; failed: (error: unknown) => void }): Agenda {
  const { chance, speed, failed } = deps
  const planned = new Map<string, NodeJS.Timeout>()
  let stopped = false

  async function run(key: string, act: () => unknown): Promise<void> {
    try {
      await act()
    } catch (error) {
      failed(error)
    } finally {
      planned.delete(key)
    }
  }

  return {
    plan(key, afterMs, act) {
      if (stopped || planned.has(key)) return
      planned.set(
        key,
        setTimeout(() => void run(key, act), afterMs),
      )
    },
    isPlanned: key => planned.has(key),
    soon: (from, to) => ((from + chance.next() * (to - from)) * 1000) / speed,
    stop() {
      stopped = true
      for (const timer of planned.values()) clearTimeout(timer)
      planned.clear()
    },
  }
}
