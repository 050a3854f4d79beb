/** The end of every exhausted union: a case that the types say cannot be reached. */
export function assertNever(value: never): never {
  throw new Error(`unreachable case: ${JSON.stringify(value)}`)
}
