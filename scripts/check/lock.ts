/** The lock file must serve every machine: npm ci refuses one in which a platform's package is not named. */

/** One line for each fault of a parsed package-lock.json. */
export function findLockFaults(lock: unknown): string[] {
  const packages = new Map(entriesOf(field(lock, 'packages')))
  return [...packages].flatMap(([path, value]) => [
    ...unnamed(path, value, packages),
    ...(isForeign(field(value, 'resolved'))
      ? [`package-lock.json: ${path} comes from ${field(value, 'resolved')}`]
      : []),
  ])
}

function unnamed(path: string, value: unknown, packages: ReadonlyMap<string, unknown>): string[] {
  return entriesOf(field(value, 'optionalDependencies'))
    .map(([name]) => name)
    .filter(name => !packages.has(`${path}/node_modules/${name}`) && !packages.has(`node_modules/${name}`))
    .map(name => `package-lock.json: ${name}, for another machine, has no entry; npm ci will refuse`)
}

/** A mirror of somebody's own network, or a folder of their machine. */
function isForeign(resolved: unknown): boolean {
  return typeof resolved === 'string' && !resolved.startsWith('https://registry.npmjs.org/')
}

function field(value: unknown, name: string): unknown {
  return entriesOf(value).find(([key]) => key === name)?.[1]
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : []
}
