/** What everybody of an audience holds, so that they are sent what is another now and no more. */
import { deepEqual } from 'fast-equals'
import type { ChangedSlice, ViewFrame } from '../shared/protocol/wire.ts'
import type { Slices } from './views/context.ts'

export interface ShownSlices {
  /** Everybody is sent these, and holds nothing else from now on. */
  began(whole: Slices): void
  /** One more was sent these by itself. */
  joined(whole: Slices): void
  /** Everybody is to be sent these: as they travel. Undefined drops the key. */
  news(slices: Slices): Pick<ViewFrame, 'put' | 'drop' | 'change'>
}

export function createShownSlices(): ShownSlices {
  let shown = new Map<string, unknown>()
  return {
    began(whole) {
      shown = new Map(whole)
    },
    joined(whole) {
      // What the others hold of it may be older, as a price that rises by the minute: nobody can say what all of them hold.
      for (const [key, value] of shown) if (!deepEqual(whole.get(key), value)) shown.delete(key)
    },
    news(slices) {
      const put: [string, unknown][] = []
      const drop: string[] = []
      const change: ChangedSlice[] = []
      for (const [key, value] of slices) {
        if (value === undefined) {
          shown.delete(key)
          drop.push(key)
          continue
        }
        const was = shown.get(key)
        shown.set(key, value)
        const changed = isRecord(was) && isRecord(value) ? changesOf(key, was, value) : undefined
        if (changed === undefined) put.push([key, value])
        else if (changed !== 'same') change.push(changed)
      }
      return { put, drop, ...(change.length > 0 && { change }) }
    },
  }
}

type Fields = Readonly<Record<string, unknown>>

/** Undefined: nothing of it stayed. */
function changesOf(key: string, was: Fields, now: Fields): ChangedSlice | 'same' | undefined {
  // A field that is undefined does not travel.
  const fields = Object.entries(now).filter(([field, value]) => value !== undefined && !deepEqual(was[field], value))
  const gone = Object.keys(was).filter(field => was[field] !== undefined && now[field] === undefined)
  if (fields.length + gone.length === 0) return 'same'
  if (fields.length === Object.keys(now).length) return undefined
  return gone.length > 0 ? [key, Object.fromEntries(fields), gone] : [key, Object.fromEntries(fields)]
}

/** What is no plain object, such as a Map, says nothing of itself by its fields. */
const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
