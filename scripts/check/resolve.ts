/** Tells what an import names: one of our files, a package, or a part of Node. */
import { isBuiltin } from 'node:module'
import { posix } from 'node:path'

export type Target =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'package'; readonly name: string }
  | { readonly kind: 'builtin' }
  | { readonly kind: 'missing'; readonly path: string }

/** `from` and the files are paths from the top with `/`; imports carry their extension, so nothing is guessed. */
export function resolveImport(from: string, specifier: string, files: ReadonlySet<string>): Target {
  const bare = specifier.split('?', 1)[0] ?? specifier
  if (bare.startsWith('.')) return ownFile(posix.join(posix.dirname(from), bare), files)
  if (bare.startsWith('/')) return ownFile(bare.slice(1), files)
  if (isBuiltin(bare)) return { kind: 'builtin' }
  if (bare.startsWith('~icons/')) return { kind: 'package', name: `@iconify-json/${bare.split('/')[1]}` }
  const [scope = '', name] = bare.split('/')
  return { kind: 'package', name: scope.startsWith('@') && name ? `${scope}/${name}` : scope }
}

function ownFile(path: string, files: ReadonlySet<string>): Target {
  return files.has(path) ? { kind: 'file', path } : { kind: 'missing', path }
}
