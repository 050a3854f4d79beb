/** What people are called on the house's screens. */
import * as v from 'valibot'
import { narrow } from './narrow.ts'
import { typedText } from './primitives.ts'

/** A name is as long as it is wide: 王总 or Mr Papadopoulos. In fifths of a character. */
const widest = 12 * 5
const letter = 3
const character = 5

/** Whether the lobby can sing it in letters that are read from the door: twelve characters, or twenty letters. */
export const fitsScreens = (called: string): boolean =>
  Array.from(called).reduce((wide, one) => wide + (narrow.test(one) ? letter : character), 0) <= widest

export const Called = v.pipe(typedText(24), v.check(fitsScreens))
