/** One of many objects, told apart by their `type`. */
import * as v from 'valibot'

type Typed = v.StrictObjectSchema<{ readonly type: v.LiteralSchema<string, undefined> } & v.ObjectEntries, undefined>

/**
 * What `v.variant('type', options)` reads. That one tries option after option and makes an issue of each that does not fit, for
 * every tap; here the type is looked up. `options`: for whoever goes through all there are.
 */
export function byType<const O extends readonly Typed[]>(
  options: O,
): v.LazySchema<O[number] | typeof none> & { readonly options: O } {
  const known = new Map<unknown, O[number]>(options.map(option => [option.entries.type.literal, option]))
  const read = v.lazy(input => known.get(typeOf(input)) ?? none)
  return Object.assign(read, { options })
}

const none = v.never()

const typeOf = (input: unknown): unknown =>
  typeof input === 'object' && input !== null && 'type' in input ? input.type : undefined
