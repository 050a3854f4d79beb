/** Texts in their order, so that all that begin alike stand side by side. */

export interface SortedTexts {
  /** The numbers of those that begin so; those that are no longer than that come first. */
  beginning(prefix: string): Uint32Array
}

export function sortTexts(texts: readonly string[]): SortedTexts {
  const textOf = (number: number) => texts[number] ?? ''
  const sorted = Uint32Array.from(texts.keys()).sort((a, b) => compare(textOf(a), textOf(b)))
  /** Where the first one stands of which `isPast` is true; it is of all that follow. */
  const find = (isPast: (text: string) => boolean): number => {
    let from = 0
    let to = sorted.length
    while (from < to) {
      const middle = (from + to) >>> 1
      if (isPast(textOf(sorted[middle] ?? 0))) to = middle
      else from = middle + 1
    }
    return from
  }
  return {
    beginning: prefix =>
      sorted.subarray(
        find(text => text >= prefix),
        find(text => text.slice(0, prefix.length) > prefix),
      ),
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
