/** Facts of drinks. Prices are minor units as they held at the tap. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import type { OrderSource, RejectReason, ReturnReason } from '../../../shared/protocol/words.ts'

export interface OrderLine {
  line: Id
  item: Id
  qty: number
  unitPrice: number
  options: readonly Id[]
  /** A package has one price and these parts, per one. */
  components: readonly { item: Id; qty: number }[]
  /** Of the room, that are in the package, per one. */
  hours?: number
  /** Whether 再来一轮 may repeat it: never packages, food, gifts. */
  repeatable: boolean
}

export type OrderEvent =
  | { type: 'UsualPredicted'; visit: Id; items: readonly { item: Id; qty: number; times: number; inARow?: number }[] }
  | { type: 'FavouriteMarked'; visit: Id; item: Id; on: boolean }
  | {
      type: 'OrderPlaced'
      order: Id
      visit: Id
      source: OrderSource
      /** What it is the ticket of. */
      comp?: Id
      placedBy: 'guest' | 'staff'
      lines: readonly OrderLine[]
      total: number
      attendant?: Id
      /** The visit's order rule wants staff to ask the host first. */
      needsApproval: boolean
      /** Ms since the epoch: until then the guest may undo and the bar sees it locked. */
      lockedUntil: number
      /** When the finger came down, where that was earlier than the line. */
      tappedAt?: number
    }
  | { type: 'OrderCancelled'; order: Id }
  | { type: 'OrderApproved'; order: Id; staff: Id }
  | { type: 'OrderAccepted'; order: Id; staff?: Id; needsTick: boolean }
  | { type: 'OrderDelivered'; order: Id; staff?: Id }
  /** 出品 was tapped too early. */
  | { type: 'OrderRecalled'; order: Id; staff: Id }
  /** These lines of `order` are an order of their own, `part`, from here on: what becomes of them is not what becomes of the rest. */
  | { type: 'OrderDivided'; order: Id; part: Id; lines: readonly Id[] }
  | { type: 'OrderRejected'; order: Id; staff?: Id; reason: RejectReason }
  | {
      type: 'LineReturned'
      order: Id
      line: Id
      qty: number
      amount: number
      reason: ReturnReason
      by: Id
      second?: Id
      period: string
    }
  /** Its ticket came out of the printer. */
  | { type: 'TicketPrinted'; order: Id }
  /** Somebody wants it on paper, once more or at all. */
  | { type: 'PrintAsked'; order: Id; staff: Id }
  | { type: 'OrderTicked'; order: Id; ticked: boolean }
  | { type: 'SoldOutSet'; item: Id; soldOut: boolean }
