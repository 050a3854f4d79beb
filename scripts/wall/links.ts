/** What the link in the terminal carries behind the #: where each surface is, and what the hands hold. No server sees it. */
import type { Locale } from '../../shared/i18n/locale.ts'

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

/**
 * The address of a page in another language. A frame that was let in has taken the secret out of its own address: tried
 * again it would be refused, and after a few times everything from here is.
 */
export function spokenIn(locale: Locale, address: string, frame: HTMLIFrameElement | null): string {
  const [page = '', secret] = address.split('#')
  const isIn = frame?.contentWindow?.location.pathname === page && frame.contentWindow.location.hash === ''
  return `${page}?lang=${locale}${secret === undefined || isIn ? '' : `#${secret}`}`
}
