/**
 * What comes to lie under a mashing finger is not pressed by it: an order's 撤销 where 下单 was, the next row's 删除 where a
 * row has gone, a reason where a face was. A tap on one key inside the place where another was pressed a moment ago, and
 * has moved or gone, does not count; taps on the same key are for that key to judge. Where the whole glass was the key, as
 * 开始 is, whoever reaches for another corner means it.
 */

/** A finger that has rested for so long means what it presses, ms: after some drinks a double tap is as slow as this. */
const restMs = 1000
/** A mashing finger strays no farther, of the glass's shorter side: some 25 mm. */
const strays = 0.2

interface Pressed {
  readonly key: Element
  readonly x: number
  readonly y: number
  /** Where it was when it was pressed. */
  readonly place: DOMRect
  at: number
}

/** Watches every click inside `root` before anything else hears of it; ends with the page. */
export function mindOneFinger(root: EventTarget, now: () => number = () => performance.now()): void {
  let last: Pressed | undefined
  root.addEventListener(
    'click',
    event => {
      // Keyboards and screen readers press what they name.
      if (!(event instanceof MouseEvent) || event.detail === 0) return
      const at = now()
      const key = event.target instanceof Element ? event.target.closest('button') : null
      const mashing = last && at - last.at < restMs && isInside(last.place, event) && isNear(last, event)
      if (last && mashing && key !== last.key) {
        last.at = at
        event.stopImmediatePropagation()
        event.preventDefault()
        return
      }
      last = key ? { key, x: event.clientX, y: event.clientY, place: key.getBoundingClientRect(), at } : undefined
    },
    { capture: true },
  )
}

const isInside = ({ left, right, top, bottom }: DOMRect, { clientX: x, clientY: y }: MouseEvent): boolean =>
  x >= left && x <= right && y >= top && y <= bottom

const isNear = (last: Pressed, { clientX, clientY }: MouseEvent): boolean =>
  Math.hypot(clientX - last.x, clientY - last.y) < strays * Math.min(innerWidth, innerHeight)
