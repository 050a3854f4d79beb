/** What every surface may know of the venue. */
import type { VenueView } from '../../shared/protocol/views/venue.ts'
import type { ViewContext } from './context.ts'

export function venueView({ venue, songs }: ViewContext): VenueView {
  const { name, sign, city, timeZone, currency, locale, demo, cards, welcomeLines } = venue
  return { name, ...(sign && { sign }), city, timeZone, currency, locale, demo, songs, cards, lines: welcomeLines }
}
