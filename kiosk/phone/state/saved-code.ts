/** The member code that this phone keeps for the next time; gone when its owner says so. */
import { type ReadonlySignal, signal } from '@preact/signals'

export interface SavedCode {
  readonly code: string
  readonly called: string
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
    return { code: raw.code, called: 'called' in raw && typeof raw.called === 'string' ? raw.called : '' }
  } catch {
    // Not ours, or torn: as if nothing had been kept.
    return undefined
  }
}
