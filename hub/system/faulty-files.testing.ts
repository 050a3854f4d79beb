/** A disk that fails when told: wraps any `Files` whose steps can be watched. */

import type { Files } from '../ports.ts'
import type { FileStep } from './files.ts'

export interface FaultyFiles {
  readonly files: Files
  /** Every step taken, such as `rename data/venue.json`. */
  readonly steps: readonly string[]
  /** The n-th such step from now on (1 is the next) fails with this system error. */
  failAt(step: FileStep, n?: number, code?: 'EIO' | 'ENOSPC'): void
  /** That one and every such step after it, until it is healed: a full disk stays full. */
  failFrom(step: FileStep, n: number, code: 'EIO' | 'ENOSPC'): void
  /** The next durable write leaves what `tear` makes of its bytes (same length) and fails, as in a power cut. */
  tearNext(tear: (bytes: Uint8Array) => Uint8Array): void
  /** Forgets a failure that did not come to pass. */
  heal(): void
}

export function createFaultyFiles<F extends Files>(
  make: (before: (step: FileStep, path: string) => void) => F,
): FaultyFiles & { readonly inner: F } {
  const steps: string[] = []
  let plan: { step: FileStep; left: number; code: string; lasting: boolean } | undefined
  let tearing: ((bytes: Uint8Array) => Uint8Array) | undefined

  const inner = make((step, path) => {
    steps.push(`${step} ${path}`)
    if (plan?.step !== step || --plan.left > 0) return
    const { code, lasting } = plan
    if (!lasting) plan = undefined
    throw Object.assign(new Error(`${code}: told to fail at ${step}`), { code })
  })

  return {
    inner,
    steps,
    files: {
      ...inner,
      openDurable(path) {
        const file = inner.openDurable(path)
        return {
          ...file,
          writeDurably(bytes, offset) {
            const tear = tearing
            tearing = undefined
            file.writeDurably(tear ? tear(bytes) : bytes, offset)
            if (tear) throw new Error('the power went')
          },
        }
      },
    },
    failAt(step, n = 1, code = 'EIO') {
      plan = { step, left: n, code, lasting: false }
    },
    failFrom(step, n, code) {
      plan = { step, left: n, code, lasting: true }
    },
    tearNext(tear) {
      tearing = tear
    },
    heal() {
      plan = undefined
      tearing = undefined
    },
  }
}
