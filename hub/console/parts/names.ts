/** Ids as people read them: rooms, staff, drinks, kiosks, and the closed words of calls. */
import type { Id } from '../../../shared/protocol/primitives.ts'
import { toldApart, withUnit } from '../../../shared/protocol/told-apart.ts'
import type { DeviceView, OrderView, RequestView } from '../../../shared/protocol/views/console.ts'
import { type Role, tiers } from '../../../shared/protocol/words.ts'
import type { House } from '../state/house.ts'
import type { Say } from '../state/speech.ts'
import { dot } from './dot.ts'

/** Something that is not in this person's view any more. */
const gone = '—'

export const roomName = (house: House, id: Id | undefined): string =>
  (id !== undefined && house.link.get('room', id)?.name) || gone

export function staffName(house: House, id: Id | undefined): string {
  const staff = id === undefined ? undefined : house.link.get('staff', id)
  return staff ? house.speech.value.own(staff.name) : gone
}

/** 订房人: somebody of the house, or a member, whose name is on no list of who brought what. */
export const bookerName = (house: House, id: Id): string =>
  house.link.get('staff', id) ? staffName(house, id) : house.speech.value.t('bookerIsMember')

/** Those of them that there are. */
export const peopleNames = (house: House, ...ids: readonly (Id | undefined)[]): string =>
  ids.flatMap(id => (id === undefined ? [] : [staffName(house, id)])).join(' + ')

/** As the bar pours it. */
export function itemToPour(house: House, id: Id): string {
  const item = house.link.get('item', id)
  const { own, t } = house.speech.value
  return item ? own(withUnit(item)) : t('itemGone')
}

export function itemName(house: House, id: Id): string {
  const item = house.link.get('item', id)
  const { own, t } = house.speech.value
  return item ? own(toldApart(item, house.link.all('item'))) : t('itemGone')
}

export function optionNames(house: House, item: Id, options: readonly Id[]): string {
  const known = house.link.get('item', item)?.options ?? []
  return options
    .flatMap(id => known.find(option => option.id === id) ?? [])
    .map(({ name }) => house.speech.value.own(name))
    .join(dot)
}

/** Of an order what there is place for in a line. */
export function orderWords(house: House, { lines }: Pick<OrderView, 'lines'>): string {
  const { list, t } = house.speech.value
  const said = list(lines.slice(0, 2).map(({ item, qty }) => `${itemName(house, item)} ×${qty}`))
  return lines.length > 2 ? t('orderAndMore', { said, count: lines.length - 2 }) : said
}

/** The hub's own readers were named by no person. */
export const deviceName = (house: House, { own, name }: Pick<DeviceView, 'own' | 'name'>): string =>
  own ? house.speech.value.t('ownReaders') : name

/** Without a device list (floor, bar) a kiosk is simply the lobby's. */
export const kioskName = (house: House, id: Id | undefined): string =>
  (id !== undefined && house.link.get('device', id)?.name) || house.speech.value.t('device.kiosk')

/** Where a call comes from: a kiosk stands in no room. */
export const callPlace = (house: House, { room, kiosk }: Pick<RequestView, 'room' | 'kiosk'>): string =>
  room === undefined ? kioskName(house, kiosk) : roomName(house, room)

export function callWords(t: Say, what: RequestView['what']): string {
  switch (what.kind) {
    case 'service':
      return t(`service.${what.service}`)
    case 'complaint':
      return t('complaintIn', { what: t(`complaint.${what.category}`) })
    case 'desk':
      return t(`desk.${what.why}`)
    case 'copied':
      return t('deviceCopied', { device: what.name })
  }
}

export function roleWord(t: Say, role: Role): string {
  switch (role) {
    case 'desk':
      return t('roleDesk')
    case 'floor':
      return t('roleFloor')
    case 'bar':
      return t('roleBar')
    case 'manager':
      return t('roleManager')
    case 'owner':
      return t('roleOwner')
  }
}

/** A tier as the hub sends it in a hit; nothing for one that this version does not know. */
export function tierWord(t: Say, tier: string): string {
  const known = tiers.find(one => one === tier)
  return known ? t(`tier.${known}`) : ''
}
