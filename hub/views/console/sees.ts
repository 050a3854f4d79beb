/** What each console role may see. One table, so that who sees what is read in one place. */
import type { ConsoleRole } from '../context.ts'

export interface Sees {
  /** Parties in the house and their members' briefs. */
  readonly visits: boolean
  /** What a visit spends, its comps, its minimum. */
  readonly spend: boolean
  /** The code by which a host lets their panel show the totals. */
  readonly hostCode: boolean
  readonly orders: boolean
  /** Of order lines. The price list itself lies in every room and is no secret. */
  readonly prices: boolean
  readonly checkIns: boolean
  /** `anonymous`: whose they are is nobody's business before the guest is in the house. */
  readonly reservations: 'named' | 'anonymous' | 'none'
  /** The reason of a failed check-in; `anonymous`: without whom the card belongs to. */
  readonly troubles: 'named' | 'anonymous' | 'none'
  /** Who asked to leave the house's memory. */
  readonly leaving: boolean
  /** When the house was last copied. */
  readonly backups: boolean
  readonly tariffs: boolean
  readonly menu: boolean
  readonly devices: boolean
  readonly night: boolean
  /** The house's money: turnover, and what each person may still give away. */
  readonly house: boolean
}

const manager: Sees = {
  visits: true,
  spend: true,
  hostCode: true,
  orders: true,
  prices: true,
  checkIns: true,
  reservations: 'named',
  troubles: 'named',
  leaving: true,
  backups: true,
  tariffs: true,
  menu: true,
  devices: true,
  night: true,
  house: true,
}
const floor: Sees = {
  ...manager,
  spend: false,
  prices: false,
  reservations: 'anonymous',
  troubles: 'anonymous',
  leaving: false,
  backups: false,
  tariffs: false,
  devices: false,
  house: false,
}
const bar: Sees = { ...floor, hostCode: false, prices: true, checkIns: false, reservations: 'none', troubles: 'none' }

export const sees: Readonly<Record<ConsoleRole, Sees>> = {
  owner: manager,
  manager,
  // Settles the bill.
  desk: { ...manager, house: false, leaving: false, backups: false },
  floor,
  'floor-station': { ...floor, hostCode: false },
  bar,
  'bar-station': { ...bar, prices: false },
  // Nobody is signed in: it still sounds and says where, it lists who may sign in, and no guest is on it.
  locked: {
    visits: false,
    spend: false,
    hostCode: false,
    orders: false,
    prices: false,
    checkIns: false,
    reservations: 'none',
    troubles: 'none',
    leaving: false,
    backups: false,
    tariffs: false,
    menu: false,
    devices: false,
    night: false,
    house: false,
  },
}
