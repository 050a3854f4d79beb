/** What this phone keeps for the next time, a member's code and the language they chose; gone when its owner says so. */
import { type ReadonlySignal, signal } from '@preact/signals'
import { type Locale, parseLocale } from '../../../shared/i18n/locale.ts'

/** What makes the code that changes every half minute, where the house gives one. */
export interface Rotating {
  readonly member: string
  /** Base64url, of this member alone. */
  readonly key: string
  /** How far the hub's clock is ahead of this phone's, ms. */
  readonly skewMs: number
}

export interface SavedCode {
  readonly code: string
  readonly called: string
  readonly rotating?: Rotating
}

export interface PhoneMemory {
  readonly saved: ReadonlySignal<SavedCode | undefined>
  keep(code: SavedCode): void
  /** Undefined: none was chosen. */
  language(): Locale | undefined
  keepLanguage(locale: Locale): void
  forget(): void
}

const key = 'cm-member-code'
const languageKey = 'cm-language'

export function createPhoneMemory(storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>): PhoneMemory {
  const saved = signal(parse(storage.getItem(key)))
  const write = (name: string, value: string) => {
    try {
      storage.setItem(name, value)
    } catch (error) {
      // A private window: the picture still can be saved.
      console.warn('not kept', error)
    }
  }
  return {
    saved,
    keep(next) {
      saved.value = next
      write(key, JSON.stringify(next))
    },
    language: () => parseLocale(storage.getItem(languageKey) ?? ''),
    keepLanguage: locale => write(languageKey, locale),
    forget() {
      saved.value = undefined
      storage.removeItem(key)
      storage.removeItem(languageKey)
    },
  }
}

function parse(text: string | null): SavedCode | undefined {
  if (text === null) return undefined
  try {
    const raw: unknown = JSON.parse(text)
    if (typeof raw !== 'object' || raw === null || !('code' in raw) || typeof raw.code !== 'string') return undefined
    if (!/^[\x21-\x7e]{4,128}$/.test(raw.code)) return undefined
    const rotating = 'rotating' in raw ? parseRotating(raw.rotating) : undefined
    return {
      code: raw.code,
      called: 'called' in raw && typeof raw.called === 'string' ? raw.called : '',
      ...(rotating && { rotating }),
    }
  } catch {
    // Not ours, or torn: as if nothing had been kept.
    return undefined
  }
}

function parseRotating(raw: unknown): Rotating | undefined {
  if (typeof raw !== 'object' || raw === null) return undefined
  const { member, key, skewMs } = raw as Partial<Record<keyof Rotating, unknown>>
  return typeof member === 'string' && typeof key === 'string' && typeof skewMs === 'number'
    ? { member, key, skewMs }
    : undefined
}
