/** The demo venue: 锦里唱名 KTV in Chengdu, an ordinary house with forty rooms. */
import type { VenueConfig } from '../../hub/domain/venue-config.ts'
import { policy } from './venue/policy.ts'
import { roomClasses, rooms } from './venue/rooms.ts'
import { tariffs } from './venue/tariffs.ts'

/** In the hub's own shape; money in fen. Its staff are in `staff.ts`, the price list in `menu/menu.ts`. */
export const demoVenue: VenueConfig = {
  id: 'venue',
  name: { zhHans: '锦里唱名 KTV', zhHant: '錦里唱名 KTV', en: 'Jinli Changming KTV' },
  city: { zhHans: '成都', zhHant: '成都', en: 'Chengdu' },
  timeZone: 'Asia/Shanghai',
  cutover: 6 * 60,
  currency: 'CNY',
  locale: 'zh-Hans',
  classes: [...roomClasses],
  rooms: [...rooms],
  tariffs: [...tariffs],
  policy,
  songs: 'players',
  cards: true,
  ticketPrinter: { kind: 'none' },
  welcomeLines: [
    { zhHans: '锦里灯火，为您唱名', zhHant: '錦里燈火，為您唱名', en: 'The lights of Jinli, and your name sung out' },
    { zhHans: '今晚，您是主角', zhHant: '今晚，您是主角', en: 'Tonight is yours' },
    { zhHans: '老朋友，老样子，新歌单', zhHant: '老朋友，老樣子，新歌單', en: 'Old friends, the usual, new songs' },
    { zhHans: '一首歌的时间，忘了一天', zhHant: '一首歌的時間，忘了一天', en: 'One song, and the day is gone' },
  ],
  demo: true,
}
