import { describe, expect, it } from 'vitest'
import type { EventOf } from '../domain/events.ts'
import { evening, hour, memberOf, minute, second, venue } from '../domain/fixture.testing.ts'
import { changedView } from './changed-view.ts'
import { type Audience, songsOfLobby } from './context.ts'
import { changedSlices, createHouse, forbidWalking, type House, keysOf, nothingTouched } from './house.testing.ts'
import { wholeView } from './whole-view.ts'

const lobby: Audience = { kind: 'kiosk', device: 'kiosk1' }

const touched = (member: string, more: Partial<EventOf<'CheckedIn'>> = {}): EventOf<'CheckedIn'> => ({
  type: 'CheckedIn',
  checkIn: `k-${member}`,
  how: 'card',
  kiosk: 'kiosk1',
  member,
  tier: 'black',
  welcomed: true,
  discreet: false,
  glance: false,
  welcomeUntil: evening + 29 * second,
  lapsesAt: evening + 20 * minute,
  ...more,
})

const kiosk = (house: House) => wholeView(house.context(), lobby)

describe('the lobby’s reader', () => {
  const reader = { id: 'reader1', name: 'USB', kind: 'reader', kiosk: 'kiosk1' } as const
  const plugged = (state: 'connected' | 'gone', id = 'r1') =>
    ({ id, model: 'keyboard-wedge', vendorId: 1, productId: 2, state, since: evening }) as const
  const sees = (online: boolean, ...all: readonly ReturnType<typeof plugged>[]) => {
    const house = createHouse()
    house.devices.set(reader.id, reader)
    const readers = { driver: true, lost: 0, plugged: all }
    const context = house.context({ presence: id => (id === reader.id ? { online, readers } : { online: true }) })
    const changed = changedView(context, lobby, { ...nothingTouched(), devices: new Set([reader.id]) })
    expect(changed instanceof Map && changed.get('reader')).toEqual(wholeView(context, lobby).get('reader'))
    expect(wholeView(context, { kind: 'kiosk', device: 'kiosk2' }).has('reader')).toBe(false)
    return wholeView(context, lobby).get('reader')
  }

  it('works as long as one of them does, and is gone with the machine it is plugged into', () => {
    expect(sees(true, plugged('connected'))).toEqual({ working: true })
    expect(sees(true, plugged('gone'), plugged('connected', 'r2'))).toEqual({ working: true })
    expect(sees(true, plugged('gone'))).toEqual({ working: false })
    expect(sees(false, plugged('connected'))).toEqual({ working: false })
  })

  it('is nobody’s matter where none was ever seen: one may type into the page', () => {
    expect(sees(true)).toBeUndefined()
    expect(kiosk(createHouse()).has('reader')).toBe(false)
  })
})

