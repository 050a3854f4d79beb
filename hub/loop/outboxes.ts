/**
 * The answers that each outbox was given, so that a tap sent again is answered again and happens once.
 * Memory is bounded: per outbox the highest number and the last 32 answers; a device's outboxes go with the device.
 */
import { type Answer, answersKept } from '../../shared/protocol/answer.ts'
import { refuse } from '../../shared/protocol/refusals.ts'

/** A surface makes a new outbox when its storage was wiped; a device keeps this many. */
const keptOutboxes = 8

export interface Outbox {
  readonly highest: number
  readonly answers: readonly (readonly [n: number, answer: Answer])[]
}

export interface Outboxes {
  /** The answer given before to tap `n`; undefined when it is new. */
  answered(device: string, outbox: string, n: number): Answer | undefined
  record(device: string, outbox: string, n: number, answer: Answer): void
  forget(device: string): void
  /** Forgets all whose name begins so, but for those that are still `needed`. */
  forgetAll(prefix: string, needed: (device: string) => boolean): void
  snapshot(): readonly (readonly [device: string, outboxes: readonly (readonly [id: string, outbox: Outbox])[]])[]
}

export function createOutboxes(saved: ReturnType<Outboxes['snapshot']> = []): Outboxes {
  const byDevice = new Map(saved.map(([device, outboxes]) => [device, new Map(outboxes)]))
  return {
    answered(device, outbox, n) {
      const known = byDevice.get(device)?.get(outbox)
      if (!known || n > known.highest) return undefined
      const answer = known.answers.find(([number]) => number === n)
      // Older than the answers kept: it happened, what was said is forgotten. The sender must look, not send again.
      return answer?.[1] ?? { ok: false, refusal: refuse('forgotten', 'look-again') }
    },
    record(device, outbox, n, answer) {
      const outboxes = byDevice.get(device) ?? new Map<string, Outbox>()
      byDevice.set(device, outboxes)
      const known = outboxes.get(outbox)
      outboxes.delete(outbox)
      outboxes.set(outbox, {
        highest: Math.max(n, known?.highest ?? 0),
        answers: [...(known?.answers ?? []).slice(1 - answersKept), [n, answer]],
      })
      const oldest = outboxes.keys().next()
      if (outboxes.size > keptOutboxes && !oldest.done) outboxes.delete(oldest.value)
    },
    forget: device => void byDevice.delete(device),
    forgetAll(prefix, needed) {
      for (const device of byDevice.keys())
        if (device.startsWith(prefix) && !needed(device.slice(prefix.length))) byDevice.delete(device)
    },
    snapshot: () => [...byDevice].map(([device, outboxes]) => [device, [...outboxes]] as const),
  }
}
