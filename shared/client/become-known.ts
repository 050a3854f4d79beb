/** How a page becomes somebody: by a one-time link, by six characters that a manager types, by a kiosk's ticket. */
import type { Id } from '../protocol/primitives.ts'
import { isUndecided, type RefusalCode, refusalCodes } from '../protocol/refusals.ts'

/** What the hub answered to a POST; undefined when nothing came back. */
type Reply = Readonly<Record<string, unknown>> | undefined

const retryMs = 2000
/** With `retryMs` seldom enough for the hub's limit on asking: the place that comes free is found within seconds. */
const fullRetryMs = 5000

/** Claims the link in the page's own fragment (`#link=…`), waits for the hub if need be, and takes it out of the address. */
export async function claimLink(device: Id): Promise<void> {
  const secret = /^#link=([\w-]+)$/.exec(location.hash)?.[1]
  if (secret === undefined) return
  await postUntilAnswered('/pair/claim', { device, secret })
  // Used up or refused: either way nobody should find it in the address or the history.
  history.replaceState(null, '', location.pathname + location.search)
}

/** `known`: the hub knows that this is a device of the house; a manager compares the code and taps, and types nothing. */
export interface ShownCode {
  readonly code: string
  readonly expiresAt: number
  readonly known?: true
}

/**
 * Asks to be paired, shows each code, and goes to the device's own page once a manager typed one. Ends only so, or when
 * `stopped` says so.
 */
export async function waitForPairing(deps: {
  surface: string
  /** Whom this page was, until the hub did not know it: after a restore it may know that much. */
  device?: Id
  show: (code: ShownCode | { readonly full: true } | undefined) => void
  stopped: () => boolean
}): Promise<void> {
  const { surface, device, show, stopped } = deps
  let secret: string | undefined
  while (!stopped()) {
    if (secret === undefined) {
      const asked = await post('/pair/ask', device === undefined ? {} : { device })
      if (typeof asked?.secret === 'string') secret = asked.secret
      show(
        typeof asked?.code === 'string' && typeof asked.expiresAt === 'number'
          ? { code: asked.code, expiresAt: asked.expiresAt, ...(asked.known === true && { known: true }) }
          : refusalOf(asked) === 'too-many'
            ? { full: true }
            : undefined,
      )
      if (refusalOf(asked) !== undefined) await sleep(fullRetryMs)
    } else {
      const found = await post('/pair/poll', { secret })
      if (typeof found?.device === 'string') {
        const page = found.kind === 'kiosk' || found.kind === 'panel' || found.kind === 'console' ? found.kind : surface
        return location.replace(`/${page}/${found.device}${location.search}`)
      }
      if (refusalOf(found) === 'code-expired') secret = undefined
    }
    await sleep(retryMs)
  }
}

/** Fetches this device's next token into the browser's own cookies; what goes wrong is tried again when the hub asks again. */
export async function renewToken(device: Id): Promise<void> {
  await post('/pair/renew', { device })
}

const claimKept = 'cm-claim'

/** The phone's claim: that of the ticket in its address, else the one of this tab. Undefined: scan again. */
export async function claimTicket(): Promise<string | undefined> {
  const ticket = /^\/P\/([A-Z2-7]+)$/.exec(location.pathname)?.[1]
  if (ticket !== undefined) {
    const claimed = await postUntilAnswered('/phone/claim', { ticket })
    history.replaceState(null, '', '/phone')
    // A ticket opened twice in one tab: the first time counts.
    if (typeof claimed.claim === 'string') sessionStorage.setItem(claimKept, claimed.claim)
  }
  return sessionStorage.getItem(claimKept) ?? undefined
}

/** By the letters that a kiosk shows beneath its QR. Undefined: this tab has a claim now. */
export async function claimCode(code: string): Promise<RefusalCode | undefined> {
  const claimed = await post('/phone/claim', { code })
  if (typeof claimed?.claim !== 'string') return refusalOf(claimed) ?? 'unavailable'
  sessionStorage.setItem(claimKept, claimed.claim)
  return undefined
}

async function postUntilAnswered(path: string, body: object): Promise<NonNullable<Reply>> {
  for (;;) {
    const reply = await post(path, body)
    if (reply && !isUndecided(refusalOf(reply))) return reply
    await sleep(retryMs)
  }
}

async function post(path: string, body: object): Promise<Reply> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    const reply: unknown = await response.json()
    return isRecord(reply) ? reply : undefined
  } catch {
    // No hub there, or not yet: the caller asks again.
    return undefined
  }
}

function refusalOf(reply: Reply): RefusalCode | undefined {
  const refusal = reply?.refusal
  return isRecord(refusal) ? refusalCodes.find(code => code === refusal.refused) : undefined
}

function isRecord(raw: unknown): raw is Readonly<Record<string, unknown>> {
  return typeof raw === 'object' && raw !== null
}

function sleep(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms))
}