describe('the lobby’s screen', () => {
  it('hears what is sung most when it is known, which may be after it came', () => {
    const context = createHouse().context()
    const changed = changedView(context, lobby, { ...nothingTouched(), devices: new Set([songsOfLobby]) })
    expect(changed).toEqual(new Map([['lobby', wholeView(context, lobby).get('lobby')]]))
  })

  it('sings out who touched a card here, until the welcome is over', () => {
    const house = createHouse(touched('wang'))
    expect(kiosk(house).get('welcome/k-wang')).toEqual({
      called: 'wang',
      at: evening,
      until: evening + 29 * second,
      vip: true,
    })
    house.touched()
    house.happen({ type: 'WelcomeEnded', checkIn: 'k-wang' })
    const changed = changedView(house.context(), lobby, house.touched())
    expect(changed).toBeInstanceOf(Map)
    expect([...changed]).toContainEqual(['welcome/k-wang', undefined])
  })

  it('goes on welcoming who was seated at once, and not who was dismissed', () => {
    const seated = createHouse(touched('wang'), { type: 'CheckInSeated', checkIn: 'k-wang', visit: 'a' })
    expect(keysOf(kiosk(seated), 'welcome')).toEqual(['welcome/k-wang'])
    expect(keysOf(kiosk(seated), 'checkin')).toEqual([])
    const dismissed = createHouse(touched('wang'), { type: 'CheckInDismissed', checkIn: 'k-wang' })
    expect(keysOf(kiosk(dismissed), 'welcome')).toEqual([])
  })

  it('stays silent for the discreet, and for who took back their consent meanwhile', () => {
    expect(kiosk(createHouse(touched('li', { welcomed: false, discreet: true }))).get('checkin/k-li')).toEqual({
      id: 'k-li',
      at: evening,
      step: 'say-party',
    })
    const house = createHouse(touched('wang'))
    house.touched()
    house.members.set('wang', memberOf('wang', 'black', { welcome: false }))
    const changed = changedView(house.context(), lobby, { ...nothingTouched(), members: new Set(['wang']) })
    expect(changed).toBeInstanceOf(Map)
    expect([...changed]).toContainEqual(['welcome/k-wang', undefined])
    expect(JSON.stringify([...changed])).not.toContain('"called"')
  })

  it('knows nothing of another kiosk’s guests', () => {
    const view = kiosk(createHouse(touched('wang', { kiosk: 'kiosk2' })))
    expect([...keysOf(view, 'welcome'), ...keysOf(view, 'checkin')]).toEqual([])
  })

  it('calls a walk-in by their own words, unless they are discreet', () => {
    const {
      member: _member,
      tier: _tier,
      ...walkIn
    } = touched('x', { how: 'walk-in', welcomed: false, text: 't1', party: 4 })
    const house = createHouse(walkIn)
    house.texts.set('t1', '阿明')
    expect(kiosk(house).get('checkin/k-x')).toMatchObject({ called: '阿明', step: 'wait-for-desk', party: 4 })
    const discreet = createHouse({ ...walkIn, discreet: true })
    discreet.texts.set('t1', '阿明')
    expect(kiosk(discreet).get('checkin/k-x')).not.toHaveProperty('called')
  })

  it('knows what its guest reads, to tell it once', () => {
    const read = (more: Partial<EventOf<'CheckedIn'>>) => kiosk(createHouse(touched('li', more))).get('checkin/k-li')
    expect(read({ language: 'en', discreet: true })).toMatchObject({ language: 'en' })
    expect(read({})).not.toHaveProperty('language')
  })

  it('tells of a reservation only to who may be shown', () => {
    const reserved: EventOf<'Reserved'> = {
      type: 'Reserved',
      reservation: 'r1',
      member: 'wang',
      party: 6,
      arrivesAt: evening + hour,
      heldUntil: evening + 2 * hour,
      roomClass: 'big',
      room: 'v08',
      deposit: false,
      discreet: false,
    }
    const shown = kiosk(createHouse(reserved, touched('wang', { reservation: 'r1' })))
    expect(shown.get('checkin/k-wang')).toMatchObject({ reservation: { arrivesAt: evening + hour, party: 6 } })
    expect(JSON.stringify([...shown])).not.toContain('v08')
    const hidden = kiosk(createHouse(reserved, touched('wang', { reservation: 'r1', welcomed: false })))
    expect(hidden.get('checkin/k-wang')).not.toHaveProperty('reservation')
  })

  it('shows the guests’ Wi-Fi where the venue has one, and nobody else does', () => {
    const context = createHouse().context()
    const wifi = { ssid: 'Guests', security: 'WPA', password: 'singalong' } as const
    const furnished = { ...context, venue: { ...context.venue, wifi } }
    expect(wholeView(context, lobby).has('wifi')).toBe(false)
    expect(wholeView(furnished, lobby).get('wifi')).toEqual({
      ssid: 'Guests',
      password: 'singalong',
      text: 'WIFI:T:WPA;S:Guests;P:singalong;;',
    })
    expect(JSON.stringify([...wholeView(furnished, { kind: 'panel', room: 'v01' })])).not.toContain('singalong')
  })

  describe('names who comes:', () => {
    const second = { id: 'yan', name: { zhHans: '小燕' }, role: 'desk' as const, zone: [], pin: { salt: '', hash: '' } }
    const [lily, yan] = [{ staff: { zhHans: 'lily' } }, { staff: { zhHans: '小燕' } }]
    const desk = (house: House) => {
      const allStaff = () => [...house.context().allStaff(), second]
      const context = house.context({ allStaff })
      const whole = wholeView(context, lobby).get('desk')
      const changed = changedView(context, lobby, house.touched())
      if (changed instanceof Map && changed.has('desk')) expect(changed.get('desk')).toEqual(whole)
      return { whole, told: changed instanceof Map && changed.has('desk') }
    }

    it('nobody of whom nobody knows that they are here', () => {
      expect(desk(createHouse()).whole).toBeUndefined()
    })

    it('of the desk who is signed in, rather than who is on duty', () => {
      const house = createHouse()
      house.happen({ type: 'ShiftStarted', staff: 'lily', endsAt: evening + hour })
      expect(desk(house)).toEqual({ whole: lily, told: true })
      house.happen({ type: 'SignedIn', session: 's1', device: 'pc', staff: 'yan', idleMs: 1, endsAt: evening + 1 })
      expect(desk(house)).toEqual({ whole: yan, told: true })
    })

    it('nobody any more, once they have gone home', () => {
      const house = createHouse({ type: 'ShiftStarted', staff: 'lily', endsAt: evening + hour })
      desk(house)
      house.happen({ type: 'ShiftEnded', staff: 'lily', why: 'left' })
      expect(desk(house)).toEqual({ whole: undefined, told: true })
    })
  })

  it('counts failures without saying why, and free rooms without saying which', () => {
    const view = kiosk(
      createHouse(
        { type: 'CheckInFailed', checkIn: 'k1', how: 'card', kiosk: 'kiosk1', failure: 'blocked', member: 'ding' },
        { type: 'RoomConditionSet', room: 'v01', condition: 'to-clean' },
      ),
    )
    expect(view.get('trouble')).toEqual({ failures: 1, at: evening, staff: true })
    expect(view.get('lobby')).toEqual({ freeRooms: 4, hotSongs: [{ title: '海阔天空', artist: 'Beyond' }] })
  })

  it('is sent nothing for a tap in a room', () => {
    const house = createHouse()
    house.touched()
    house.happen({ type: 'SoldOutSet', item: 'beer', soldOut: true })
    expect(changedView(house.context(), lobby, house.touched())).toEqual(new Map())
  })
})

