/** A part of the page of rules: what holds, with what was typed on top, and how it is changed. */
import type { PolicyChanges } from '../../../../shared/protocol/commands/setup.ts'
import type { Typed } from '../typed.ts'

export type TypedPolicy = Typed<Required<PolicyChanges>>

export interface PolicyPart {
  value: TypedPolicy
  /** As the hub has it: what holds while what was typed cannot. */
  saved: Required<PolicyChanges>
  change: (more: Partial<TypedPolicy>) => void
}

export const secondMs = 1000
export const minuteMs = 60_000

/** Of a call, minutes. */
export const clockBounds = { min: 1, max: 240 }
export const isClock = (ms: number): boolean => ms >= clockBounds.min * minuteMs && ms <= clockBounds.max * minuteMs
