import { describe, expect, it } from 'vitest'
import type { Event, EventOf } from '../domain/events.ts'
import { evening, hour } from '../domain/fixture.testing.ts'
import { clockView } from './clock-view.ts'
import { opened } from './console/facts.testing.ts'
import type { Audience } from './context.ts'
import { changedSlices, createHouse, type House } from './house.testing.ts'
import { wholeView } from './whole-view.ts'

const lobby: Audience = { kind: 'kiosk', device: 'kiosk1' }

describe('the lobby’s free rooms are those that a careful desk would still give to strangers, one after the other', () => {
  const promised = (reservation: string, more: Partial<EventOf<'Reserved'>> = {}): EventOf<'Reserved'> => ({
    type: 'Reserved',
    reservation,
    text: 't1',
    party: 6,
    arrivesAt: evening + hour,
    heldUntil: evening + 2 * hour,
    roomClass: 'mid',
    deposit: false,
    discreet: false,
    ...more,
  })
  /** As it is sent after what happened, which must be as it is sent to who comes now. */
  const free = (house: House, ...events: readonly Event[]) => {
    wholeView(house.context(), lobby)
    house.touched()
    house.happen(...events)
    const told = changedSlices(house.context(), lobby, house.touched()).get('lobby')
    expect(told).toEqual(wholeView(house.context(), lobby).get('lobby'))
    return told
  }

  it('not what a booking names, nor of a class what bookings of it will need', () => {
    const house = createHouse()
    expect(free(house, promised('r1'))).toMatchObject({ freeRooms: 4 })
    expect(free(house, promised('r2', { roomClass: 'big', room: 'v08' }))).toMatchObject({ freeRooms: 3 })
    expect(free(house, { type: 'ReservationCancelled', reservation: 'r1' })).toMatchObject({ freeRooms: 4 })
  })

  it('no room twice: one that is promised and still sat in, or taken by whom it was promised to', () => {
    const house = createHouse(promised('r1', { roomClass: 'big', room: 'v08' }), promised('r2'))
    expect(free(house, { type: 'RoomConditionSet', room: 'v08', condition: 'to-clean' })).toMatchObject({
      freeRooms: 3,
    })
    const taken: Event = { ...opened, visit: 'b', room: 'v03', reservation: 'r2' }
    const honoured: Event = { type: 'ReservationHonoured', reservation: 'r2', visit: 'b' }
    expect(free(house, taken, honoured)).toMatchObject({ freeRooms: 3 })
  })

  it('nor less than none of a class of which more were promised: they are no guests of another', () => {
    const house = createHouse(promised('r1'), promised('r2'))
    expect(free(house, promised('r3'))).toMatchObject({ freeRooms: 3 })
  })

  it('from two hours before they are expected, by the clock alone; until then a party may sing there', () => {
    const house = createHouse(promised('r1', { arrivesAt: evening + 3 * hour, heldUntil: evening + 4 * hour }))
    expect(wholeView(house.context(), lobby).get('lobby')).toMatchObject({ freeRooms: 5 })
    house.at = evening + hour
    expect(clockView(house.context(), lobby).get('lobby')).toMatchObject({ freeRooms: 4 })
  })
})
