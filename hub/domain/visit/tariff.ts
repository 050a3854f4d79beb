/** How a room is charged, as it held when the visit was opened. */
import type { Id } from '../../../shared/protocol/primitives.ts'

/** Amounts in minor units, instants in ms. `timed` counts from `startsAt`; `block` and `buyout` are paid as a whole. */
export type TariffTerms =
  | { kind: 'timed'; tariff: Id; perHour: number; startsAt: number; endsAt?: number; extensions: number }
  | { kind: 'block'; tariff: Id; price: number; startsAt: number; endsAt: number; extensions: number }
  | { kind: 'buyout'; tariff: Id; price: number; startsAt: number; endsAt: number; extensions: number }
