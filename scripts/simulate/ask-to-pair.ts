/** A new device before anybody knows it: asks for six characters, and fetches its token once a manager typed them. */
import * as v from 'valibot'
import type { Credentials } from './link.ts'

const Asked = v.object({ ok: v.literal(true), code: v.string(), secret: v.string() })
const Refused = v.object({ refusal: v.object({ refused: v.string(), waitMs: v.optional(v.number()) }) })

/** Waits as long as the hub asks: it lets one address pair ten a minute. */
export async function askForCode(
  origin: string,
  waiting: (ms: number) => void,
): Promise<{ code: string; secret: string }> {
  const response = await postPatiently(origin, '/pair/ask', {}, waiting)
  return v.parse(Asked, await response.json())
}

export async function fetchToken(origin: string, secret: string, waiting: (ms: number) => void): Promise<Credentials> {
  const response = await postPatiently(origin, '/pair/poll', { secret }, waiting)
  // The cookie is how a browser keeps it: `cm-<device>=<token>`.
  const [, device, token] = /cm-([^=;]+)=([\w-]+)/.exec(response.headers.get('set-cookie') ?? '') ?? []
  if (device === undefined || token === undefined) throw new Error(`${origin}: ${await response.text()}`)
  return { device, token }
}

async function postPatiently(
  origin: string,
  path: string,
  body: object,
  waiting: (ms: number) => void,
): Promise<Response> {
  for (;;) {
    const response = await fetch(origin + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin },
      body: JSON.stringify(body),
    })
    if (response.ok) return response
    const reply = v.safeParse(Refused, await response.json())
    const waitMs = reply.success ? reply.output.refusal.waitMs : undefined
    if (waitMs === undefined)
      throw new Error(`${path}: ${reply.success ? reply.output.refusal.refused : response.status}`)
    waiting(waitMs)
    await new Promise(next => setTimeout(next, waitMs))
  }
}
