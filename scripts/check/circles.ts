/** Finds circles of imports: each file of a circle needs the others first, so none can be understood alone. */

/** Files → files they import. Answers one shortest circle for each knot, its first file repeated at the end. */
export function findCircles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const circles: string[][] = []
  for (const knot of findKnots(graph)) {
    const [first] = [...knot].sort()
    if (first !== undefined) circles.push(shortestWayBack(graph, knot, first))
  }
  return circles.sort((a, b) => a.length - b.length || a.join().localeCompare(b.join()))
}

/** Strongly connected components with more than one file, or a file that imports itself (Tarjan). */
function findKnots(graph: ReadonlyMap<string, readonly string[]>): Set<string>[] {
  const order = new Map<string, number>()
  const stack: string[] = []
  const onStack = new Set<string>()
  const knots: Set<string>[] = []

  function visit(file: string): number {
    const index = order.size
    order.set(file, index)
    let lowest = index
    stack.push(file)
    onStack.add(file)
    for (const next of graph.get(file) ?? []) {
      const seen = order.get(next)
      if (seen === undefined) lowest = Math.min(lowest, visit(next))
      else if (onStack.has(next)) lowest = Math.min(lowest, seen)
    }
    if (lowest === index) {
      const knot = new Set(stack.splice(stack.indexOf(file)))
      for (const member of knot) onStack.delete(member)
      if (knot.size > 1 || graph.get(file)?.includes(file)) knots.push(knot)
    }
    return lowest
  }

  for (const file of graph.keys()) if (!order.has(file)) visit(file)
  return knots
}

function shortestWayBack(
  graph: ReadonlyMap<string, readonly string[]>,
  knot: ReadonlySet<string>,
  start: string,
): string[] {
  const ways: string[][] = [[start]]
  const seen = new Set<string>()
  for (const way of ways) {
    for (const next of graph.get(way.at(-1) ?? start) ?? []) {
      if (next === start) return [...way, start]
      if (!knot.has(next) || seen.has(next)) continue
      seen.add(next)
      ways.push([...way, next])
    }
  }
  return [start]
}
