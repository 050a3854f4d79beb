/** Tells whether what was built still belongs to the sources: by content, so that a clone or a touch changes nothing. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** Neither tests nor words for people are built. */
const notBuilt = /\.(?:test|testing)\.tsx?$|\.md$/

/**
 * A fingerprint of the files at and below `paths`, without those at or below `except`. Missing paths count as empty.
 * @param {string} root
 * @param {readonly string[]} paths from the root, with `/`
 * @param {readonly string[]} [except]
 */
export function fingerprint(root, paths, except = []) {
  const hash = createHash('sha256')
  for (const file of paths.flatMap(path => filesAt(root, path, except)).sort()) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0')
  }
  return hash.digest('hex')
}

/** @returns {string[]} */
function filesAt(/** @type {string} */ root, /** @type {string} */ path, /** @type {readonly string[]} */ except) {
  const full = join(root, path)
  if (except.includes(path) || notBuilt.test(path) || !existsSync(full)) return []
  if (!statSync(full).isDirectory()) return [path]
  return readdirSync(full).flatMap(name => filesAt(root, `${path}/${name}`, except))
}
