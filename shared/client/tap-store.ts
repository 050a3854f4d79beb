/** Where taps wait on this device: one entry each in IndexedDB, in a database of the device's own. */
import { createStore, delMany, entries, set } from 'idb-keyval'
import type { Id } from '../protocol/primitives.ts'
import type { TapStore } from './tap.ts'

export function createTapStore(device: Id): TapStore {
  const store = createStore(`cm-${device}`, 'outbox')
  return {
    async load() {
      const found = await Promise.race([entries<IDBValidKey, unknown>(store), giveUp()])
      return found.map(([key, stored]) => (typeof stored === 'object' ? { ...stored, key } : undefined))
    },
    put: ({ key, ...stored }) => set(key, stored, store),
    drop: keys => delMany([...keys], store),
  }
}

/** A browser whose IndexedDB hangs must still take orders: what waits there is sent after the next load. */
function giveUp(): Promise<never> {
  return new Promise((_resolve, reject) => setTimeout(() => reject(new Error('IndexedDB does not answer')), 3000))
}

/** For a guest's phone and the lobby: what was not sent when the page closes is nobody's business any more. */
export function createForgetfulStore(): TapStore {
  const nothing = async () => undefined
  return { load: async () => [], put: nothing, drop: nothing }
}
