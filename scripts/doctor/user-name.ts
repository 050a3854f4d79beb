/** What a user is called, by number: the number itself where nobody can say. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

export async function userName(uid: number): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)('id', ['-nu', String(uid)])
    return stdout.trim()
  } catch {
    return String(uid)
  }
}
