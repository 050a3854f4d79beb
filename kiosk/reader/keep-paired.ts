/**
 * A device that stands alone, without a screen: paired by a link or by six letters that somebody types at the console, remembered
 * in a file, and paired anew when the hub does not know it any more. Ends with the process.
 */
import { resolve } from 'node:path'
import { claimLink, deviceOf, type Paired, pairByCode, recall, remember } from './pairing.ts'
import { readAuthority } from './read-authority.ts'
import type { Say } from './say.ts'

export interface Running {
  stop(): Promise<void>
}

/** What a device's program needs of its pairing. */
export interface Pairing {
  readonly paired: Paired
  /** The certificate of the venue's own authority, PEM. */
  readonly ca?: string | undefined
  /** Its next token. */
  readonly keep: (paired: Paired) => Promise<void>
  /** The hub does not know this device any more. */
  readonly unpaired: () => void
}

/** `refused`: the link was used or is too old, or the authority is no such file, which was said; `nowhere`: nobody said where the hub is. */
export async function keepPaired(deps: {
  hub?: string | undefined
  link?: URL | undefined
  /** Path of the authority's certificate. */
  ca?: string | undefined
  /** Path of the file that remembers the pairing. */
  state: string
  say: Say
  /** The letters that are to be typed at the console; `known`: compared there. */
  showCode: (code: string, known: boolean) => void
  run: (pairing: Pairing) => Promise<Running>
}): Promise<'running' | 'refused' | 'nowhere'> {
  const { hub, link, say, showCode, run } = deps
  const file = resolve(deps.state)
  const ca = deps.ca === undefined ? undefined : await readAuthority(deps.ca).catch(() => null)
  if (ca === null) {
    say(t => t('reader.badOption', { option: `--ca ${deps.ca}` }))
    return 'refused'
  }
  let running: Promise<Running> | undefined
  stopOnSignals(() => running)

  /** Somebody was at the console for it: it is good until the next start, whatever the disk says. */
  const keepIfItCan = (paired: Paired) => remember(file, paired).catch(tell)
  const pair = async (origin: string, was?: Paired): Promise<Paired> => {
    const trouble = (why: string) => say(t => t('reader.hubTrouble', { origin, why }))
    const paired = await pairByCode({ origin, ca, was, show: showCode, trouble })
    await keepIfItCan(paired)
    say(t => t('reader.paired', { origin }))
    return paired
  }
  const begin = (paired: Paired): 'running' => {
    running = run({
      paired,
      ca,
      keep: next => remember(file, next),
      unpaired() {
        void running
          ?.then(one => one.stop())
          .then(() => recall(file).catch(tell))
          .then((was = paired) => pair(paired.origin, was))
          .then(begin)
          .catch(error => {
            // Neither paired nor asking to be, it is no use to anybody: whoever started it starts it again.
            tell(error)
            process.exit(1)
          })
      },
    })
    return 'running'
  }

  if (link) {
    try {
      const paired = await claimLink(link, ca)
      await keepIfItCan(paired)
      return begin(paired)
    } catch (error) {
      // A link is good once, and a service is started with it each time.
      const before = await recall(file).catch(tell)
      if (before && before.origin === link.origin && before.device === deviceOf(link)) return begin(before)
      tell(error)
      say(t => t('reader.linkRefused'))
      return 'refused'
    }
  }
  const known = await recall(file)
  if (known && (hub === undefined || hub === known.origin)) return begin(known)
  return hub === undefined ? 'nowhere' : begin(await pair(hub))
}

const tell = (error: unknown): undefined => void console.error(`  ${String(error)}`)

export function stopOnSignals(running: () => Promise<Running> | undefined): void {
  const stop = async () => {
    await (await running())?.stop()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void stop())
}
