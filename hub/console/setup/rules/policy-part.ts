/** A part of the page of rules: what holds, with what was typed on top, and how it is changed. */
import type { PolicyChanges } from '../../../../shared/protocol/commands/setup.ts'

export interface PolicyPart {
  value: Required<PolicyChanges>
  change: (more: Partial<Required<PolicyChanges>>) => void
}

export const secondMs = 1000
export const minuteMs = 60_000
