/** What a finger may have meant: everything that is one slip away from what it typed. */

const alphabet = 'abcdefghijklmnopqrstuvwxyz'
/** Shorter than that, everything is one slip away from everything. */
const shortest = 4

/** Empty where nothing can be guessed: too short, or not letters. May name one twice. */
export function* slipsOf(typed: string): Generator<string, undefined> {
  if (typed.length < shortest || !/^[a-z0-9]+$/.test(typed)) return
  for (let at = 0; at <= typed.length; at++) {
    const before = typed.slice(0, at)
    const after = typed.slice(at)
    // One too many, two in the wrong order, one missing, one beside the right one.
    if (after !== '') yield before + after.slice(1)
    if (after.length > 1) yield before + after.charAt(1) + after.charAt(0) + after.slice(2)
    for (const letter of alphabet) {
      yield before + letter + after
      if (after !== '') yield before + letter + after.slice(1)
    }
  }
}
