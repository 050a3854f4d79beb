/** The pseudo-locale: English with accents, a third longer, in ⟦brackets⟧, so that raw and clipped text show in tests. */
import type { Text } from './message.ts'

const accented: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from('abcdeghijklnoprstuwyzABCDEGHIJKLNOPRSTUWYZ', (letter, at) => [
    letter,
    Array.from('àƀçðéĝĥîĵķļñöþŕšţûŵýžÀƁÇÐÉĜĤÎĴĶĻÑÖÞŔŠŢÛŴÝŽ')[at] ?? letter,
  ]),
)

/** Every text of a part, disguised; placeholders stay as they are. */
export function pseudoPart<P extends Readonly<Record<string, Text>>>(part: P): Record<keyof P & string, Text>
export function pseudoPart(part: Readonly<Record<string, Text>>): Record<string, Text> {
  return Object.fromEntries(Object.entries(part).map(([key, text]) => [key, pseudoText(text)]))
}

function pseudoText(text: Text): Text {
  return typeof text === 'string' ? pseudo(text) : { one: pseudo(text.one), other: pseudo(text.other) }
}

/** `pseudo('Help {name}')` is `⟦Ĥéļþ {name}~~~⟧`: 35 % longer, placeholders kept. */
export function pseudo(text: string): string {
  const disguised = text.replace(/\{\w+\}|\w/g, piece => accented[piece] ?? piece)
  return `⟦${disguised}${'~'.repeat(Math.ceil(text.length * 0.35))}⟧`
}
