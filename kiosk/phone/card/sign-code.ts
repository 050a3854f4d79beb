/** Makes the rotating code of a moment, as the hub checks it. Only where the browser has crypto: a secure origin. */
import { codeHead, codeMacBytes, codeStepAt } from '../../../shared/protocol/rotating-code.ts'

/** `key` in base64url, as the hub gave it. */
export async function signCode(member: string, key: string, hubTime: number): Promise<string> {
  const signer = await crypto.subtle.importKey('raw', bytesOf(key), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  const head = codeHead(member, codeStepAt(hubTime))
  const mac = new Uint8Array(await crypto.subtle.sign('HMAC', signer, new TextEncoder().encode(head)))
  return `${head}.${textOf(mac.subarray(0, codeMacBytes))}`
}

/** Plain http at a LAN address has none. */
export const canSign = (): boolean => globalThis.crypto?.subtle !== undefined

const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), letter => letter.charCodeAt(0))

const textOf = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
