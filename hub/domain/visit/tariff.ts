/** How a room is charged, as it held when the visit was opened. */
import type { Id } from '../../../shared/protocol/primitives.ts'

/**
 * Amounts in minor units, instants in ms. `timed` counts from `startsAt`; `block` and `buyout` are paid as a whole.
 * `extensions` counts them; `added` is what they and rooms merged into this visit cost.
 */
export type TariffTerms =
  | { kind: 'timed'; tariff: Id; perHour: number; startsAt: number; endsAt?: number; extensions: number; added: number }
  | { kind: 'block'; tariff: Id; price: number; startsAt: number; endsAt: number; extensions: number; added: number }
  | { kind: 'buyout'; tariff: Id; price: number; startsAt: number; endsAt: number; extensions: number; added: number }
