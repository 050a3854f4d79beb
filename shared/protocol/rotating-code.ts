/**
 * The code that a member's phone shows where its page is one of a secure origin: `v1.<member>.<time step>.<part of an HMAC>`,
 * another one every 30 s. The member's id is opaque; the HMAC's key is the member's own, known to their phone and the hub.
 */
export const codeStepMs = 30_000
/** Of the HMAC so many bytes are shown, in base64url: 80 bits, of which somebody who guesses has ninety seconds. */
export const codeMacBytes = 10

export const codeStepAt = (hubTime: number): number => Math.floor(hubTime / codeStepMs)

/** What the HMAC is made of, and what stands before it. */
export const codeHead = (member: string, step: number): string => `v1.${member}.${step}`

export interface RotatingCode {
  readonly head: string
  readonly member: string
  readonly step: number
  readonly mac: string
}

/** Undefined for what is a code of another kind. */
export function parseRotatingCode(text: string): RotatingCode | undefined {
  const [, head, member, step, mac] = /^(v1\.([a-z0-9][\w-]{0,47})\.(\d{1,10}))\.([\w-]{14})$/.exec(text) ?? []
  if (head === undefined || member === undefined || step === undefined || mac === undefined) return undefined
  return { head, member, step: Number(step), mac }
}
