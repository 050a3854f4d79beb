/** What the command line says of a venue. */
import { parseArgs } from 'node:util'
import { messageOf } from '../lib/message-of.ts'
import { type ClassPlan, defaultClasses, type VenuePlan } from './plan.ts'
import {
  readCity,
  readClass,
  readCurrency,
  readLocale,
  readName,
  readOwner,
  readPin,
  readTimeZone,
  readWifi,
  readWifiPassword,
  readYes,
  songSystemOf,
} from './read.ts'

export interface Flags {
  readonly help: boolean
  readonly command: string | undefined
  /** Whatever is not said by a flag is as most have it: nothing is asked but the PIN. */
  readonly yes: boolean
  readonly data: string
  /** `pin`: the new one, whoever's it is. */
  readonly ownerPin?: string
  /** `pin`: whose. */
  readonly staff?: string
  readonly said: Partial<Omit<VenuePlan, 'classes'>>
  readonly classes: readonly ClassPlan[]
}

/** Throws an error whose message says what is wrong. */
export function readFlags(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Flags {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      help: { type: 'boolean', short: 'h', default: false },
      yes: { type: 'boolean', short: 'y', default: false },
      data: { type: 'string', default: env.DATA_DIR ?? 'data' },
      name: { type: 'string' },
      'name-en': { type: 'string' },
      city: { type: 'string' },
      'time-zone': { type: 'string' },
      currency: { type: 'string' },
      language: { type: 'string' },
      class: { type: 'string', multiple: true, default: [] },
      owner: { type: 'string' },
      staff: { type: 'string' },
      menu: { type: 'string' },
      players: { type: 'string' },
      songs: { type: 'string' },
      cards: { type: 'string' },
      wifi: { type: 'string' },
      'wifi-password': { type: 'string' },
    },
  })
  const read = <T>(flag: string, text: string | undefined, reader: (text: string) => T): T | undefined => {
    if (text === undefined) return undefined
    try {
      return reader(text)
    } catch (error) {
      throw new Error(`${flag}: ${messageOf(error)}`)
    }
  }
  const name = read('--name', values.name, readName)
  const nameEn = read('--name-en', values['name-en'], readName)
  const city = read('--city', values.city, readCity)
  const timeZone = read('--time-zone', values['time-zone'], readTimeZone)
  const currency = read('--currency', values.currency, readCurrency)
  const locale = read('--language', values.language, readLocale)
  const owner = read('--owner', values.owner, readOwner)
  const starterMenu = read('--menu', values.menu, readYes)
  const players = read('--players', values.players, readYes)
  const starterSongs = read('--songs', values.songs, readYes)
  const cards = read('--cards', values.cards, readYes)
  const wifi = read('--wifi', values.wifi, readWifi)
  const wifiPassword = read('--wifi-password', values['wifi-password'], readWifiPassword)
  const ownerPin = read('OWNER_PIN', env.OWNER_PIN, readPin)
  return {
    help: values.help,
    command: positionals[0],
    yes: values.yes,
    data: values.data,
    ...(ownerPin !== undefined && { ownerPin }),
    ...(values.staff !== undefined && { staff: values.staff }),
    said: {
      ...(name !== undefined && { name }),
      ...(nameEn !== undefined && { nameEn }),
      ...(city !== undefined && { city }),
      ...(timeZone !== undefined && { timeZone }),
      ...(currency !== undefined && { currency }),
      ...(locale !== undefined && { locale }),
      ...(owner !== undefined && { owner }),
      ...(starterMenu !== undefined && { starterMenu }),
      ...(players !== undefined && { songs: songSystemOf(players) }),
      ...(starterSongs !== undefined && { starterSongs }),
      ...(cards !== undefined && { cards }),
      ...(wifi !== undefined && { wifi }),
      ...(wifiPassword !== undefined && { wifiPassword }),
    },
    classes: values.class.map(text => readClass(text, defaultClasses)),
  }
}
