/** How a reader program becomes a device: by six characters that a manager types, by a one-time link; and remembering it. */
import { existsSync } from 'node:fs'
import { type FileHandle, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import * as v from 'valibot'
import { Id } from '../../shared/protocol/primitives.ts'
import { post, type Reply } from './post.ts'

/** What the program proves itself by. */
export const Paired = v.strictObject({ origin: v.string(), device: Id, token: v.string() })
export type Paired = v.InferOutput<typeof Paired>

const pollMs = 2000

const Asked = v.object({
  ok: v.literal(true),
  code: v.string(),
  secret: v.string(),
  known: v.optional(v.literal(true)),
})
const Refused = v.object({
  ok: v.literal(false),
  refusal: v.object({ refused: v.string(), waitMs: v.optional(v.number()) }),
})

/**
 * Shows each code until a manager has typed one, or for `was`, which a restored hub may know for its own, compared it and
 * tapped. `trouble` is told why the hub could not be asked; it is asked again.
 */
export async function pairByCode(deps: {
  origin: string
  ca?: string | undefined
  was?: Paired | undefined
  show: (code: string, known: boolean) => void
  trouble: (why: string) => void
}): Promise<Paired> {
  const { origin, ca, was, show, trouble } = deps
  const ask = (path: string, body: object, cookie?: string) =>
    post(origin, path, body, ca, cookie).catch((error: unknown) => {
      trouble(error instanceof Error ? error.message : String(error))
      return undefined
    })
  let secret: string | undefined
  for (;;) {
    if (secret === undefined) {
      const reply = was ? await ask('/pair/ask', { device: was.device }, cookieOf(was)) : await ask('/pair/ask', {})
      const asked = v.safeParse(Asked, reply?.body)
      if (asked.success) {
        secret = asked.output.secret
        show(asked.output.code, asked.output.known === true)
      } else await pause(waitMs(reply))
    } else {
      const reply = await ask('/pair/poll', { secret })
      if (reply?.paired) return { origin, ...reply.paired }
      if (refusalOf(reply) === 'code-expired') secret = undefined
      else await pause(waitMs(reply))
    }
  }
}

/** The link's secret is in its fragment and is used up by the claim. Throws when it was refused. */
export async function claimLink(link: URL, ca?: string): Promise<Paired> {
  const device = deviceOf(link)
  const secret = new URLSearchParams(link.hash.slice(1)).get('link') ?? ''
  const reply = await post(link.origin, '/pair/claim', { device, secret }, ca)
  if (!reply.paired) throw new Error(refusalOf(reply) ?? 'no answer')
  return { origin: link.origin, ...reply.paired }
}

export const deviceOf = (link: URL): string => link.pathname.split('/').at(-1) ?? ''

/** As a browser would: with its cookie it is known before it is let in, and takes no stranger's place. */
export function cookieOf({ origin, device, token }: Paired): string {
  return `${origin.startsWith('https:') ? '__Host-' : ''}cm-${device}=${token}`
}

/**
 * The device's next token; undefined while this one is new enough. This one stays good until the next is first shown: keep
 * that before showing it, and a crash in between locks nobody out. Throws when it was refused.
 */
export async function renew(paired: Paired, ca?: string): Promise<Paired | undefined> {
  const { origin, device } = paired
  const reply = await post(origin, '/pair/renew', { device }, ca, cookieOf(paired))
  const refused = refusalOf(reply)
  if (refused !== undefined) throw new Error(`${origin}: ${refused}`)
  return reply.paired && { origin, ...reply.paired }
}

export async function recall(file: string): Promise<Paired | undefined> {
  if (!existsSync(file)) return undefined
  return v.parse(v.pipe(v.string(), v.parseJson(), Paired), await readFile(file, 'utf8'))
}

/** Whole or not at all, and on the disk when it resolves: a power cut leaves the pairing before, or this one. */
export async function remember(file: string, paired: Paired): Promise<void> {
  const folder = dirname(file)
  await mkdir(folder, { recursive: true })
  await rm(`${file}.new`, { force: true })
  await synced(`${file}.new`, 'wx', handle => handle.writeFile(JSON.stringify(paired)))
  await rename(`${file}.new`, file)
  // Windows opens no folders, and needs no such thing.
  if (process.platform !== 'win32') await synced(folder, 'r')
}

async function synced(path: string, flags: string, write?: (handle: FileHandle) => Promise<void>): Promise<void> {
  const handle = await open(path, flags, 0o600)
  try {
    await write?.(handle)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function refusalOf(reply: Reply | undefined): string | undefined {
  const refused = v.safeParse(Refused, reply?.body)
  return refused.success ? refused.output.refusal.refused : undefined
}

function waitMs(reply: Reply | undefined): number {
  const refused = v.safeParse(Refused, reply?.body)
  return Math.max(pollMs, refused.success ? (refused.output.refusal.waitMs ?? 0) : 0)
}
