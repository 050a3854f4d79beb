/** A POST to the hub that trusts the venue's own authority: Node's fetch cannot be told one. */
import { request as overHttp } from 'node:http'
import { request as overHttps } from 'node:https'

export interface Reply {
  readonly body: unknown
  /** The device's cookie, if one was set. */
  readonly paired: { readonly device: string; readonly token: string } | undefined
}

const patienceMs = 10_000
/** The hub's answers here are a few hundred bytes. */
const mostBytes = 16_384

/** Rejects when nothing answers, or something that is no hub. */
export function post(
  origin: string,
  path: string,
  body: object,
  ca: string | undefined,
  cookie?: string,
): Promise<Reply> {
  const content = JSON.stringify(body)
  const url = new URL(path, origin)
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(content),
    origin,
    ...(cookie !== undefined && { cookie }),
  }
  const options = {
    method: 'POST',
    headers,
    timeout: patienceMs,
    agent: false as const,
    ...(ca !== undefined && { ca }),
  }
  return new Promise((answered, failed) => {
    const request = (url.protocol === 'https:' ? overHttps : overHttp)(url, options, response => {
      let text = ''
      response.setEncoding('utf8')
      response.on('error', failed)
      response.on('data', part => {
        text += part
        if (text.length > mostBytes) request.destroy(new Error(`${origin} is no hub`))
      })
      response.on('end', () => {
        try {
          answered({ body: JSON.parse(text), paired: deviceOf(response.headers['set-cookie']) })
        } catch {
          failed(new Error(`${origin} is no hub`))
        }
      })
    })
    request.on('timeout', () => request.destroy(new Error(`${origin} does not answer`)))
    request.on('error', failed)
    request.end(content)
  })
}

function deviceOf(cookies: readonly string[] = []): Reply['paired'] {
  for (const cookie of cookies) {
    const [, device, token] = /^(?:__Host-)?cm-([\w.-]+)=([\w-]+)/.exec(cookie) ?? []
    if (device !== undefined && token !== undefined) return { device, token }
  }
  return undefined
}
