/** The import rules: directions, circles, packages, top folders. Pure, so that tests build a house of their own. */
import { findCircles } from './circles.ts'
import { madeByTools, mayImport, partOf, topFolders } from './house.ts'
import { type Import, readImports } from './read-imports.ts'
import { resolveImport, type Target } from './resolve.ts'

export interface Tree {
  /** Path from the top, with `/` → content. Only files that can import or be imported; others as ''. */
  readonly files: ReadonlyMap<string, string>
  /** Names of the folders at the top. */
  readonly folders: readonly string[]
  readonly dependencies: readonly string[]
  readonly devDependencies: readonly string[]
}

interface Edge {
  readonly from: string
  readonly line: number
  readonly specifier: string
  readonly target: Target
}

/** One line for each breach, in the order of files; empty when the house stands. */
export function findBreaches(tree: Tree): string[] {
  const names = new Set(tree.files.keys())
  const breaches: string[] = []
  const edges: Edge[] = []
  for (const [from, source] of tree.files) {
    for (const { specifier, line } of importsOf(from, source)) {
      if (specifier === undefined)
        breaches.push(`${from}:${line} imports a computed name: nobody can tell what it needs`)
      else edges.push({ from, line, specifier, target: resolveImport(from, specifier, names) })
    }
  }
  return [
    ...strayFolders(tree.folders),
    ...breaches,
    ...edges.flatMap(edge => breachOf(edge, tree)),
    ...circles(edges),
    ...idlePackages(edges, tree.dependencies),
  ]
}

function importsOf(path: string, source: string): Import[] {
  return /\.(?:[cm]?[jt]s|tsx|css|html)$/.test(path) ? readImports(path, source) : []
}

function strayFolders(folders: readonly string[]): string[] {
  return folders
    .filter(name => !name.startsWith('.') && !topFolders.includes(name) && !madeByTools.includes(name))
    .map(name => `${name}/ stands at the top: everything lives in ${topFolders.join(', ')}`)
}

function breachOf(edge: Edge, tree: Tree): string[] {
  const { target } = edge
  switch (target.kind) {
    case 'builtin':
      return []
    case 'missing':
      return [`${place(edge)}: there is no file ${target.path}`]
    case 'package':
      return packageBreach(edge, target.name, tree)
    case 'file':
      return directionBreach(edge, target.path)
  }
}

function directionBreach(edge: Edge, to: string): string[] {
  const from = partOf(edge.from)
  const part = partOf(to)
  if (!from) return [`${edge.from} belongs to no part of the house (see scripts/check/house.ts)`]
  if (!part) return [`${place(edge)}: ${to} belongs to no part of the house`]
  if (!mayImport(from, part)) {
    return [
      `${place(edge)}: ${from.path} may not import ${part.path} (allowed: ${from.may.join(', ') || 'itself only'})`,
    ]
  }
  if (isForTests(to) && !isForTests(edge.from)) return [`${place(edge)}: only tests may import what is for tests`]
  return []
}

function packageBreach(edge: Edge, name: string, tree: Tree): string[] {
  if (tree.dependencies.includes(name)) return []
  if (!tree.devDependencies.includes(name)) return [`${place(edge)}: ${name} is not in package.json`]
  const part = partOf(edge.from)
  const runs = part?.node && part.path !== 'scripts' && !isForTests(edge.from)
  return runs ? [`${place(edge)}: ${name} is a devDependency, but this runs in a venue`] : []
}

function circles(edges: readonly Edge[]): string[] {
  const graph = new Map<string, string[]>()
  for (const { from, target } of edges) {
    if (target.kind === 'file') graph.set(from, [...(graph.get(from) ?? []), target.path])
  }
  return findCircles(graph).map(circle => `circle: ${circle.join(' → ')}`)
}

function idlePackages(edges: readonly Edge[], dependencies: readonly string[]): string[] {
  const used = new Set(edges.flatMap(({ target }) => (target.kind === 'package' ? [target.name] : [])))
  return dependencies.filter(name => !used.has(name)).map(name => `package.json: nothing imports ${name}`)
}

function isForTests(path: string): boolean {
  return /\.(?:test|testing)\.tsx?$/.test(path) || path.startsWith('scripts/e2e/')
}

function place({ from, line, specifier }: Edge): string {
  return `${from}:${line} imports ${specifier}`
}
