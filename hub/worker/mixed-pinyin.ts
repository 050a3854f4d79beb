/** `qinghc` for 青花瓷: syllables typed whole, in part, or by their first letter alone, as the fingers happen to do it. */

/**
 * Whether `typed` begins the syllables of `sound`, taking at least the first letter of each. Where a syllable begins is told
 * by `initials`; a letter that could be either is taken for both.
 */
export function beginsMixed(typed: string, sound: string, initials: string): boolean {
  return begins(typed, 0, sound, 0, initials, 0)
}

function begins(typed: string, from: number, sound: string, at: number, initials: string, syllable: number): boolean {
  if (from === typed.length) return true
  if (sound.charAt(at) !== typed.charAt(from)) return false
  let same = 1
  while (from + same < typed.length && sound.charAt(at + same) === typed.charAt(from + same)) same += 1
  if (from + same === typed.length) return true
  const initial = initials.charAt(syllable + 1)
  if (initial === '') return false
  for (let taken = same; taken > 0; taken -= 1) {
    if (typed.charAt(from + taken) !== initial) continue
    for (let next = sound.indexOf(initial, at + taken); next >= 0; next = sound.indexOf(initial, next + 1))
      if (begins(typed, from + taken, sound, next, initials, syllable + 1)) return true
  }
  return false
}
