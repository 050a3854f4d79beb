/** The venue's minute, by which the price list goes. */

/** Minutes since midnight in the venue's zone, at an instant in ms. */
export function minuteOfDay(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en', { hour: 'numeric', minute: 'numeric', hourCycle: 'h23', timeZone })
  const of = (type: string) => Number(parts.formatToParts(at).find(part => part.type === type)?.value ?? 0)
  return of('hour') * 60 + of('minute')
}
