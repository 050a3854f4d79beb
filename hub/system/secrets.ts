/** Secrets of this hub, such as the journal's key: made when absent, kept with mode 0600. */
import { randomBytes } from 'node:crypto'
import { dirname } from 'node:path'
import { type Files, StoreFailed } from '../ports.ts'

/** The `bytes` long secret in the file `path` (base64url text). Throws StoreFailed 'unreadable' for a file that holds anything else. */
export async function loadSecret(files: Files, path: string, bytes: number): Promise<Buffer> {
  return (await readSecret(files, path, bytes)) ?? makeSecret(files, path, bytes)
}

/** The same, undefined when there is none. */
export async function readSecret(files: Files, path: string, bytes: number): Promise<Buffer | undefined> {
  const content = await files.read(path)
  if (content === undefined) return undefined
  const secret = Buffer.from(content.toString('latin1').trim(), 'base64url')
  if (secret.length !== bytes)
    throw new StoreFailed('unreadable', path, `not a secret of ${bytes} bytes; restore it from the backup`)
  return secret
}

async function makeSecret(files: Files, path: string, bytes: number): Promise<Buffer> {
  const secret = randomBytes(bytes)
  await files.makeFolder(dirname(path))
  await files.replace(path, `${secret.toString('base64url')}\n`)
  return secret
}
