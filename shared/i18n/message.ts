/**
 * Messages: strings with `{name}` placeholders. The zh-Hans source, written `as const`, types the parameters; the other
 * languages must have exactly its keys (`satisfies Translation<typeof source>`). A language with a plural may give
 * `{ one, other }`: the first placeholder of `other` whose value is a number decides.
 */

export type PluralText = { readonly one: string; readonly other: string }
export type Text = string | PluralText

/** Names between braces in a message: `PlaceholderOf<'约{minutes}分钟'>` is `'minutes'`. */
export type PlaceholderOf<M extends string> = M extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PlaceholderOf<Rest>
  : never

/** What `t` wants after the key: nothing, or an object with exactly the placeholders of the message. */
export type ParamsFor<M> = M extends string
  ? [PlaceholderOf<M>] extends [never]
    ? []
    : [params: { readonly [Name in PlaceholderOf<M>]: string | number }]
  : []

/** The shape another language must have: no key missing, none extra; plural only where something can be counted. */
export type Translation<S> = {
  readonly [Key in keyof S]: S[Key] extends `${string}{${string}}${string}` ? Text : string
}

/** Fills placeholders; one that has no value stays visible, so that a test or a reviewer sees it. */
export function fill(
  text: Text,
  params: Readonly<Record<string, string | number>> = {},
  plural?: Intl.PluralRules,
): string {
  return choose(text, params, plural).replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))
}

/** Placeholder names in the order they stand in the text. */
export function placeholders(text: string): string[] {
  return Array.from(text.matchAll(/\{(\w+)\}/g), match => match[1] ?? '')
}

function choose(text: Text, params: Readonly<Record<string, string | number>>, plural?: Intl.PluralRules): string {
  if (typeof text === 'string') return text
  const count = placeholders(text.other)
    .map(name => params[name])
    .find(value => typeof value === 'number')
  return typeof count === 'number' && plural?.select(count) === 'one' ? text.one : text.other
}
