/** The little that a panel keeps over a reload: how large its millimetre is, and what this visit's guests chose. */
import { type Locale, parseLocale } from '../../shared/i18n/locale.ts'
import type { Id } from '../../shared/protocol/primitives.ts'

/** What is drawn of a song before the hub's playlist has it. */
export interface SongTitle {
  readonly title: string
  readonly artist: string
}

export interface KeptComfort {
  readonly large: boolean
  /** The keys are on the left, for a left hand. */
  readonly left: boolean
  /** What can be pressed is near the bottom, for who sits low. */
  readonly low: boolean
}

/** Gone with the visit. */
export interface GuestMemory extends KeptComfort {
  readonly visit: Id
  /** Only if they chose one. */
  readonly locale?: Locale
  /** What they tapped last: a reload without the hub still knows its name. */
  readonly songs?: readonly (readonly [song: Id, title: SongTitle])[]
}

export interface DeviceMemory {
  /** CSS px of one millimetre, measured with a bank card; undefined until somebody did. */
  millimetre(): number | undefined
  keepMillimetre(px: number): void
  /** How the house keeps this panel for whoever comes: in a room for wheelchairs the keys are near the bottom. */
  comfort(): KeptComfort | undefined
  keepComfort(comfort: KeptComfort): void
  /** What the venue speaks; known before its hub says so again. */
  house(): Locale | undefined
  keepHouse(locale: Locale): void
  guest(): GuestMemory | undefined
  keepGuest(guest: GuestMemory): void
  forgetGuest(): void
}

type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>

/** Names carry the device: several panels live in one browser. */
export function createDeviceMemory(device: string, storage: Storage): DeviceMemory {
  const mmKey = `cm-panel-${device}-mm`
  const comfortKey = `cm-panel-${device}-comfort`
  const houseKey = `cm-panel-${device}-house`
  const guestKey = `cm-panel-${device}-guest`
  return {
    millimetre() {
      const px = Number(storage.getItem(mmKey) ?? Number.NaN)
      return px >= 1 && px <= 20 ? px : undefined
    },
    keepMillimetre: px => keep(storage, mmKey, String(px)),
    comfort: () => parseComfort(readJson(storage, comfortKey)),
    keepComfort: comfort => keep(storage, comfortKey, JSON.stringify(comfort)),
    house: () => parseLocale(storage.getItem(houseKey) ?? ''),
    keepHouse: locale => keep(storage, houseKey, locale),
    guest: () => parseGuest(readJson(storage, guestKey)),
    keepGuest: guest => keep(storage, guestKey, JSON.stringify(guest)),
    forgetGuest: () => storage.removeItem(guestKey),
  }
}

function keep(storage: Storage, key: string, value: string): void {
  try {
    storage.setItem(key, value)
  } catch (error) {
    // A full or forbidden storage costs a greeting after a reload, not the evening.
    console.warn('not kept', key, error)
  }
}

/** Not ours, or torn: as if nothing had been kept. */
function readJson(storage: Storage, key: string): unknown {
  try {
    return JSON.parse(storage.getItem(key) ?? 'null')
  } catch {
    return undefined
  }
}

function parseComfort(raw: unknown): KeptComfort | undefined {
  if (typeof raw !== 'object' || raw === null) return undefined
  return {
    large: 'large' in raw && raw.large === true,
    left: 'left' in raw && raw.left === true,
    low: 'low' in raw && raw.low === true,
  }
}

function parseGuest(raw: unknown): GuestMemory | undefined {
  const comfort = parseComfort(raw)
  if (typeof raw !== 'object' || raw === null || !comfort) return undefined
  if (!('visit' in raw) || typeof raw.visit !== 'string') return undefined
  const locale = 'locale' in raw && typeof raw.locale === 'string' ? parseLocale(raw.locale) : undefined
  const songs = 'songs' in raw && Array.isArray(raw.songs) ? raw.songs.filter(isTitled) : []
  return { visit: raw.visit, ...(locale && { locale }), ...comfort, ...(songs.length > 0 && { songs }) }
}

function isTitled(raw: unknown): raw is readonly [Id, SongTitle] {
  if (!Array.isArray(raw)) return false
  const [song, named]: unknown[] = raw
  if (typeof song !== 'string' || typeof named !== 'object' || named === null) return false
  return 'title' in named && typeof named.title === 'string' && 'artist' in named && typeof named.artist === 'string'
}
