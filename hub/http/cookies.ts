/** The cookie a device proves itself by. Its name carries the device's id, so that several surfaces live in one browser. */
import type { Id } from '../../shared/protocol/primitives.ts'

/** Longer than browsers keep any cookie: how long a token is good for is the hub's to say. */
const maxAgeSeconds = 400 * 86_400

export function deviceCookie(device: Id, token: string, secure: boolean): string {
  const flags = `Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`
  return `${cookieName(device, secure)}=${token}; ${flags}`
}

/** The token in a Cookie header. Over HTTPS only the `__Host-` cookie counts: a page on plain HTTP cannot plant one. */
export function deviceToken(header: string | undefined, device: Id, secure: boolean): string | undefined {
  return deviceTokens(header, secure).find(([id]) => id === device)?.[1]
}

/** More tokens do not fit into the headers that are taken; shorter ones are none, and each costs a hash. */
const mostTokens = 100

/** Every device that this browser says it is, with the token for it. */
export function deviceTokens(
  header: string | undefined,
  secure: boolean,
): readonly (readonly [device: Id, token: string])[] {
  const prefix = cookieName('', secure)
  const said = (header ?? '').split(';').flatMap(pair => {
    const [name = '', value = ''] = pair.trim().split('=', 2)
    return name.startsWith(prefix) && value !== '' ? [[name.slice(prefix.length), value] as const] : []
  })
  return said.slice(0, mostTokens)
}

function cookieName(device: Id, secure: boolean): string {
  return `${secure ? '__Host-' : ''}cm-${device}`
}
