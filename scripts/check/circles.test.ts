import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findCircles } from './circles.ts'

const nodes = ['a', 'b', 'c', 'd', 'e', 'f']
const edges = fc.array(fc.tuple(fc.constantFrom(...nodes), fc.constantFrom(...nodes)), { maxLength: 14 })

function graphOf(pairs: readonly (readonly [string, string])[]): Map<string, string[]> {
  return new Map(nodes.map(node => [node, pairs.filter(([from]) => from === node).map(([, to]) => to)]))
}

test('every circle it names is one', () => {
  fc.assert(
    fc.property(edges, pairs => {
      const graph = graphOf(pairs)
      for (const circle of findCircles(graph)) {
        expect(circle.at(0)).toBe(circle.at(-1))
        for (const [i, to] of circle.slice(1).entries()) expect(graph.get(circle[i] ?? '')).toContain(to)
      }
    }),
  )
})

test('imports that only point down make none, and any way back up makes one', () => {
  fc.assert(
    fc.property(edges, fc.constantFrom(...nodes), (pairs, node) => {
      const down = pairs.filter(([from, to]) => from < to)
      expect(findCircles(graphOf(down))).toEqual([])
      const below = down.filter(([from]) => from === node).map(([, to]) => to)
      for (const to of below) expect(findCircles(graphOf([...down, [to, node]]))).not.toEqual([])
    }),
  )
})
