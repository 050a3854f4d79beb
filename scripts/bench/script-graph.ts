/** Which scripts a page loads before anybody touches it: those it names, and what they import at once. Pure. */
import { posix } from 'node:path'
import { parseSync } from 'oxc-parser'

export interface Closure {
  /** Paths below the web folder, of what the page names and all they import statically. */
  readonly atOnce: ReadonlySet<string>
  /** Of scripts that those may load later. */
  readonly later: ReadonlySet<string>
}

/** `read` answers a script's source by its path, such as `assets/panel-x1.js`. */
export function scriptsOf(html: string, read: (path: string) => string): Closure {
  const atOnce = new Set<string>()
  const later = new Set<string>()
  const visit = (path: string) => {
    if (atOnce.has(path)) return
    atOnce.add(path)
    const source = read(path)
    const { module } = parseSync(path, source)
    const relative = (specifier: string) => posix.join(posix.dirname(path), specifier)
    for (const { moduleRequest } of module.staticImports) visit(relative(moduleRequest.value))
    for (const { entries } of module.staticExports) {
      const from = entries.find(entry => entry.moduleRequest)?.moduleRequest
      if (from) visit(relative(from.value))
    }
    for (const { moduleRequest } of module.dynamicImports) {
      const [, specifier] = /^['"`](\.[^'"`$]*)['"`]$/.exec(source.slice(moduleRequest.start, moduleRequest.end)) ?? []
      if (specifier !== undefined) later.add(relative(specifier))
    }
  }
  for (const path of named(html)) visit(path)
  for (const path of atOnce) later.delete(path)
  return { atOnce, later }
}

/** Module scripts and module preloads; classic scripts too, if a page should have one. */
function named(html: string): string[] {
  const tags = html.match(/<(?:script|link)\b[^>]*>/g) ?? []
  return tags.flatMap(tag => {
    const wanted = tag.startsWith('<script') || /\brel="?modulepreload/.test(tag)
    const [, path] = /\b(?:src|href)="?\/?([^"\s>]+)/.exec(tag) ?? []
    return wanted && path !== undefined ? [path] : []
  })
}
