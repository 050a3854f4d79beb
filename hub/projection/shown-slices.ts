/** What everybody of an audience holds, so that they are sent what is another now and no more. */
import { deepEqual } from 'fast-equals'
import type { ChangedSlice, ViewFrame } from '../../shared/protocol/wire.ts'
import type { Slices } from '../views/context.ts'

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
        if (was === value) continue
        shown.set(key, value)
        const changed = isRecord(was) && isRecord(value) ? changesOf(key, was, value) : undefined
        if (changed === undefined) put.push([key, value])
        else if (changed !== 'same') change.push(changed)
      }
      return change.length > 0 ? { put, drop, change } : { put, drop }
    },
  }
}

type Fields = Readonly<Record<string, unknown>>

/**
 * Undefined: nothing of it stayed. Every screen that a tap concerns is asked this of every slice that the tap touched, so
 * nothing is made here but what is sent. A field that is undefined does not travel.
 */
function changesOf(key: string, was: Fields, now: Fields): ChangedSlice | 'same' | undefined {
  const fields: Record<string, unknown> = {}
  let changed = false
  let stayed = false
  for (const field in now) {
    const value = now[field]
    if (value === undefined || deepEqual(was[field], value)) stayed = true
    else {
      fields[field] = value
      changed = true
    }
  }
  const gone: string[] = []
  for (const field in was) if (was[field] !== undefined && now[field] === undefined) gone.push(field)
  if (gone.length > 0) return stayed ? [key, fields, gone] : undefined
  if (!changed) return 'same'
  return stayed ? [key, fields] : undefined
}

/** What is no plain object, such as a Map, says nothing of itself by its fields. */
const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
