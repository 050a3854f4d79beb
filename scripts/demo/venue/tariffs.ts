/** What a room costs: by the hour, in blocks, or bought for the night. Dearer in the evening and at the weekend. */

import type { Band, Tariff } from '../../../hub/domain/venue-config.ts'
import type { LocalizedText } from '../../../shared/protocol/primitives.ts'
import { type RoomClassId, roomClasses } from './rooms.ts'

/** Yuan: on working days, at the weekend. */
type Pair = readonly [working: number, weekend: number]

interface PriceList {
  /** Per hour: 06–13, 13–18, 18–24, 00–06. */
  readonly hourly: { readonly morning: Pair; readonly afternoon: Pair; readonly prime: Pair; readonly late: Pair }
  readonly threeHours: Pair
  readonly afternoonBlock: Pair
  readonly eveningBlock: Pair
  readonly nightBlock: Pair
  readonly buyoutDay: Pair
  readonly buyoutNight: Pair
}

const prices: Readonly<Record<RoomClassId, PriceList>> = {
  small: {
    hourly: { morning: [28, 38], afternoon: [38, 58], prime: [88, 128], late: [58, 78] },
    threeHours: [88, 138],
    afternoonBlock: [138, 198],
    eveningBlock: [338, 468],
    nightBlock: [188, 258],
    buyoutDay: [238, 338],
    buyoutNight: [588, 788],
  },
  medium: {
    hourly: { morning: [48, 68], afternoon: [68, 98], prime: [148, 198], late: [98, 138] },
    threeHours: [158, 228],
    afternoonBlock: [238, 348],
    eveningBlock: [568, 758],
    nightBlock: [318, 438],
    buyoutDay: [418, 588],
    buyoutNight: [988, 1288],
  },
  large: {
    hourly: { morning: [78, 108], afternoon: [108, 158], prime: [238, 318], late: [158, 218] },
    threeHours: [258, 368],
    afternoonBlock: [388, 558],
    eveningBlock: [928, 1228],
    nightBlock: [518, 698],
    buyoutDay: [688, 968],
    buyoutNight: [1588, 2088],
  },
  vip: {
    hourly: { morning: [128, 168], afternoon: [188, 258], prime: [388, 498], late: [258, 338] },
    threeHours: [438, 598],
    afternoonBlock: [688, 958],
    eveningBlock: [1588, 1988],
    nightBlock: [888, 1188],
    buyoutDay: [1188, 1688],
    buyoutNight: [2688, 3388],
  },
}

/** Ids: class, dash, what it is: `vip-timed`, `small-evening`. */
export const tariffs: readonly Tariff[] = roomClasses.flatMap(({ id }) => tariffsOf(id, prices[id]))

function tariffsOf(roomClass: RoomClassId, list: PriceList): Tariff[] {
  const { morning, afternoon, prime, late } = list.hourly
  return [
    {
      id: `${roomClass}-timed`,
      kind: 'timed',
      name: { zhHans: '计时', zhHant: '計時', en: 'By the hour' },
      roomClass,
      bands: [
        ...bands('day', 6, 13, morning),
        ...bands('day', 13, 18, afternoon),
        ...bands('night', 18, 24, prime),
        ...bands('night', 24, 30, late),
      ],
    },
    {
      ...block(roomClass, 'three', bands('day', 6, 18, list.threeHours), {
        zhHans: '白天欢唱3小时',
        zhHant: '白天歡唱3小時',
        en: 'Three hours by day',
      }),
      minutes: 180,
    },
    block(roomClass, 'afternoon', bands('day', 13, 18, list.afternoonBlock), {
      zhHans: '下午场 13:00–18:00',
      zhHant: '下午場 13:00–18:00',
      en: 'Afternoon 13:00–18:00',
    }),
    block(roomClass, 'evening', bands('night', 20, 25, list.eveningBlock), {
      zhHans: '黄金场 20:00–01:00',
      zhHant: '黃金場 20:00–01:00',
      en: 'Evening 20:00–01:00',
    }),
    block(roomClass, 'night', bands('night', 25, 30, list.nightBlock), {
      zhHans: '通宵场 01:00–06:00',
      zhHant: '通宵場 01:00–06:00',
      en: 'Night 01:00–06:00',
    }),
    {
      id: `${roomClass}-buyout`,
      kind: 'buyout',
      name: { zhHans: '买断', zhHant: '買斷', en: 'Buyout' },
      roomClass,
      bands: [...bands('day', 6, 18, list.buyoutDay), ...bands('night', 18, 30, list.buyoutNight)],
    },
  ]
}

function block(roomClass: RoomClassId, id: string, held: Band[], name: LocalizedText): Tariff {
  return { id: `${roomClass}-${id}`, kind: 'block', name, roomClass, bands: held }
}

/** Hours of the clock, after midnight counted on: 25 is 01:00 of the night that began the day before. */
function bands(half: 'day' | 'night', from: number, to: number, [working, weekend]: Pair): Band[] {
  // The weekend's days are Saturday and Sunday, its nights Friday's and Saturday's. 0 is Sunday.
  const days: Band['days'] = half === 'day' ? [6, 0] : [5, 6]
  return [
    { days, from: from * 60, to: to * 60, price: weekend * 100 },
    { from: from * 60, to: to * 60, price: working * 100 },
  ]
}