describe('the lobby of a house of 500 rooms', () => {
  it('is told of a room and of a card at the price of that room and that card', () => {
    const ofClass = { text: 't1', party: 6, roomClass: 'mid', deposit: false, discreet: false }
    const held = { arrivesAt: evening + hour, heldUntil: evening + 2 * hour }
    const house = createHouse(touched('wang', { checkIn: 'k1' }), {
      type: 'Reserved',
      reservation: 'r1',
      ...ofClass,
      ...held,
    })
    wholeView(house.context(), lobby)
    house.touched()
    house.happen({ type: 'RoomConditionSet', room: 'v01', condition: 'to-clean' }, touched('wang', { checkIn: 'k2' }))
    const batch = house.touched()
    forbidWalking(house)
    const told = changedSlices(house.context(), lobby, batch)
    expect(told.get('lobby')).toMatchObject({ freeRooms: 3 })
    expect(keysOf(told, 'welcome')).toEqual(['welcome/k2'])
    expect(told.get('welcome/k2')).toMatchObject({ called: 'wang' })
  })
})

describe('the manager’s lines', () => {
  const lines = ['甲', '乙', '丙'].map(zhHans => ({ zhHans }))
  const linesOf = (house: House, welcomeLines: typeof lines) =>
    [...wholeView(house.context({ venue: { ...venue, welcomeLines } }), lobby)]
      .filter(([key]) => key.startsWith('welcome/'))
      .map(([, value]) => value)

  it('are never the same twice in a row, and the same for whoever asks', () => {
    const guests = Array.from({ length: 60 }, (_, index) => touched('wang', { checkIn: `k${index}` }))
    const house = createHouse(...guests)
    const shown = linesOf(house, lines).map(view => JSON.stringify(view).match(/[甲乙丙]/)?.[0])
    expect(new Set(shown)).toEqual(new Set(['甲', '乙', '丙']))
    for (const [index, line] of shown.entries()) expect(line).not.toBe(shown[index - 1])
    expect(linesOf(house, lines)).toEqual(linesOf(house, lines))
  })

  it('take their turn when staff recognise who came with a number, too', () => {
    const house = createHouse(touched('wang', { checkIn: 'k1', welcomed: false }), touched('wang', { checkIn: 'k2' }), {
      type: 'CheckInRecognised',
      checkIn: 'k1',
      welcomed: true,
    })
    expect(linesOf(house, lines).map(view => JSON.stringify(view).match(/[甲乙丙]/)?.[0])).toEqual(['乙', '甲'])
  })

  it('are rather left out than repeated, where there is only one', () => {
    const house = createHouse(
      touched('wang', { checkIn: 'k1' }),
      touched('wang', { checkIn: 'k2' }),
      touched('wang', { checkIn: 'k3' }),
    )
    expect(linesOf(house, lines.slice(0, 1)).map(view => JSON.stringify(view).includes('甲'))).toEqual([
      true,
      false,
      true,
    ])
  })
})
