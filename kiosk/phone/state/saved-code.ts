/** The member code that this phone keeps for the next time; gone when its owner says so. */
import { type ReadonlySignal, signal } from '@preact/signals'

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

export interface CodeMemory {
  readonly saved: ReadonlySignal<SavedCode | undefined>
  keep(code: SavedCode): void
  forget(): void
}

const key = 'cm-member-code'

export function createCodeMemory(storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>): CodeMemory {
  const saved = signal(parse(storage.getItem(key)))
  return {
    saved,
    keep(next) {
      saved.value = next
      try {
        storage.setItem(key, JSON.stringify(next))
      } catch (error) {
        // A private window: the picture still can be saved.
        console.warn('not kept', error)
      }
    },
    forget() {
      saved.value = undefined
      storage.removeItem(key)
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
