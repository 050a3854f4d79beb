/** The bar's printer in a life of the hub: what tickets say, in the venue's language, and the fact that one is out. */
import { loadCatalogue } from '../../shared/i18n/catalogue.ts'
import { createFormat } from '../../shared/i18n/format.ts'
import { createTranslator } from '../../shared/i18n/translator.ts'
import type { PrinterState } from '../../shared/protocol/words.ts'
import { indexed } from '../domain/indexed.ts'
import { printed, printsFrom } from '../domain/order/to-print.ts'
import type { Keep } from '../domain/state.ts'
import type { TicketPrinter } from '../domain/venue-config.ts'
import type { HubLoop } from '../hub.ts'
import type { Clock, Files, Printer } from '../ports.ts'
import type { ViewContext } from '../views/context.ts'
import { keepLabel } from './keep-label.ts'
import { createPrintDesk, type PrintDesk, type PrintDeskDeps } from './print-desk.ts'
import { testPaper, ticketPaper } from './ticket-paper.ts'

/** `mark`: path of the file that names the ticket which is being printed. */
export interface PrinterDeps {
  readonly of: (settings: TicketPrinter) => Printer
  readonly mark: string
}

export interface OpenDesk extends PrintDesk {
  /** 试打. */
  testPage(): Promise<PrinterState | undefined>
  /** For a guest's bottle. */
  label(keep: Keep, called: string | undefined): Promise<PrinterState | undefined>
}

export function openPrintDesk(deps: {
  readonly printer: PrinterDeps
  readonly clock: Clock
  readonly files: Files
  readonly log: PrintDeskDeps['log']
  readonly context: () => ViewContext
  readonly takesTickets: boolean
  readonly enact: HubLoop['enact']
  readonly changed: () => void
}): OpenDesk {
  const { printer, context, clock } = deps
  const { state } = context()
  // It learns what the printer can do.
  const printerOf = indexed(printer.of)
  const words = async () => {
    const { locale } = context().venue
    return createTranslator(locale, await loadCatalogue('paper', locale))
  }
  const desk = createPrintDesk({
    ...deps,
    state,
    path: printer.mark,
    printer: () => printerOf(context().venue.ticketPrinter),
    async paper(id, mark) {
      const t = await words()
      const order = state.orders.get(id)
      return order ? ticketPaper(context(), t, order, mark) : { lines: [] }
    },
    async printed(id) {
      const order = state.orders.get(id)
      // Rejected while it was being printed: it is out all the same, and accepted by nobody.
      if (!order || printsFrom(state, id) === undefined) return true
      return (await deps.enact('NotePrinted', { system: true }, printed(order, deps.takesTickets))).ok
    },
  })
  return {
    ...desk,
    async testPage() {
      const t = await words()
      return desk.printPage(testPaper(t, createFormat(t, context().venue).time(clock.now())))
    },
    async label(keep, called) {
      return desk.printPage(keepLabel(context(), await words(), keep, called))
    },
  }
}
