/**
 * The price list is most of what a panel is shown, and seldom another. Who holds it is sent its mark in its place: a house
 * that comes back after a power cut, over Wi-Fi behind three walls, asks for what changed and no more.
 */
import type { ViewFrame } from './wire.ts'

export interface HeldMenu {
  /** Of the list that is held, to be said when connecting. */
  readonly mark: string | undefined
  /** The frame with the list in it; undefined: it rests on one that is not held, and everything has to be asked for anew. */
  fill(frame: ViewFrame): ViewFrame | undefined
}

export function createHeldMenu(): HeldMenu {
  let held: Required<NonNullable<ViewFrame['menu']>> | undefined
  return {
    get mark() {
      return held?.mark
    },
    fill(frame) {
      if (changesMenu(frame)) held = undefined
      if (!frame.menu) return frame
      const { mark, put = mark === held?.mark ? held.put : undefined } = frame.menu
      held = put && { mark, put }
      return put && { ...frame, put: [...put, ...frame.put] }
    },
  }
}

/** Something of the list is another now, by itself: the mark of the whole does not stand for it any more. */
export const changesMenu = ({ whole, put, drop }: ViewFrame): boolean =>
  !whole && (put.some(([key]) => isOfMenu(key)) || drop.some(isOfMenu))

const isOfMenu = (key: string) => key.startsWith('item/') || key.startsWith('category/')
