/** Work that is done one at a time, for several places in turn: who has much to do keeps nobody else waiting for all of it. */

/** Does `work` when it is its place's turn; works of one place in the order in which they came. */
export type InTurn = <T>(place: string, work: () => Promise<T>) => Promise<T>

export function createTurns(): InTurn {
  /** The first place is the next: it goes to the end while anything is left for it. */
  const waiting = new Map<string, (() => Promise<void>)[]>()
  let busy = false

  async function go(): Promise<void> {
    busy = true
    for (let next = take(); next; next = take()) await next()
    busy = false
  }

  function take(): (() => Promise<void>) | undefined {
    const [place, works] = waiting.entries().next().value ?? []
    if (place === undefined || !works) return undefined
    const next = works.shift()
    waiting.delete(place)
    if (works.length > 0) waiting.set(place, works)
    return next
  }

  return (place, work) =>
    new Promise((resolve, reject) => {
      const works = waiting.get(place) ?? []
      works.push(() => Promise.resolve().then(work).then(resolve, reject))
      waiting.set(place, works)
      if (!busy) void go()
    })
}
