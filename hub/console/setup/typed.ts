/** Fields while they are being typed: what a command carries, but for the numbers that are not there yet. */

/** `T`, in which a number of these names is null as long as what stands in its field is none. */
export type Typed<T, Names extends string = string> = T extends object
  ? { [K in keyof T]: TypedValue<T[K], K, Names> }
  : T

type TypedValue<V, K, Names extends string> = V extends number ? (K extends Names ? V | null : V) : Typed<V, Names>

/** Every number is there. */
export function isRead<T>(fields: Typed<T> | T): fields is T {
  return isWhole(fields)
}

const isWhole = (part: unknown): boolean =>
  typeof part !== 'object' || (part !== null && Object.values(part).every(isWhole))
