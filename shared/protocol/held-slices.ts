/**
 * What a client holds need not be sent again. The price list is most of what a panel is shown, and seldom another: who holds
 * it is sent its mark in its place. Of a slice of which little changed only that is sent. A house that comes back after a
 * power cut, over Wi-Fi behind three walls, asks for what changed and no more.
 */
import { forgets } from './forgets.ts'
import type { ChangedSlice, ViewFrame } from './wire.ts'

/** A frame that rests on nothing. */
export type FullFrame = Omit<ViewFrame, 'menu' | 'change'>

export interface HeldSlices {
  /** Of the price list that is held, to be said when connecting. */
  readonly mark: string | undefined
  /** By key, as of the last frame. */
  readonly slices: ReadonlyMap<string, unknown>
  /** The frame with all of it in `put`; undefined: it rests on what is not held, and everything has to be asked for anew. */
  fill(frame: ViewFrame): FullFrame | undefined
}

export function createHeldSlices(): HeldSlices {
  const slices = new Map<string, unknown>()
  let menu: Required<NonNullable<ViewFrame['menu']>> | undefined

  function listOf({ mark, put = mark === menu?.mark ? menu.put : undefined }: NonNullable<ViewFrame['menu']>) {
    menu = put && { mark, put }
    return put
  }

  return {
    get mark() {
      return menu?.mark
    },
    slices,
    fill(sent) {
      if (changesMenu(sent)) menu = undefined
      const { menu: said, change = [], ...frame } = sent
      const list = said ? listOf(said) : []
      if (!list) return undefined
      if (frame.whole) for (const key of [...slices.keys()]) if (forgets(frame, key)) slices.delete(key)
      const put = [...list, ...frame.put]
      for (const one of change) {
        const changed = withChanges(slices.get(one[0]), one)
        if (!changed) return undefined
        put.push([one[0], changed])
      }
      for (const [key, value] of put) slices.set(key, value)
      for (const key of frame.drop) slices.delete(key)
      return { ...frame, put }
    },
  }
}

/** A new slice: who looks at the one before sees what it was. What did not change is the same object. */
function withChanges(held: unknown, [, fields, gone = []]: ChangedSlice): object | undefined {
  if (typeof held !== 'object' || held === null) return undefined
  const stays = Object.entries(held).filter(([field]) => !gone.includes(field))
  return Object.fromEntries([...stays, ...Object.entries(fields)])
}

/** Something of the list is another now, by itself: the mark of the whole does not stand for it any more. */
export const changesMenu = ({ whole, put, drop, change }: News): boolean =>
  !whole && (put.some(([key]) => isOfMenu(key)) || change?.some(([key]) => isOfMenu(key)) || drop.some(isOfMenu))

type News = Pick<ViewFrame, 'put' | 'drop' | 'change'> & Partial<Pick<ViewFrame, 'whole'>>

const isOfMenu = (key: string) => key.startsWith('item/') || key.startsWith('category/')
