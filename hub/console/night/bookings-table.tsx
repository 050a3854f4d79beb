/** The bookings that nobody came for, with what was paid ahead and who took them off the list. */
import type { NightBooking, NightReport } from '../../../shared/protocol/night-report.ts'
import { roomName, staffName } from '../parts/names.ts'
import { useSpeech } from '../state/house.ts'
import { Table } from './table.tsx'

/** Nothing where all of them came. */
export function BookingsTable({ report: { lostBookings } }: { report: NightReport }) {
  const { t, own, format, house } = useSpeech()
  if (lostBookings.length === 0) return null
  const placeOf = ({ room, roomClass }: NightBooking): string => {
    if (room !== undefined) return roomName(house, room)
    const className = house.link.all('room').find(one => one.roomClass === roomClass)?.className
    return className ? own(className) : '–'
  }
  const howOf = ({ cancelledBy }: NightBooking): string =>
    cancelledBy === undefined ? t('bookingMissed') : t('bookingCancelled', { staff: staffName(house, cancelledBy) })
  // A member may have booked: who that is does not belong on this page.
  const bookerOf = ({ booker }: NightBooking): string =>
    booker !== undefined && house.link.get('staff', booker) ? staffName(house, booker) : '–'
  return (
    <Table
      title={t('lostBookings')}
      columns={[
        { head: t('bookedFor') },
        { head: t('roomWord') },
        { head: t('guestsFigure'), figure: true },
        { head: t('depositPaid'), wide: true },
        { head: t('booker'), wide: true },
        { head: t('whatHappened') },
      ]}
      rows={lostBookings.map(booking => ({
        key: booking.reservation,
        cells: [
          format.time(booking.arrivesAt),
          placeOf(booking),
          format.number(booking.party),
          t(booking.deposit ? 'depositPaid' : 'noDeposit'),
          bookerOf(booking),
          howOf(booking),
        ],
      }))}
      none=""
    />
  )
}
