/** How a folder is given to the user that a program runs as: what a person types where something in it is somebody else's. */
import { userInfo } from 'node:os'

export function giveBack(folder: string, user = currentUser()): string {
  return process.platform === 'win32'
    ? `icacls "${folder}" /grant "${user}:(OI)(CI)F" /T`
    : `sudo chown -R ${user} ${folder}`
}

/** Its number where it has no name, as in a container. */
export function currentUser(): string {
  try {
    return userInfo().username
  } catch {
    return String(process.geteuid?.() ?? '')
  }
}
