/**
 * Can the house draw this name? Answered from a table of the shipped fonts' coverage (7 KB, load it where names are
 * entered), so that it does not depend on what is installed on the PC that asks.
 *
 *   missingGlyphs('王𱁬')        // ['𱁬']: warn beside the field
 */
import { sansCoverage, serifCoverage } from './fonts/glyph-table.ts'

export type Face = 'serif' | 'sans'

/** Characters of `text` without a glyph in the face (names are serif), each once, in order; empty if all can be drawn. */
export function missingGlyphs(text: string, face: Face = 'serif'): string[] {
  const starts = face === 'serif' ? serif() : sans()
  const missing = Array.from(text).filter(character => {
    const code = character.codePointAt(0) ?? 0
    return !drawsNothing(character) && !covers(starts, code)
  })
  return [...new Set(missing)]
}

/** Sorted run starts and ends, alternating: a code is covered when an odd number of them are at or below it. */
type Runs = readonly number[]

const serif = once(() => parse(serifCoverage))
const sans = once(() => parse(sansCoverage))

/** Spaces, joiners and variation selectors need no glyph of their own. */
function drawsNothing(character: string): boolean {
  return /\s|[\u200b-\u200f]|\p{Variation_Selector}/u.test(character)
}

function covers(runs: Runs, code: number): boolean {
  let low = 0
  let high = runs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((runs[middle] ?? 0) <= code) low = middle + 1
    else high = middle
  }
  return low % 2 === 1
}

/** `gap.length` pairs in base 36, each gap counted from the end of the run before. */
function parse(table: string): Runs {
  let at = 0
  return table.split(' ').flatMap(pair => {
    const [gap = '0', length = '0'] = pair.split('.')
    const start = at + Number.parseInt(gap, 36)
    at = start + Number.parseInt(length, 36)
    return [start, at]
  })
}

function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}
