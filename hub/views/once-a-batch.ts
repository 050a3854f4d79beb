/** Many audiences look at one batch, in one state: what each asks of it is worked out once. */
import type { Touched, ViewContext } from './context.ts'

type Ask<T> = (context: ViewContext, touched: Touched) => T

export function onceABatch<T extends object | string>(work: Ask<T>): Ask<T> {
  const known = new WeakMap<Touched, T>()
  return (context, touched) => {
    const found = known.get(touched) ?? work(context, touched)
    known.set(touched, found)
    return found
  }
}
