/** No ticket printer: the bar works from its screen. */
import type { Printer } from '../ports.ts'

export const createNoPrinter = (): Printer => ({ prints: false })
