/**
 * One finger is one tap. What is taken leaves its place in the list and something else slides under the finger: a press
 * on that, too soon to be meant, is not one. Mashing goes on being one press until the hand rests.
 */

export interface Press {
  /** The list in which cards change places. */
  readonly list: object
  /** What is pressed in it. */
  readonly target: string
  readonly x: number
  readonly y: number
}

/** Nobody reads another line and decides on it within this, ms. */
const oneTapMs = 400
/** A finger that meant another place moved farther than this, px. */
const samePlace = 32

/** `now` in ms, of any clock that only goes forward. The answer: whether it is meant. */
export function createSteadyHand(now: () => number): (press: Press) => boolean {
  let last: (Press & { at: number }) | undefined
  return press => {
    const at = now()
    const slipped =
      last !== undefined &&
      last.list === press.list &&
      last.target !== press.target &&
      at - last.at < oneTapMs &&
      Math.hypot(last.x - press.x, last.y - press.y) < samePlace
    if (slipped && last) last.at = at
    else last = { ...press, at }
    return !slipped
  }
}

/**
 * Whoever clicks twice meant the first thing: a sheet or a question goes with it, and the second click would press what lay beneath.
 * `detail`: of the click, how many there were in a row in one place. The answer: whether it went astray.
 */
export function createSecondClick(): (button: object | null, detail: number) => boolean {
  let first: object | null = null
  return (button, detail) => {
    if (detail <= 1) first = button
    return detail > 1 && button !== null && button !== first
  }
}

/** Undefined where nothing changes places. */
export function pressOn(button: Element, x: number, y: number): Press | undefined {
  const list = button.closest('[data-list]')
  const card = button.closest('[data-slice-key]')
  return list && card
    ? { list, target: `${card.getAttribute('data-slice-key')} ${button.textContent}`, x, y }
    : undefined
}
