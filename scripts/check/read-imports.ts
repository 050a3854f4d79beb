/** Finds every import in a source file: static, re-exported, dynamic, types too. */
import { parseSync, Visitor } from 'oxc-parser'

export interface Import {
  /** As written; undefined where the name is computed, so that nobody can tell what is imported. */
  readonly specifier: string | undefined
  /** Counted from 1. */
  readonly line: number
}

/** Reads a TypeScript, JavaScript, CSS or HTML file; `path` decides how. Throws if the source does not parse. */
export function readImports(path: string, source: string): Import[] {
  const lineOf = createLineCounter(source)
  return found(path, source).map(({ specifier, start }) => ({ specifier, line: lineOf(start) }))
}

interface Found {
  specifier: string | undefined
  start: number
}

function found(path: string, source: string): Found[] {
  if (path.endsWith('.css')) return byPattern(source, /@import\s+(?:url\()?['"]([^'"]+)['"]/g)
  if (path.endsWith('.html')) return byPattern(source, /<script[^>]*\ssrc="([^"]+)"/g)
  return inScript(path, source)
}

function inScript(path: string, source: string): Found[] {
  const { module, program, errors } = parseSync(path, source)
  const [error] = errors
  if (error) throw new Error(`${path} does not parse: ${error.message}`)
  const all: Found[] = module.staticImports.map(({ moduleRequest, start }) => ({
    specifier: moduleRequest.value,
    start,
  }))
  for (const { entries, start } of module.staticExports) {
    const from = entries.find(entry => entry.moduleRequest)?.moduleRequest
    if (from) all.push({ specifier: from.value, start })
  }
  for (const { moduleRequest, start } of module.dynamicImports) {
    const [, specifier] =
      /^(?:'([^']*)'|"([^"]*)"|`([^`$]*)`)$/.exec(source.slice(moduleRequest.start, moduleRequest.end)) ?? []
    all.push({ specifier, start })
  }
  // `type T = import('./x.ts').T` is in no module record; walking the tree is worth it only where it may stand.
  if (/\bimport\s*\(/.test(source)) {
    new Visitor({ TSImportType: node => all.push({ specifier: node.source.value, start: node.start }) }).visit(program)
  }
  return all
}

function byPattern(source: string, pattern: RegExp): Found[] {
  return [...source.matchAll(pattern)].map(match => ({ specifier: match[1], start: match.index }))
}

function createLineCounter(source: string): (offset: number) => number {
  return offset => source.slice(0, offset).split('\n').length
}
