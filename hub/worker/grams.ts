/** Which rows hold a character, or two letters side by side: row numbers, ascending, all lists in one array. */

/** Below it a character is a letter or a digit as one types it, and there are few enough for pairs of them. */
const letters = 128
const characters = 65_536
const slots = characters + letters * letters

export interface Grams {
  /** Rows with the rarest character or pair of letters in `needle`: all that hold the needle are among them. */
  candidates(needle: string): Uint32Array
}

export function createGrams(rows: number, textsOf: (row: number) => readonly string[]): Grams {
  const starts = new Uint32Array(slots + 1)
  eachOnce(rows, textsOf, (_row, slot) => {
    starts[slot + 1] = (starts[slot + 1] ?? 0) + 1
  })
  for (let slot = 0; slot < slots; slot++) starts[slot + 1] = (starts[slot + 1] ?? 0) + (starts[slot] ?? 0)
  const held = new Uint32Array(starts[slots] ?? 0)
  const ends = starts.slice()
  eachOnce(rows, textsOf, (row, slot) => {
    const end = ends[slot] ?? 0
    held[end] = row
    ends[slot] = end + 1
  })
  const lengthOf = (slot: number) => (starts[slot + 1] ?? 0) - (starts[slot] ?? 0)

  return {
    candidates(needle) {
      let rarest = slotsOf(needle).next().value ?? 0
      for (const slot of slotsOf(needle)) if (lengthOf(slot) < lengthOf(rarest)) rarest = slot
      return held.subarray(starts[rarest], starts[rarest + 1])
    },
  }
}

/** Tells every slot of a row once, rows in their order. */
function eachOnce(
  rows: number,
  textsOf: (row: number) => readonly string[],
  tell: (row: number, slot: number) => void,
): void {
  const lastRow = new Int32Array(slots).fill(-1)
  const once = (row: number, slot: number) => {
    if (lastRow[slot] === row) return
    lastRow[slot] = row
    tell(row, slot)
  }
  for (let row = 0; row < rows; row++) {
    for (const text of textsOf(row)) {
      let before = letters
      for (let at = 0; at < text.length; at++) {
        const code = text.charCodeAt(at)
        once(row, code)
        if (before < letters && code < letters) once(row, pairOf(before, code))
        before = code
      }
    }
  }
}

function* slotsOf(needle: string): Generator<number, undefined> {
  for (let at = 0; at < needle.length; at++) {
    const code = needle.charCodeAt(at)
    yield code
    const next = needle.charCodeAt(at + 1)
    // There is no next of the last: NaN.
    if (code < letters && next < letters) yield pairOf(code, next)
  }
}

const pairOf = (first: number, second: number): number => characters + first * letters + second
