/** No link to the venue's cashier system: staff key each ticket into it and tick 已录收银. */
import type { Cashier } from '../ports.ts'

export const createNoCashier = (): Cashier => ({ takesTickets: false })
