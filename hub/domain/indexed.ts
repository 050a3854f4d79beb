/** What is looked up in a value that is replaced and never changed: made once for each version of it. */
export function indexed<T extends object, I>(make: (of: T) => I): (of: T) => I {
  const made = new WeakMap<T, I>()
  return of => {
    const known = made.get(of)
    if (known !== undefined) return known
    const index = make(of)
    made.set(of, index)
    return index
  }
}
