/** In a house where nobody taps 出品: what was accepted long ago stood on the table, said or not. */
import { refusableMs } from '../../../shared/protocol/words.ts'
import type { Order } from '../state.ts'

/** Nobody said that it was carried in, but by `at` (ms) it was. */
export const isLongMade = ({ status, acceptedAt, placedAt }: Order, at: number): boolean =>
  status === 'accepted' && at - (acceptedAt ?? placedAt) > refusableMs
