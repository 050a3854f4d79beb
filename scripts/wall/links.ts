/** What the link in the terminal carries behind the #: where each surface is, and what the hands hold. No server sees it. */

export interface WallLinks {
  /** POST here cuts the hub's power. */
  readonly power: string
  /** Mr Wang's card. */
  readonly card: string
  /** Another member's code, as a phone shows it. */
  readonly code: string
  readonly kiosk: string
  readonly panel: string
  readonly bar: string
  readonly manager: string
}

/** Addresses of the four surfaces, with the one-time secrets that pair them. Undefined: opened without the link. */
export function readLinks(hash: string): WallLinks | undefined {
  const parts = new URLSearchParams(hash.slice(1))
  const page = (surface: string, entry: string | undefined) => {
    const [device, secret] = (entry ?? '').split(':')
    return device && secret ? `/${surface}/${device}#link=${secret}` : undefined
  }
  const consoles = parts.getAll('console')
  const power = parts.get('power')
  const kiosk = page('kiosk', parts.get('kiosk') ?? undefined)
  const panel = page('panel', parts.get('panel') ?? undefined)
  // Bar station, floor station, manager: in the order in which the hub names them.
  const bar = page('console', consoles[0])
  const manager = page('console', consoles.at(-1))
  if (!power || !kiosk || !panel || !bar || !manager) return undefined
  return { power, kiosk, panel, bar, manager, card: parts.get('card') ?? '', code: parts.get('code') ?? '' }
}
